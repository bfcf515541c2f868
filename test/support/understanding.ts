import { openUnderstanding } from '../../src/content.js';
import type { Understanding } from '../../src/knowledge/understand.js';
import { realRoute } from './route.js';

/** What the product understands, from the index of the last build. */
export function realUnderstanding(): Understanding {
  return openUnderstanding(realRoute());
}
