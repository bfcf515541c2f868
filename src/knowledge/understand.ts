import { parse } from 'yaml';
import { z } from 'zod';
import { holdsBsn } from './personal-data.js';

/**
 * Recognises the few things that people type instead of clicking, from the phrases in `knowledge/herkenning.yaml`.
 * A phrase is a list of groups that must all occur; a group is a list of alternatives.
 */
const group = z.array(z.string().min(1)).min(1);
const phrase = z.array(group).min(1);
const fileSchema = z.strictObject({
  /** In the order in which they are tried: the most pressing first. */
  safety: z.array(z.strictObject({ value: z.string(), phrases: z.array(phrase).min(1) })),
  /** Exact texts, after normalising. */
  commands: z.array(z.strictObject({ id: z.enum(['wat-nu', 'verder', 'stop', 'casussen', 'risico', 'mijn-gegevens', 'casus-verwijderen', 'nieuwe-casus', 'overzicht', 'schema', 'rollen', 'help', 'stagnatiepunt-hier', 'meldcode']), texts: z.array(z.string()).min(1) })),
  /** How a question about a role begins ("wat doet een …"), and words that may follow the role without changing the question. */
  roles: z.strictObject({ begins: z.array(z.string()).min(1), fillers: z.array(z.string()) }),
  routes: z.array(z.strictObject({ phrases: z.array(phrase).min(1), facts: z.record(z.string(), z.string()) })),
});

export type CommandId = z.infer<typeof fileSchema>['commands'][number]['id'];

export type Understood =
  /** Danger comes before everything else. */
  | { readonly kind: 'safety'; readonly value: string; readonly bsn: boolean }
  | { readonly kind: 'command'; readonly id: CommandId; readonly bsn: boolean }
  /** A situation: answers that the text already gives. */
  | ({ readonly kind: 'route'; readonly facts: Readonly<Record<string, string>>; readonly bsn: boolean } & AboutRole)
  | ({ readonly kind: 'none'; readonly bsn: boolean } & AboutRole);

/** What comes after "wat doet een …". Whether it is a role, the route knows. */
interface AboutRole {
  readonly role?: string;
}

export type Understanding = (text: string) => Understood;

/**
 * Compiles the phrases once. Throws on a file that breaks the schema (named in the message): the process does not start.
 */
export function understandingFrom(file: { readonly name: string; readonly text: string }): Understanding {
  const parsed = fileSchema.safeParse(parse(file.text));
  if (!parsed.success) throw new Error(`${file.name}: ${z.prettifyError(parsed.error)}`);
  const { safety, commands, roles, routes } = parsed.data;
  const roleIn = roleReader(roles);
  const commandOf = new Map(commands.flatMap((command) => command.texts.map((text) => [normal(text), command.id] as const)));
  return (text) => {
    const bsn = holdsBsn(text);
    const said = normal(text);
    const danger = safety.find((entry) => entry.phrases.some((one) => occurs(said, one)));
    if (danger) return { kind: 'safety', value: danger.value, bsn };
    const command = commandOf.get(said);
    if (command) return { kind: 'command', id: command, bsn };
    const role = roleIn(said);
    const about = role === undefined ? {} : { role };
    const route = routes.find((entry) => entry.phrases.some((one) => occurs(said, one)));
    if (route) return { kind: 'route', facts: route.facts, bsn, ...about };
    return { kind: 'none', bsn, ...about };
  };
}

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

/** Lower case, without accents and punctuation, single spaces. */
export function normal(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim();
}

function occurs(said: string, groups: readonly (readonly string[])[]): boolean {
  const padded = ` ${said} `;
  return groups.every((alternatives) => alternatives.some((alternative) => padded.includes(` ${alternative}`)));
}
