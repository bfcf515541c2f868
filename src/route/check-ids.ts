import type { RouteFault } from './model.js';
import type { Located, Parts } from './parts.js';
import { faultAt, lineOf, shown, type Path, type Source } from './source.js';
import { plainRole, roleTexts } from './roles.js';

interface Name {
  readonly id: string;
  readonly source: Source;
  readonly path: Path;
}

/** Ids that stand twice, within a file or over files. Each kind has its own ids; nodes share theirs over all trees. */
export function checkIds(parts: Parts): readonly RouteFault[] {
  const nodes = parts.trees.flatMap((tree) => [...names(tree.questions.items), ...names(tree.outcomes.items)]);
  const trees = parts.trees.filter((tree) => tree.id !== '').map((tree): Name => ({ id: tree.id, source: tree.source, path: ['tree'] }));
  const regions = parts.regions.map((region): Name => ({ id: region.data.region, source: region.source, path: ['region'] }));
  return [
    ...twice('fact', names(parts.facts.items)), ...parts.facts.items.flatMap((fact) => twice('value', fact.data.values.map(({ id }, index) => (
      { id, source: fact.source, path: [...fact.path, 'values', index, 'id'] }
    )))),
    ...twice('step', names(parts.steps.items)), ...twice('role', names(parts.roles.items)), ...twice('party', names(parts.parties.items)),
    ...twice('purpose', names(parts.purposes.items)), ...twice('action', names(parts.actions.items)),
    ...twice('registration', names(parts.registrations.items)), ...twice('rule', names(parts.rules.items)),
    ...twice('consent row', names(parts.rows.items)), ...twice('tree', trees), ...twice('node', nodes), ...twice('region', regions),
    ...sharedRoleNames(parts),
  ];
}

function names<T extends { readonly id: string }>(items: readonly Located<T>[]): Name[] {
  return items.map(({ data, source, path }) => ({ id: data.id, source, path: [...path, 'id'] }));
}

function twice(what: string, all: readonly Name[]): RouteFault[] {
  const first = new Map<string, Name>();
  return all.flatMap((name) => {
    const earlier = first.get(name.id);
    if (earlier === undefined) {
      first.set(name.id, name);
      return [];
    }
    const where = `${earlier.source.name} line ${lineOf(earlier.source, earlier.path)}`;
    return [faultAt(name.source, name.path, `duplicate ${what} ${shown(name.id)}; it stands in ${where} too`)];
  });
}

/** What people write must lead to one role. */
function sharedRoleNames(parts: Parts): RouteFault[] {
  const owner = new Map<string, string>();
  return parts.roles.items.flatMap(({ data, source, path }) => roleTexts(data).flatMap((name, index) => {
    const plain = plainRole(name);
    const other = owner.get(plain);
    if (other === undefined) owner.set(plain, data.id);
    if (other === undefined || other === data.id) return [];
    const at = index === 0 ? ['id'] : index === 1 ? ['label'] : ['aliases', index - 2];
    return [faultAt(source, [...path, ...at], `${shown(name)} already means the role ${shown(other)}`)];
  }));
}
