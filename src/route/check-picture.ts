import type { RouteFault } from './model.js';
import { knownIds, unknown, type Located, type Parts } from './parts.js';
import type { BlockData } from './schema-local.js';
import { faultAt, lineOf, shown, type Path, type Source } from './source.js';

type Known = ReadonlySet<string> | undefined;
type Refer = (what: string, among: Known, ids: readonly string[], source: Source, path: Path) => void;

/**
 * The role cards and the stroomschema name what is there, each role has one card at most, and every tree and every step
 * stands in one block: wherever people are, the picture can show it.
 */
export function checkPicture(parts: Parts): readonly RouteFault[] {
  const faults: RouteFault[] = [];
  const role = knownIds(parts.roles);
  const rule = knownIds(parts.rules);
  const step = knownIds(parts.steps);
  const block = knownIds(parts.blocks);
  const tree = parts.treesComplete ? new Set(parts.trees.map((each) => each.id).filter((id) => id !== '')) : undefined;
  const refer: Refer = (what, among, ids, source, path) => {
    ids.forEach((id, index) => {
      if (among !== undefined && !among.has(id)) faults.push(faultAt(source, [...path, index], unknown(what, id, among)));
    });
  };
  for (const { data, source, path } of parts.cards.items) {
    if (role !== undefined && !role.has(data.id)) faults.push(faultAt(source, [...path, 'id'], unknown('role', data.id, role)));
    refer('role', role, data.with, source, [...path, 'with']);
    for (const list of ['tasks', 'turn', 'not'] as const) {
      data[list].forEach((each, index) => { refer('rule', rule, each.rules, source, [...path, list, index, 'rules']); });
    }
  }
  for (const { data, source, path } of parts.blocks.items) {
    refer('step', step, data.steps, source, [...path, 'steps']);
    refer('tree', tree, data.trees, source, [...path, 'trees']);
    refer('role', role, data.roles, source, [...path, 'roles']);
    refer('rule', rule, data.rules, source, [...path, 'rules']);
  }
  for (const { data, source, path } of parts.arrows) {
    for (const end of ['from', 'to'] as const) {
      if (block !== undefined && !block.has(data[end])) faults.push(faultAt(source, [...path, end], unknown('block', data[end], block)));
    }
    refer('rule', rule, data.rules, source, [...path, 'rules']);
  }
  return [
    ...faults, ...twice('role card', parts.cards.items), ...twice('block', parts.blocks.items),
    ...inOneBlock(parts, 'steps', step), ...inOneBlock(parts, 'trees', tree),
  ];
}

function twice(what: string, items: readonly Located<{ readonly id: string }>[]): RouteFault[] {
  const first = new Map<string, Located<unknown>>();
  return items.flatMap((item) => {
    const earlier = first.get(item.data.id);
    if (earlier === undefined) {
      first.set(item.data.id, item);
      return [];
    }
    return [faultAt(item.source, [...item.path, 'id'], `duplicate ${what} ${shown(item.data.id)}; it stands on line ${lineOf(earlier.source, earlier.path)} too`)];
  });
}

/** Every step, or every tree, stands in exactly one block. */
function inOneBlock(parts: Parts, key: 'steps' | 'trees', known: Known): RouteFault[] {
  const one = key === 'steps' ? 'step' : 'tree';
  const first = new Map<string, Located<BlockData>>();
  const again = parts.blocks.items.flatMap((block) => block.data[key].flatMap((id, index) => {
    const earlier = first.get(id);
    if (earlier === undefined) {
      first.set(id, block);
      return [];
    }
    return [faultAt(block.source, [...block.path, key, index], `the ${one} ${shown(id)} stands in the block ${shown(earlier.data.id)} already; allowed: one block`)];
  }));
  const source = parts.blocks.items[0]?.source;
  // A block with faults of its own may hold what seems to be missing.
  if (source === undefined || known === undefined || !parts.blocks.complete || parts.blocks.broken.size > 0) return again;
  const missing = [...known].filter((id) => !first.has(id));
  return [...again, ...missing.map((id) => faultAt(source, ['blocks'], `the ${one} ${shown(id)} stands in no block; every ${one} must stand in one`, 'key'))];
}
