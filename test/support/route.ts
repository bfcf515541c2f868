import { readRouteFiles } from '../../src/files.js';
import { loadRoute } from '../../src/route/load.js';
import type { Route } from '../../src/route/model.js';

/** The route of the repository, checked and compiled as the product does it. Takes half a second: call it once per file. */
export function realRoute(): Route {
  const loaded = loadRoute(readRouteFiles(), 'midden-groningen');
  if (!loaded.ok) throw new Error(loaded.faults.map(({ file, line, message }) => `${file}:${String(line)} ${message}`).slice(0, 5).join('\n'));
  return loaded.route;
}
