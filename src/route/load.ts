import type { Route, RouteFault, SourceFile } from './model.js';
import { checkRoute } from './check.js';
import { compile } from './compile.js';
import { CONDITIONS, type Conditions } from './conditions.js';
import { readParts, unknown } from './parts.js';
import { fileFault } from './source.js';

export type LoadedRoute = { readonly ok: true; readonly route: Route } | { readonly ok: false; readonly faults: readonly RouteFault[] };

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
  return region === undefined || all.length > 0 ? { ok: false, faults: all } : { ok: true, route: compile(parts, region, conditions) };
}
