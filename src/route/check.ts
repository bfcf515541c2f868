import type { RouteFault } from './model.js';
import { checkCalendar } from './check-calendar.js';
import { checkConsent } from './check-consent.js';
import { checkFacts } from './check-facts.js';
import { checkIds } from './check-ids.js';
import { checkKeeping } from './check-keeping.js';
import { checkPaths } from './check-paths.js';
import { checkReferences } from './check-references.js';
import { checkRegie } from './check-regie.js';
import { checkRegions } from './check-regions.js';
import { checkRights } from './check-rights.js';
import { checkTrees } from './check-trees.js';
import { checkUnused } from './check-unused.js';
import { compile } from './compile.js';
import type { Conditions } from './conditions.js';
import type { Parts } from './parts.js';
import type { RegionData } from './schema-local.js';

/** The paths do not look at a region. */
const NO_REGION: RegionData = {
  region: 'geen', label: 'geen', roleNames: {}, contacts: {}, terms: {}, schoolbesturen: [], safetyContacts: [], registers: {}, texts: {}, agreements: [],
};

/**
 * Every fault in how the parts hang together. What stands on a faulty part is left out, so that one fault is not
 * reported as many: paths are only walked through trees that are sound themselves and lead to sound trees.
 */
export function checkRoute(parts: Parts, conditions: Conditions): readonly RouteFault[] {
  const draft = compile(parts, NO_REGION, conditions);
  const trees = checkTrees(parts, draft);
  const faults = [
    ...checkIds(parts), ...checkReferences(parts, conditions), ...checkFacts(parts), ...checkRegions(parts), ...trees.faults,
    ...checkConsent(parts), ...checkRegie(parts), ...checkKeeping(parts), ...checkCalendar(parts), ...checkRights(parts),
    ...checkPaths(parts, draft, trees.sound),
  ];
  // A name that was mistyped elsewhere would be told here once more.
  return faults.length > 0 ? faults : checkUnused(parts);
}
