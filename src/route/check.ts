import type { RouteFault } from './model.js';
import { checkConsent } from './check-consent.js';
import { checkIds } from './check-ids.js';
import { checkPaths } from './check-paths.js';
import { checkReferences } from './check-references.js';
import { checkRegie } from './check-regie.js';
import { checkTrees } from './check-trees.js';
import { compile } from './compile.js';
import type { Parts } from './parts.js';
import type { RegionData } from './schema.js';

/** The paths do not look at a region. */
const NO_REGION: RegionData = { region: 'geen', label: 'geen', roleNames: {}, contacts: {}, terms: {}, safetyContacts: [] };

/**
 * Every fault in how the parts hang together. What stands on a faulty part is left out, so that one fault is not
 * reported as many: paths are only walked through trees that are sound themselves and lead to sound trees.
 */
export function checkRoute(parts: Parts): readonly RouteFault[] {
  const draft = compile(parts, NO_REGION);
  const trees = checkTrees(parts, draft);
  return [
    ...checkIds(parts), ...checkReferences(parts), ...trees.faults, ...checkConsent(parts), ...checkRegie(parts),
    ...checkPaths(parts, draft, trees.sound),
  ];
}
