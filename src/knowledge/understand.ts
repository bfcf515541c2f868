import { z } from 'zod';
import { askingOf } from './asking.js';
import { commandsFrom } from './commands.js';
import { dataOf, type DataFile } from './data-file.js';
import { gate, type Found } from './gate.js';
import { normal } from './normal.js';
import type { Rank } from './topics/rank.js';

/**
 * What somebody means, from free text: danger before everything else, then commands, then a situation with which the
 * route begins, then the subject of a question. Deterministic, without a language model, and without I/O.
 */

const phrase = z.array(z.array(z.string().min(1)).min(1)).min(1);
const fileSchema = z.strictObject({
  /** Words that change nothing in a command. */
  fillers: z.array(z.string()),
  /** Exact or nearly exact texts. */
  commands: z.array(z.strictObject({
    id: z.enum([
      'wat-nu', 'opnieuw', 'verder', 'terug', 'stop', 'verzuimroute', 'toestemming-nagaan', 'mdo-plannen', 'stagnatie-melden', 'casussen', 'samenvatting', 'risico',
      'mijn-gegevens', 'casus-verwijderen', 'nieuwe-casus', 'overzicht', 'schema', 'rollen', 'wie-bel-ik', 'mens', 'feedback', 'help', 'meldcode', 'stagnatiepunt-hier', 'niet-bezorgd',
    ]),
    texts: z.array(z.string()).min(1),
  })),
  /** How a question about a role begins ("rolkaart van een …"), and words that may follow the role without changing the question. */
  roles: z.strictObject({ begins: z.array(z.string()).min(1), fillers: z.array(z.string()) }),
  routes: z.array(z.strictObject({ phrases: z.array(phrase).min(1), facts: z.record(z.string(), z.string()) })),
});

export type CommandId = z.infer<typeof fileSchema>['commands'][number]['id'];
export type Facts = Readonly<Record<string, string>>;
/** What was in the text and is not kept, logged or repeated. */
export type Refused = 'bsn' | 'name';

interface Said {
  /** The text without what identifies somebody: the only form in which it may be kept. */
  readonly text: string;
  readonly refused: readonly Refused[];
  /** Answers of the route that the text gives. */
  readonly facts: Facts;
  /** What comes after "rolkaart van …". Whether it is a role, the route knows. */
  readonly role?: string;
}

export type Understood = Said & (
  /** `id`: which danger. `named`: in so many words; else the text only sounds like it. */
  | { readonly kind: 'safety'; readonly id: string; readonly named: boolean }
  /** `named`: in its own words; else the text only sounds like it. */
  | { readonly kind: 'command'; readonly id: CommandId; readonly named: boolean }
  /** A situation: the route begins with `facts`. `id` is the article about it, if any, `alternatives` the next ones. */
  | { readonly kind: 'route'; readonly id: string | undefined; readonly alternatives: readonly string[] }
  /** Surely about this article. */
  | { readonly kind: 'article'; readonly id: string; readonly alternatives: readonly string[] }
  /** One of these, the likeliest first. */
  | { readonly kind: 'choices'; readonly id: string; readonly alternatives: readonly string[] }
  | { readonly kind: 'none' }
);

/** @param role the role in the route of who asks, for "wat is mijn taak?" */
export type Understanding = (text: string, role?: string) => Understood;

/** The parts that each know one thing. */
export interface Readers {
  /** Danger that is named. */
  readonly danger: (text: string) => string | undefined;
  /** Danger that a text sounds like. */
  readonly alarm: (text: string) => string | undefined;
  /** The command that a text sounds like, by its id. */
  readonly order: (text: string) => string | undefined;
  readonly scrub: (text: string) => { readonly text: string; readonly refused: readonly Refused[] };
  readonly facts: (text: string) => Facts;
  readonly rank: Rank;
}

/**
 * Compiles the phrases once.
 * @param file `knowledge/herkenning.yaml`
 * @throws on a file that breaks the schema (named in the message): the process does not start
 */
export function understandingFrom(file: DataFile, { danger, alarm, order, scrub, facts, rank }: Readers): Understanding {
  const parsed = fileSchema.safeParse(dataOf(file));
  if (!parsed.success) throw new Error(`${file.name}: ${z.prettifyError(parsed.error)}`);
  const { roles, routes } = parsed.data;
  const roleIn = roleReader(roles);
  const commandIn = commandsFrom(parsed.data.commands, parsed.data.fillers);
  return (whole, asker) => {
    const original = whole.slice(0, LONGEST);
    const { text, refused } = scrub(original);
    // What was taken out says nothing: "[nummer]" is no word of a command.
    const plain = text.replaceAll(TAKEN_OUT, ' ');
    const said = normal(plain);
    const role = roleIn(said);
    const base: Said = { text, refused, facts: {}, ...(role === undefined ? {} : { role }) };
    const named = danger(original);
    // The words of a command are too few to sound like anything.
    const command = named === undefined ? commandIn(said) : undefined;
    if (command !== undefined) return { ...base, kind: 'command', id: command, named: true };
    const sign = named ?? alarm(plain);
    if (sign !== undefined) return { ...base, kind: 'safety', id: sign, named: named !== undefined, facts: facts(text) };
    const sounds = role === undefined ? order(plain) : undefined;
    const asked = parsed.data.commands.find(({ id }) => id === sounds)?.id;
    if (asked !== undefined) return { ...base, kind: 'command', id: asked, named: false };
    const firm = routes.find((route) => route.phrases.some((one) => occurs(said, one)));
    const known = { ...facts(text), ...firm?.facts };
    const found: Found = said === '' ? { kind: 'none' } : gate(rank(plain), said, asker);
    const begins = firm !== undefined || (known['aanleiding'] !== undefined && askingOf(text) !== 'question');
    return begins ? { ...base, facts: known, kind: 'route', ...subjectsOf(found) } : { ...base, facts: known, ...found };
  };
}

/** The subjects of what was found, whatever kind it is. */
function subjectsOf(found: Found): { readonly id: string | undefined; readonly alternatives: readonly string[] } {
  return found.kind === 'none' ? { id: undefined, alternatives: [] } : { id: found.id, alternatives: found.alternatives };
}

/** Teams lets people type far more; who writes this much pastes, and the rest tells nothing new. */
const LONGEST = 4_000;
/** What `scrub` puts in the place of a number or an address. */
const TAKEN_OUT = /\[(?:nummer|weg)\]/g;

const ARTICLE = /^(?:een|de|het|n|t|jullie|onze) /;

/** Reads what comes after the beginning of a question about a role, without an article and without what means nothing. */
function roleReader({ begins, fillers }: z.infer<typeof fileSchema>['roles']): (said: string) => string | undefined {
  // The longest first: "wat is de rol van" before "wat is".
  const starts = begins.map((begin) => `${normal(begin)} `).sort((one, other) => other.length - one.length);
  const ends = fillers.map((filler) => ` ${normal(filler)}`);
  return (said) => {
    const start = starts.find((each) => said.startsWith(each));
    if (start === undefined) return undefined;
    let rest = said.slice(start.length).replace(ARTICLE, '');
    for (let end = ends.find((each) => rest.endsWith(each)); end !== undefined; end = ends.find((each) => rest.endsWith(each))) rest = rest.slice(0, -end.length);
    return rest;
  };
}

function occurs(said: string, groups: readonly (readonly string[])[]): boolean {
  const padded = ` ${said} `;
  return groups.every((alternatives) => alternatives.some((alternative) => padded.includes(` ${alternative}`)));
}
