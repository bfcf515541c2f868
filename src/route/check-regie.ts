import type { RouteFault } from './model.js';
import type { Parts } from './parts.js';
import { LEEFVRAAG, LEERVRAAG } from './regie.js';
import { faultAt, fileFault, shown } from './source.js';

const FILE = 'dialogs/regie.yaml';

/** The regie matrix has a cell for every combination of leervraag and leefvraag, and one only (RGM-01..06). */
export function checkRegie(parts: Parts): readonly RouteFault[] {
  const { items, complete, broken } = parts.cells;
  const leervragen = valuesOf(parts, LEERVRAAG);
  const leefvragen = valuesOf(parts, LEEFVRAAG);
  const used = items.length > 0 || (leervragen !== undefined && leefvragen !== undefined)
    || parts.trees.some((tree) => tree.outcomes.items.some((outcome) => outcome.data.role === 'regie'));
  if (!complete || broken.size > 0 || !parts.facts.complete || !used) return [];
  if (leervragen === undefined || leefvragen === undefined) {
    return [LEERVRAAG, LEEFVRAAG].filter((fact) => valuesOf(parts, fact) === undefined && !parts.facts.broken.has(fact))
      .map((fact) => fileFault(FILE, `the matrix needs the fact ${shown(fact)} in dialogs/feiten`));
  }
  const seen = new Set<string>();
  const faults: RouteFault[] = [];
  for (const { data, source, path } of items) {
    const pair = `${data.leervraag} × ${data.leefvraag}`;
    if (seen.has(pair)) faults.push(faultAt(source, path, `leervraag × leefvraag ${shown(pair)} stands here twice; allowed: once`));
    seen.add(pair);
  }
  const missing = leervragen.flatMap((leer) => leefvragen.map((leef) => `${leer} × ${leef}`)).filter((pair) => !seen.has(pair));
  const source = items[0]?.source;
  return [...faults, ...missing.map((pair) => {
    const message = `no cell for leervraag × leefvraag ${shown(pair)}; every combination must have one`;
    return source ? faultAt(source, ['cells'], message, 'key') : fileFault(FILE, message);
  })];
}

function valuesOf(parts: Parts, fact: string): readonly string[] | undefined {
  return parts.facts.items.find((item) => item.data.id === fact)?.data.values.map((value) => value.id);
}
