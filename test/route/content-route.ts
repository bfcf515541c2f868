import { readRouteFiles } from '../../src/files.js';
import { loadRoute, type LoadedRoute } from '../../src/route/load.js';
import type { Route } from '../../src/route/model.js';
import { pathsOf } from '../../src/route/resolve.js';

/** The real files, loaded as the product does. */
export function loadContent(region = 'midden-groningen'): LoadedRoute {
  return loadRoute(readRouteFiles(), region);
}

/** The real route; throws with the first faults when the files do not pass their check. */
export function contentRoute(): Route {
  const loaded = loadContent();
  if (loaded.ok) return loaded.route;
  throw new Error(loaded.faults.slice(0, 5).map((fault) => `${fault.file}:${fault.line} ${fault.message}`).join('\n'));
}

export const TREES = [
  'wat-nu', 'zorg', 'koo', 'jgz', 'sociaal-team', 'veiligheid', 'meldcode', 'verzuim', 'vrijstelling', 'mdo', 'evaluatie', 'vastgelopen',
  'toestemming', 'overstap', 'regelen', 'oogo', 'invoeren',
] as const;

/** Every path through every tree. */
export function allPaths(route: Route) {
  return TREES.flatMap((tree) => [...pathsOf(route, tree)].map((path) => ({ tree, ...path })));
}
