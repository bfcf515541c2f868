import type { RefusalId } from '../../../src/case/refusals.js';
import type { Said } from '../../support/case.js';

/** For each refusal a story of which the last command is refused with it. */
export type Refused = Partial<Record<RefusalId, readonly Said[]>>;
