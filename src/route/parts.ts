import type { z } from 'zod';
import type { RouteFault, SourceFile } from './model.js';
import {
  actionSchema, actionsFileSchema, consentFileSchema, consentRowSchema, contradictionSchema, factSchema, factsFileSchema, outcomeSchema, partySchema,
  questionSchema, regieFileSchema, roleSchema, ruleSchema, rulesFileSchema, stepSchema, stepsRolesFileSchema, treeFileSchema, type ActionData,
  type ConsentRowData, type ContradictionData, type FactData, type OutcomeData, type PartyData, type QuestionData, type RegieCellData, type RoleData,
  type RuleData, type StepData,
} from './schema.js';
import { calendarFileSchema, type CalendarData } from './schema-calendar.js';
import {
  arrowSchema, blockSchema, regionFileSchema, roleCardSchema, roleCardsFileSchema, schemaFileSchema, type ArrowData, type BlockData, type RegionData, type RoleCardData,
} from './schema-local.js';
import { keepingFileSchema, type KeepingData } from './schema-keeping.js';
import { rightsFileSchema, type RightsData } from './schema-rights.js';
import { schemaFaults } from './schema-faults.js';
import { fileFault, readSource, shown, type Path, type Source } from './source.js';

/** A piece of the route with the place where it was written. */
export interface Located<T> {
  readonly data: T;
  readonly source: Source;
  readonly path: Path;
}

/** The well-formed items of a list, and whether its file can be relied upon to say which ids there are. */
export interface Listed<T> {
  readonly items: Located<T>[];
  /** Ids of items that have faults of their own: known, but of no further use. */
  readonly broken: Set<string>;
  /** False when the file is missing or unreadable: then nothing can be called unknown. */
  complete: boolean;
}

export interface TreePart {
  readonly source: Source;
  readonly id: string;
  readonly title: string;
  readonly start: string;
  readonly questions: Listed<QuestionData>;
  readonly outcomes: Listed<OutcomeData>;
  /** False when the file has faults of its own, so that its paths say nothing yet. */
  readonly sound: boolean;
}

/** Everything that could be read, fault or no fault, so that all faults are found in one go. */
export interface Parts {
  readonly facts: Listed<FactData>;
  readonly steps: Listed<StepData>;
  readonly roles: Listed<RoleData>;
  readonly parties: Listed<PartyData>;
  readonly purposes: Listed<PartyData>;
  readonly actions: Listed<ActionData>;
  readonly registrations: Listed<ActionData>;
  readonly rules: Listed<RuleData>;
  readonly rows: Listed<ConsentRowData>;
  readonly cells: Listed<RegieCellData>;
  readonly trees: TreePart[];
  /** False when a tree file could not be read: then a jump to an unknown tree may be right. */
  readonly treesComplete: boolean;
  readonly contradictions: Listed<ContradictionData>;
  readonly cards: Listed<RoleCardData>;
  readonly blocks: Listed<BlockData>;
  readonly arrows: readonly Located<ArrowData>[];
  readonly regions: Located<RegionData>[];
  readonly keeping: Located<KeepingData> | undefined;
  readonly calendar: Located<CalendarData> | undefined;
  readonly rights: Located<RightsData> | undefined;
  readonly consent: { readonly source: Source; readonly ageFact: string; readonly roleFact: string } | undefined;
}

/** The files of one kind: one file, or every file of a folder. */
interface FileKind { readonly schema: z.ZodType; readonly pattern: RegExp; /** As told to people. */ readonly name: string }

const one = (name: string, schema: z.ZodType): FileKind => ({ schema, name, pattern: new RegExp(`^${name.replace('.', '\\.')}$`) });
const folder = (name: string, schema: z.ZodType): FileKind => ({ schema, name: `${name}/*.yaml`, pattern: new RegExp(`^${name}/[^/]+\\.yaml$`) });

const KINDS = {
  facts: folder('dialogs/feiten', factsFileSchema),
  stepsRoles: one('dialogs/stappen-rollen.yaml', stepsRolesFileSchema),
  actions: folder('dialogs/acties', actionsFileSchema),
  consent: one('dialogs/toestemming.yaml', consentFileSchema),
  regie: one('dialogs/regie.yaml', regieFileSchema),
  cards: one('dialogs/rolkaarten.yaml', roleCardsFileSchema),
  picture: one('dialogs/schema.yaml', schemaFileSchema),
  keeping: one('dialogs/bewaren.yaml', keepingFileSchema),
  calendar: one('dialogs/kalender.yaml', calendarFileSchema),
  rights: one('dialogs/rechten.yaml', rightsFileSchema),
  rules: one('knowledge/regels.yaml', rulesFileSchema),
  tree: folder('dialogs/bomen', treeFileSchema),
  region: folder('dialogs/regios', regionFileSchema),
} as const satisfies Record<string, FileKind>;
type Kind = keyof typeof KINDS;
const ALL_KINDS = Object.keys(KINDS) as Kind[];

/** The files of one kind as they came in. */
interface Gathered {
  readonly sources: Source[];
  /** False when one of them could not be read. */
  whole: boolean;
}

