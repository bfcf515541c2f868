import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';

/**
 * Everything personal that went into a bot in this worker: what people are called, what they typed, filled in and sent along,
 * and what is secret. Whatever a bot writes to its log is searched for all of it when the bot ends.
 */
const wentIn = new Set<string>();

const root = fileURLToPath(new URL('../../', import.meta.url));
/** Shorter ones ("ja", "6-12") stand in everything. */
const SHORTEST = 6;
/** A day, a time, a number of a version: not somebody's. */
const NOBODYS = /^[\d\s:.TZ+-]+$/;

/** Remembers every text in this, however deep, and each longer word of it. */
export function goesIn(value: unknown): void {
  if (typeof value === 'string') for (const each of [value, ...value.split(/[^\p{L}\p{N}@.'_-]+/u)]) remember(each.trim());
  else if (Array.isArray(value)) value.forEach(goesIn);
  else if (typeof value === 'object' && value !== null) Object.values(value).forEach(goesIn);
}

function remember(text: string): void {
  if (text.length >= SHORTEST && !NOBODYS.test(text)) wentIn.add(text.toLowerCase());
}

/** Remembers the body of a request, whatever is in it. */
export function bodyGoesIn(body: string): void {
  try {
    goesIn(JSON.parse(body));
  } catch {
    goesIn(body);
  }
}

/** What of it stands in this output; of each only its length and its beginning, so that a report is no leak itself. */
export function leaksIn(output: string): readonly string[] {
  const written = output.toLowerCase();
  const found = [...wentIn].filter((text) => written.includes(text) && !ours(text));
  return found.map((text) => `${text.slice(0, 4)}… (${String(text.length)} characters)`);
}

/** Throws when a bot that ended wrote something that somebody put in. */
export function refuseLeaks(ended: { readonly stdout: string; readonly stderr: string }): void {
  const leaks = leaksIn(`${ended.stdout}\n${ended.stderr}`);
  if (leaks.length > 0) throw new Error(`the bot wrote what people put in to its log: ${leaks.join(', ')}`);
}

let words: string | undefined;

/** A word that stands in the source or the route as well: the name of a fact, a verb or an option. */
function ours(text: string): boolean {
  words ??= ['src', 'dialogs'].flatMap((folder) => readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|ya?ml)$/.test(name)).map((name) => withoutComments(readFileSync(join(root, folder, name), 'utf8')))).join('\n').toLowerCase();
  return words.includes(text);
}

/** Comments give examples of what people say. */
function withoutComments(source: string): string {
  return source.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$|^\s*#.*$/gm, '');
}
