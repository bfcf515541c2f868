import { distance } from 'fastest-levenshtein';
import { normal } from '../../knowledge/normal.js';
import type { Facts } from '../../knowledge/understand.js';
import type { Position } from '../../route/model.js';
import { readValue } from '../../route/numbers.js';
import { dontKnow, no, yes } from './short-words.js';

type Question = Extract<Position, { kind: 'question' }>;
type Value = Question['values'][number];

/**
 * What a typed text is for the question that is open: one of its answers (`sure` when it was said in so many words), or a
 * word that can only be an answer but is none here (`unfit`). Undefined: something else.
 */
export type Typed =
  | { readonly kind: 'value'; readonly value: Value; readonly sure: boolean }
  | { readonly kind: 'unfit'; readonly as: 'yes' | 'no' | 'dont-know' | 'number' }
  | undefined;

/** @param facts answers of the route that the text gives; only one for this very question counts */
export function typedAnswer(question: Question, text: string, facts: Facts): Typed {
  const { fact, values } = question;
  const said = normal(text);
  if (said === '') return undefined;
  const exact = values.find((one) => normal(one.label) === said || normal(one.id) === said);
  if (exact) return { kind: 'value', value: exact, sure: true };
  return numberIn(question, text) ?? shortWord(values, said) ?? nearly(question, said) ?? found(values.find((one) => one.id === facts[fact.id]), false);
}

function found(value: Value | undefined, sure: boolean): Typed {
  return value && { kind: 'value', value, sure };
}

/** "13", "13 jaar", "ze is 13"; "bijna 13" is no 13. */
const NUMBER = /^(?:(?:hij|ze|zij|het|dat|dit|het kind|de leerling) is )?(\d{1,6})(?: ?([a-z]{1,11}))?(?: oud)?$/;
const UNITS: Readonly<Record<string, readonly string[]>> = {
  jaar: ['jaar', 'jaren', 'jr', 'j'], week: ['week', 'weken', 'wk', 'wkn'], uur: ['uur', 'uren', 'u'], schooldag: ['dag', 'dagen', 'schooldag', 'schooldagen'],
};
/** "optie 2", "de tweede", "2e". */
const NTH = /^(?:(?:optie|antwoord|nummer|nr|keuze|de|het) )?(?:(\d{1,2})(?:e|de|ste)?|(eerste|tweede|derde|vierde|vijfde|zesde))(?: (?:optie|antwoord|keuze))?$/;
const ORDINALS = ['eerste', 'tweede', 'derde', 'vierde', 'vijfde', 'zesde'];

/** A number, with a unit or without, and nothing else. */
export function isNumber(text: string): boolean {
  const [, digits, unit] = NUMBER.exec(normal(text)) ?? [];
  return digits !== undefined && (unit === undefined || Object.values(UNITS).some((units) => units.includes(unit)));
}

/** A number alone is always an answer: where no number is asked for, the answer with that place on the card. */
function numberIn({ fact, values }: Question, text: string): Typed {
  const said = normal(text);
  const [, digits, unit] = NUMBER.exec(said) ?? [];
  if (fact.number !== undefined) {
    if (digits === undefined || (unit !== undefined && UNITS[fact.number.unit]?.includes(unit) !== true)) return undefined;
    const read = readValue(fact, digits);
    return found(read.ok ? values.find((one) => one.id === read.value) : undefined, true) ?? { kind: 'unfit', as: 'number' };
  }
  const [, count, ordinal] = NTH.exec(said) ?? [];
  if (count === undefined && ordinal === undefined) return undefined;
  const at = count === undefined ? ORDINALS.indexOf(ordinal ?? '') : Number(count) - 1;
  return found(values[at], false) ?? { kind: 'unfit', as: 'number' };
}

/** "Ja hoor", "nope", "geen idee": the one answer that says so. */
function shortWord(values: readonly Value[], said: string): Typed {
  const one = (of: readonly Value[], as: 'yes' | 'no' | 'dont-know'): Typed => (of.length === 1 ? found(of[0], true) : { kind: 'unfit', as });
  const begins = (word: string) => values.filter((value) => value.id === word || normal(value.label).split(' ')[0] === word);
  if (yes.has(said)) return one(begins('ja'), 'yes');
  if (no.has(said)) return one(begins('nee'), 'no');
  if (dontKnow.has(said)) return one(values.filter((value) => ['weet-niet', 'twijfel'].includes(value.id)), 'dont-know');
  return undefined;
}

/** Part of a label, or a label with a slip of the finger; nothing when two come equally near. */
function nearly({ fact, values }: Question, said: string): Typed {
  const wanted = bare(said);
  const scored = values.flatMap((value) => {
    const costs = namesOf(value, fact.number === undefined).flatMap((name) => costOf(name, wanted) ?? []);
    return costs.length === 0 ? [] : [{ value, cost: Math.min(...costs) }];
  }).sort((one, other) => one.cost - other.cost);
  const [first, second] = scored;
  return first && first.cost !== second?.cost ? found(first.value, false) : undefined;
}

/** By what an answer may be called. The bands of a number are not taken apart: "12" is not "12, 13, 14 of 15 jaar". */
function namesOf({ id, label }: Value, apart: boolean): readonly string[] {
  const inBrackets = /\(([^)]*)\)/.exec(label)?.[1] ?? '';
  const outside = label.replace(/\([^)]*\)/g, ' ');
  const all = [label, outside, label.replace(/ (?:jaar|uur|weken|dagen)$/, ''), ...(apart ? [inBrackets, ...outside.split(/[,:]| of /), ...inBrackets.split(' of '), id] : [])];
  return [...new Set(all.map((each) => bare(normal(each))).filter((each) => each.length > 1))];
}

const bare = (said: string): string => said.replace(/^(?:(?:de|het|een|met|op|naar|van|ik wil|er is) )+/, '');

/** One letter apart, and worlds apart. */
const OWN_WORDS = new Set(['leervraag', 'leefvraag', 'leervragen', 'leefvragen']);

/** How many letters are wrong; undefined when it is something else. Short words, and with them "geen" and "niet", are as they are. */
function costOf(name: string, said: string): number | undefined {
  const [words, typed] = [name.split(' '), said.split(' ')];
  if (words.length !== typed.length) return undefined;
  let cost = 0;
  for (const [at, word] of words.entries()) {
    const other = typed[at] ?? '';
    if (word === other) continue;
    const off = distance(word, other);
    if (word.length < 5 || off > (word.length >= 9 ? 2 : 1) || OWN_WORDS.has(other)) return undefined;
    cost += off;
  }
  return cost;
}