/** Reads the files into parts, with every fault of syntax and schema. */
export function readParts(files: readonly SourceFile[]): { readonly parts: Parts; readonly faults: readonly RouteFault[] } {
  const syntax: RouteFault[] = [];
  const schema: RouteFault[] = [];
  const found = new Map<Kind, Gathered>();
  const trees: TreePart[] = [];
  const regions: Located<RegionData>[] = [];
  for (const file of files) {
    const kind = ALL_KINDS.find((each) => KINDS[each].pattern.test(file.name));
    if (kind === undefined) {
      syntax.push(fileFault(file.name, `not a route file; known: ${ALL_KINDS.map((each) => KINDS[each].name).join(', ')}`));
      continue;
    }
    const gathered = found.get(kind) ?? { sources: [], whole: true };
    found.set(kind, gathered);
    const read = readSource(file);
    syntax.push(...read.faults);
    gathered.whole &&= read.source !== undefined;
    if (read.source === undefined) continue;
    gathered.sources.push(read.source);
    const faults = schemaFaults(read.source, KINDS[kind].schema);
    schema.push(...faults);
    if (kind === 'tree') trees.push(treePart(read.source, faults.length + read.faults.length === 0));
    if (kind === 'region') regions.push(...[whole(read.source, regionFileSchema)].flatMap((each) => each ?? []));
  }
  for (const kind of ALL_KINDS) if (!found.has(kind)) syntax.push(fileFault(KINDS[kind].name, 'the file is missing'));

  const list = <T>(kind: Kind, key: string, schemaOfItem: z.ZodType<T>): Listed<T> => gather(found.get(kind), key, schemaOfItem);
  const only = <T>(kind: Kind, schemaOfFile: z.ZodType<T>) => whole(found.get(kind)?.sources[0], schemaOfFile);
  const consent = found.get('consent')?.sources[0];
  return {
    faults: [...syntax, ...schema],
    parts: {
      facts: list('facts', 'facts', factSchema),
      contradictions: list('facts', 'contradictions', contradictionSchema),
      steps: list('stepsRoles', 'steps', stepSchema),
      roles: list('stepsRoles', 'roles', roleSchema),
      parties: list('stepsRoles', 'parties', partySchema),
      purposes: list('stepsRoles', 'purposes', partySchema),
      actions: list('actions', 'actions', actionSchema),
      registrations: list('actions', 'registrations', actionSchema),
      rules: list('rules', 'rules', ruleSchema),
      rows: list('consent', 'rows', consentRowSchema),
      cells: list('regie', 'cells', regieFileSchema.shape.cells.element),
      cards: list('cards', 'cards', roleCardSchema),
      blocks: list('picture', 'blocks', blockSchema),
      arrows: list('picture', 'arrows', arrowSchema).items,
      trees, treesComplete: found.get('tree')?.whole ?? false, regions,
      keeping: only('keeping', keepingFileSchema), calendar: only('calendar', calendarFileSchema), rights: only('rights', rightsFileSchema),
      consent: consent && { source: consent, ageFact: textAt(consent, 'ageFact'), roleFact: textAt(consent, 'roleFact') },
    },
  };
}

/** The ids that may be referred to, or undefined when that cannot be said. */
export function knownIds<T extends { readonly id: string }>(list: Listed<T>): ReadonlySet<string> | undefined {
  return list.complete ? new Set([...list.items.map((item) => item.data.id), ...list.broken]) : undefined;
}

/** "unknown fact 'leeftjd'; known: leeftijd, rol": nearest first, a long list cut short. */
export function unknown(what: string, id: string, known: Iterable<string>): string {
  const names = [...known];
  const alike = (name: string) => {
    let length = 0;
    while (length < name.length && name[length] === id[length]) length += 1;
    return length;
  };
  const near = names.length <= 30 ? names : [...names].sort((a, b) => alike(b) - alike(a)).slice(0, 30);
  const more = names.length - near.length;
  return `unknown ${what} ${shown(id)}; known: ${near.join(', ') || 'none'}${more > 0 ? ` and ${more} more` : ''}`;
}

function whole<T>(source: Source | undefined, schema: z.ZodType<T>): Located<T> | undefined {
  const parsed = schema.safeParse(source?.raw);
  return source && parsed.success ? { data: parsed.data, source, path: [] } : undefined;
}

function treePart(source: Source, sound: boolean): TreePart {
  return {
    source, sound, id: textAt(source, 'tree'), title: textAt(source, 'title'), start: textAt(source, 'start'),
    questions: listed(source, 'questions', questionSchema), outcomes: listed(source, 'outcomes', outcomeSchema),
  };
}

/** The items of a list that goes over several files. */
function gather<T>(found: Gathered | undefined, key: string, schema: z.ZodType<T>): Listed<T> {
  const lists = (found?.sources ?? []).map((source) => listed(source, key, schema));
  return {
    items: lists.flatMap((list) => list.items), broken: new Set(lists.flatMap((list) => [...list.broken])),
    complete: found?.whole === true && lists.every((list) => list.complete),
  };
}

function listed<T>(source: Source, key: string, schema: z.ZodType<T>): Listed<T> {
  const list: Listed<T> = { items: [], broken: new Set(), complete: true };
  const raw = fieldOf(source.raw, key);
  // The key may be left out (it has a default, or its absence is a fault); a list that is no list hides ids.
  if (!Array.isArray(raw)) return { ...list, complete: raw === undefined };
  raw.forEach((each: unknown, index) => {
    const parsed = schema.safeParse(each);
    const id = fieldOf(each, 'id');
    if (parsed.success) list.items.push({ data: parsed.data, source, path: [key, index] });
    else if (typeof id === 'string') list.broken.add(id);
    else list.complete = false;
  });
  return list;
}

function fieldOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined;
}

function textAt(source: Source, key: string): string {
  const value = fieldOf(source.raw, key);
  return typeof value === 'string' ? value.trim() : '';
}
