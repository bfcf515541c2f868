import { readFileSync, readdirSync } from 'node:fs';
import { loadRoute, type LoadedRoute } from '../../src/route/load.js';
import type { Route } from '../../src/route/model.js';
import { pathsOf } from '../../src/route/resolve.js';

const ROOT = new URL('../../', import.meta.url);
const SINGLE = ['dialogs/feiten.yaml', 'dialogs/stappen-rollen.yaml', 'dialogs/acties.yaml', 'dialogs/toestemming.yaml', 'dialogs/regie.yaml', 'knowledge/regels.yaml'];
const FOLDERS = ['dialogs/bomen/', 'dialogs/regios/'];

/** The real files, loaded as the product does. */
export function loadContent(): LoadedRoute {
  const names = [...SINGLE, ...FOLDERS.flatMap((folder) => readdirSync(new URL(folder, ROOT)).map((name) => folder + name))];
  return loadRoute(names.map((name) => ({ name, text: readFileSync(new URL(name, ROOT), 'utf8') })), 'midden-groningen');
}

/** The real route; throws with the first faults when the files do not pass their check. */
export function contentRoute(): Route {
  const loaded = loadContent();
  if (loaded.ok) return loaded.route;
  throw new Error(loaded.faults.slice(0, 5).map((fault) => `${fault.file}:${fault.line} ${fault.message}`).join('\n'));
}

export const TREES = ['wat-nu', 'zorg', 'veiligheid', 'verzuim', 'mdo', 'vastgelopen', 'toestemming'] as const;

/** Every path through every tree. */
export function allPaths(route: Route) {
  return TREES.flatMap((tree) => [...pathsOf(route, tree)].map((path) => ({ tree, ...path })));
}
