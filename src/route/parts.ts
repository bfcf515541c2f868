import type { z } from 'zod';
import type { RouteFault, SourceFile } from './model.js';
import {
  actionSchema, actionsFileSchema, consentFileSchema, consentRowSchema, factSchema, factsFileSchema, outcomeSchema, partySchema,
  questionSchema, regieFileSchema, regionFileSchema, roleSchema, ruleSchema, rulesFileSchema, stepSchema, stepsRolesFileSchema,
  treeFileSchema, type ActionData, type ConsentRowData, type FactData, type OutcomeData, type PartyData, type QuestionData,
  type RegieCellData, type RegionData, type RoleData, type RuleData, type StepData,
} from './schema.js';
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
  readonly regions: Located<RegionData>[];
  readonly consent: { readonly source: Source; readonly ageFact: string; readonly roleFact: string } | undefined;
}

const FILES = {
  'dialogs/feiten.yaml': factsFileSchema,
  'dialogs/stappen-rollen.yaml': stepsRolesFileSchema,
  'dialogs/acties.yaml': actionsFileSchema,
  'dialogs/toestemming.yaml': consentFileSchema,
  'dialogs/regie.yaml': regieFileSchema,
  'knowledge/regels.yaml': rulesFileSchema,
} as const;
type FileName = keyof typeof FILES;

/** Reads the files into parts, with every fault of syntax and schema. */
export function readParts(files: readonly SourceFile[]): { readonly parts: Parts; readonly faults: readonly RouteFault[] } {
  const syntax: RouteFault[] = [];
  const schema: RouteFault[] = [];
  const sources = new Map<FileName, Source>();
  const trees: TreePart[] = [];
  const regions: Located<RegionData>[] = [];
  let treesComplete = true;
  const present = new Set(files.map((file) => file.name));
  for (const file of files) {
    const kind = kindOf(file.name);
    if (kind === undefined) {
      syntax.push(fileFault(file.name, `not a route file; known: ${Object.keys(FILES).join(', ')}, dialogs/bomen/*.yaml, dialogs/regios/*.yaml`));
      continue;
    }
    const read = readSource(file);
    syntax.push(...read.faults);
    if (read.source === undefined) {
      if (kind === 'tree') treesComplete = false;
      continue;
    }
    const shape = kind === 'tree' ? treeFileSchema : kind === 'region' ? regionFileSchema : FILES[kind];
    const faults = schemaFaults(read.source, shape);
    schema.push(...faults);
    if (kind === 'tree') trees.push(treePart(read.source, faults.length + read.faults.length === 0));
    else if (kind === 'region') {
      const parsed = regionFileSchema.safeParse(read.source.raw);
      if (parsed.success) regions.push({ data: parsed.data, source: read.source, path: [] });
    } else sources.set(kind, read.source);
  }
  for (const name of Object.keys(FILES)) if (!present.has(name)) syntax.push(fileFault(name, 'the file is missing'));
  if (![...present].some((name) => kindOf(name) === 'tree')) syntax.push(fileFault('dialogs/bomen', 'there is no tree file'));

  const list = <T>(name: FileName, key: string, schemaOfItem: z.ZodType<T>) => listed(sources.get(name), key, schemaOfItem);
  const consent = sources.get('dialogs/toestemming.yaml');
  return {
    faults: [...syntax, ...schema],
    parts: {
      facts: list('dialogs/feiten.yaml', 'facts', factSchema),
      steps: list('dialogs/stappen-rollen.yaml', 'steps', stepSchema),
      roles: list('dialogs/stappen-rollen.yaml', 'roles', roleSchema),
      parties: list('dialogs/stappen-rollen.yaml', 'parties', partySchema),
      purposes: list('dialogs/stappen-rollen.yaml', 'purposes', partySchema),
      actions: list('dialogs/acties.yaml', 'actions', actionSchema),
      registrations: list('dialogs/acties.yaml', 'registrations', actionSchema),
      rules: list('knowledge/regels.yaml', 'rules', ruleSchema),
      rows: list('dialogs/toestemming.yaml', 'rows', consentRowSchema),
      cells: list('dialogs/regie.yaml', 'cells', regieFileSchema.shape.cells.element),
      trees, treesComplete, regions,
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

function kindOf(name: string): FileName | 'tree' | 'region' | undefined {
  if (Object.hasOwn(FILES, name)) return name as FileName;
  if (/^dialogs\/bomen\/[^/]+\.yaml$/.test(name)) return 'tree';
  if (/^dialogs\/regios\/[^/]+\.yaml$/.test(name)) return 'region';
  return undefined;
}

function treePart(source: Source, sound: boolean): TreePart {
  return {
    source, sound, id: textAt(source, 'tree'), title: textAt(source, 'title'), start: textAt(source, 'start'),
    questions: listed(source, 'questions', questionSchema), outcomes: listed(source, 'outcomes', outcomeSchema),
  };
}

function listed<T>(source: Source | undefined, key: string, schema: z.ZodType<T>): Listed<T> {
  const list: Listed<T> = { items: [], broken: new Set(), complete: source !== undefined };
  if (source === undefined) return list;
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
