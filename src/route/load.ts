import type { Route, RouteFault, SourceFile } from './model.js';
import { checkRoute } from './check.js';
import { compile } from './compile.js';
import { CONDITIONS, type Conditions } from './conditions.js';
import { readParts, unknown } from './parts.js';
import { fileFault } from './source.js';

/** Who may do what. */
const RIGHTS = 'dialogs/rechten.yaml';

export type LoadedRoute =
  | { readonly ok: true; readonly route: Route }
  /** `draft`: what could be read all the same; for telling more faults at once, never to work with. Undefined without a region. */
  | { readonly ok: false; readonly faults: readonly RouteFault[]; readonly draft?: Pick<Route, 'roles' | 'region'> | undefined };

/**
 * Reads, checks and compiles the route for one region. `files` are all YAML files of the route, named from the root
 * of the repository. Every fault is reported at once: what is not YAML, then what is not in the schema, then what
 * does not hang together. Never throws for what stands in a file.
 */
export function loadRoute(files: readonly SourceFile[], regionId: string, conditions: Conditions = CONDITIONS): LoadedRoute {
  const { parts, faults } = readParts(files);
  const region = parts.regions.find((each) => each.data.region === regionId)?.data;
  const noRegion = region === undefined && faults.every((fault) => !fault.file.startsWith('dialogs/regios/'))
    ? [fileFault('dialogs/regios', unknown('region', regionId, parts.regions.map((each) => each.data.region)))] : [];
  const all = [...faults, ...noRegion, ...checkRoute(parts, conditions)];
  if (region === undefined) return { ok: false, faults: all };
  const route = compile(parts, region, conditions);
  return all.length > 0 ? { ok: false, faults: all, draft: route } : { ok: true, route };
}

/**
 * Reads a route that was kept, with the files as they were then. Who may do what is always that of today: what was kept
 * of it may know other roles and commands, and is neither read nor missed. The route comes without rights.
 */
export function loadKept(files: readonly SourceFile[], regionId: string): LoadedRoute {
  const then = files.filter((file) => file.name !== RIGHTS);
  const { parts, faults } = readParts(then);
  const region = parts.regions.find((each) => each.data.region === regionId)?.data;
  const all = [...faults.filter((fault) => fault.file !== RIGHTS), ...checkRoute(parts, CONDITIONS)];
  return region === undefined || all.length > 0 ? { ok: false, faults: all } : { ok: true, route: compile(parts, region, CONDITIONS) };
}
