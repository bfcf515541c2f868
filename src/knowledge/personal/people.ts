import type { Names } from './names.js';
import { personAt, type Person } from './person.js';
import type { Span } from './span.js';
import { follows } from './surname.js';
import { tokensOf, type Token } from './tokens.js';
import { atWork, beforeOf } from './whose.js';

export interface People {
  readonly spans: readonly Span[];
  /** True when the full name of a child, or of a parent, stands in the text. */
  readonly named: boolean;
}

/** Finds the names of people, and what comes in their place: "het kind", "een collega", or "[weg]" for a family or a parent. */
export function peopleIn(text: string, names: Names): People {
  const tokens = tokensOf(text, names);
  const closed = institutions(tokens, names);
  const spans: Span[] = [];
  let named = false;
  for (let at = 0; at < tokens.length;) {
    const before = beforeOf(tokens, at, names);
    const person = closed.has(at) ? undefined : personAt(tokens, at, before, names);
    if (!person || ofSchool(tokens, person, names)) {
      at = person ? person.next + 1 : at + 1;
      continue;
    }
    const works = atWork(tokens, person, before, names);
    const from = works && before === 'title' ? titleBefore(tokens, at, names) : at;
    const by = works ? 'een collega' : person.surnameOnly || before === 'parent' || before === 'family' || before === 'title' ? '[weg]' : 'het kind';
    spans.push({ start: tokens[from]?.start ?? 0, end: endOf(text, tokens, person), by });
    named ||= person.full && !works;
    at = person.next;
  }
  return { spans, named };
}

/** A point after a last initial goes with it, unless it ends the text. */
function endOf(text: string, tokens: readonly Token[], { next }: Person): number {
  const last = tokens[next - 1];
  if (last === undefined) return text.length;
  const behind = text[last.end] ?? '';
  // The apostrophe of "Lucas' vader" goes with the name too.
  return (last.letter && behind === '.' && last.end + 1 < text.length) || (/['’]/.test(behind) && text[last.end + 1] === ' ') ? last.end + 1 : last.end;
}

function titleBefore(tokens: readonly Token[], at: number, names: Names): number {
  let from = at;
  while (from > 0 && follows(tokens, from) && names.titles.has(tokens[from - 1]?.key ?? '')) from -= 1;
  return from;
}

/** "Titus Brandsma College", "Anne Frankschool", "Karel Doormanweg": a school or a street, not a person. */
function ofSchool(tokens: readonly Token[], { from, next }: Person, names: Names): boolean {
  const after = tokens[next];
  const joined = after !== undefined && follows(tokens, next);
  if (joined && (after.capital || ['school', 'college', 'lyceum', 'stichting'].includes(after.key)) && names.institution.test(after.key) && !names.last.has(after.key) && !names.first.has(after.key)) return true;
  const before = tokens[from - 1];
  return before !== undefined && follows(tokens, from) && tokens[from]?.capital === true && names.beforeSchool.has(before.key);
}

/** The words of names that are no person's: "William Schrikker", "Jip en Janneke". */
function institutions(tokens: readonly Token[], names: Names): ReadonlySet<number> {
  const closed = new Set<number>();
  const starts = new Map<string, (readonly string[])[]>();
  for (const phrase of names.noPersons) starts.set(phrase[0] ?? '', [...(starts.get(phrase[0] ?? '') ?? []), phrase]);
  for (const [at, { key }] of tokens.entries()) {
    const phrase = starts.get(key)?.find((words) => words.every((word, offset) => tokens[at + offset]?.key === word));
    phrase?.forEach((_, offset) => closed.add(at + offset));
  }
  return closed;
}
