import type { RouteFault } from './model.js';
import { checkPicture } from './check-picture.js';
import { knownIds, unknown, type Located, type Parts } from './parts.js';
import type { RegionData } from './schema-local.js';
import { faultAt, lineOf, shown, type Path, type Source } from './source.js';

/** The one region whose agreements rest on rules with status U; everywhere else those are an example at most. */
const REGION_OF_U_RULES = 'utrecht-west';

/** What a region lays over the route refers to what is there, and rules of one region stay in that region. */
export function checkRegions(parts: Parts): readonly RouteFault[] {
  return [...parts.regions.flatMap((region) => overlay(parts, region)), ...checkPicture(parts), ...foreignRules(parts)];
}

/** References of an overlay. Names of roles, contacts and terms are looked up in `check-references.ts`. */
function overlay(parts: Parts, { data, source }: Located<RegionData>): RouteFault[] {
  const known = {
    action: knownIds(parts.actions), registration: knownIds(parts.registrations), rule: knownIds(parts.rules),
    outcome: knownOutcomes(parts), tree: parts.treesComplete ? new Set(parts.trees.map((tree) => tree.id)) : undefined,
  };
  const faults: RouteFault[] = [];
  const refer = (what: keyof typeof known, id: string, path: Path, on: 'key' | 'value' = 'value') => {
    const among = known[what];
    if (among !== undefined && !among.has(id)) faults.push(faultAt(source, path, unknown(what, id, among), on));
  };
  for (const id of Object.keys(data.registers)) refer('registration', id, ['registers', id], 'key');
  for (const id of Object.keys(data.texts)) refer('action', id, ['texts', id], 'key');
  const first = new Map<string, number>();
  data.agreements.forEach((agreement, index) => {
    const at = ['agreements', index] as const;
    const earlier = first.get(agreement.id);
    if (earlier === undefined) first.set(agreement.id, index);
    else faults.push(faultAt(source, [...at, 'id'], `duplicate agreement ${shown(agreement.id)}; it stands on line ${lineOf(source, ['agreements', earlier, 'id'])} too`));
    if (agreement.outcomes.length + agreement.trees.length === 0) {
      faults.push(faultAt(source, at, 'an agreement says at which trees or outcomes it is shown; without it nobody sees it', 'key'));
    }
    agreement.outcomes.forEach((id, each) => { refer('outcome', id, [...at, 'outcomes', each]); });
    agreement.trees.forEach((id, each) => { refer('tree', id, [...at, 'trees', each]); });
    agreement.rules.forEach((id, each) => { refer('rule', id, [...at, 'rules', each]); });
  });
  return [...faults, ...boards({ data, source })];
}

/** Every board once, every school at one board: a case of it reaches one regievoerder, not two. */
function boards({ data, source }: Pick<Located<RegionData>, 'data' | 'source'>): RouteFault[] {
  const first = new Map<string, Path>();
  const once = (what: string, name: string, path: Path): RouteFault[] => {
    const key = `${what} ${name.trim().toLowerCase()}`;
    const earlier = first.get(key);
    if (earlier === undefined) first.set(key, path);
    return earlier === undefined ? [] : [faultAt(source, path, `duplicate ${what} ${shown(name)}; it stands on line ${lineOf(source, earlier)} too`)];
  };
  return data.schoolbesturen.flatMap((board, at) => [
    ...once('schoolbestuur', board.name, ['schoolbesturen', at, 'name']),
    ...board.schools.flatMap((school, each) => once('school', school, ['schoolbesturen', at, 'schools', each])),
  ]);
}

/** Every outcome there is, or undefined when some could not be read. */
function knownOutcomes(parts: Parts): ReadonlySet<string> | undefined {
  if (!parts.treesComplete || parts.trees.some((tree) => !tree.outcomes.complete)) return undefined;
  return new Set(parts.trees.flatMap((tree) => [...(knownIds(tree.outcomes) ?? [])]));
}

/** A rule of Utrecht West is never advice elsewhere: only that region's own agreements may rest on it. */
function foreignRules(parts: Parts): RouteFault[] {
  const foreign = new Set(parts.rules.items.filter((rule) => rule.data.status === 'U').map((rule) => rule.data.id));
  return citations(parts).flatMap(({ rules, source, path }) => rules.flatMap((rule, index) => (
    foreign.has(rule) ? [faultAt(source, [...path, index], `rule ${shown(rule)} has status U: only the region '${REGION_OF_U_RULES}' may cite it`)] : []
  )));
}

interface Citation {
  readonly rules: readonly string[];
  readonly source: Source;
  readonly path: Path;
}

/** Every list of rules outside that region. */
function citations(parts: Parts): Citation[] {
  const ruled = [
    ...parts.actions.items, ...parts.registrations.items, ...parts.cells.items, ...parts.blocks.items, ...parts.arrows,
    ...parts.trees.flatMap((tree) => [...tree.questions.items, ...tree.outcomes.items]),
  ];
  const regions = parts.regions.filter((region) => region.data.region !== REGION_OF_U_RULES);
  return [
    ...ruled.map(({ data, source, path }): Citation => ({ rules: data.rules, source, path: [...path, 'rules'] })),
    ...parts.rows.items.flatMap(({ data, source, path }) => Object.entries(data.ages).map(([age, band]): Citation => (
      { rules: band.rules, source, path: [...path, 'ages', age, 'rules'] }
    ))),
    ...parts.cards.items.flatMap(({ data, source, path }) => (['tasks', 'turn', 'not'] as const).flatMap((list) => (
      data[list].map((each, index): Citation => ({ rules: each.rules, source, path: [...path, list, index, 'rules'] }))
    ))),
    ...regions.flatMap(({ data, source }) => (['safetyContacts', 'agreements'] as const).flatMap((list) => (
      data[list].map((each, index): Citation => ({ rules: each.rules, source, path: [list, index, 'rules'] }))
    ))),
  ];
}
