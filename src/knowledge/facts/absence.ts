import type { Word } from './words.js';

/** A stretch in whole units, from and to (the same when the text says it exactly). */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

const AWAY = /^(?:thuis|thuiszit\p{L}*|ziek\p{L}*|verzuim\p{L}*|afwezig\p{L}*|absent\p{L}*|weg|weggebleven|spijbel\p{L}*|gespijbeld|gemist|mist|ongeoorloofd|thuisgebleven|uitgevallen|schoolweiger\p{L}*)$/u;
const LEAVE = /^(?:verlof\p{L}*|vakantie|vakantieverlof|vrij|turkije|marokko|suriname|polen|syrie|buitenland|bruiloft|reis|wereldreis|skien|wintersport)$/u;
const ASKS = /^(?:wil|willen|wilt|mag|mogen|vraagt|vragen|kan|kunnen|gaan|gaat)$/;
const HOURS = /^(?:uur|uren|lesuur|lesuren|klokuren|klokuur|lessen)$/;
const WEEKS: ReadonlyMap<string, number> = new Map([['week', 1], ['weken', 1], ['wk', 1], ['wkn', 1], ['weekjes', 1], ['schoolweken', 1], ['maand', 52 / 12], ['maanden', 52 / 12], ['mnd', 52 / 12], ['mndn', 52 / 12], ['jaar', 52], ['halfjaar', 26], ['schooljaar', 40]]);
const DAYS = /^(?:dag|dagen|schooldag|schooldagen|verlofdagen)$/;
const SCHOOLDAYS_A_WEEK = 5;
/** Before the number: then it is a term, a moment or a rule, not how long this child is away. */
const NO_STRETCH = new Set(['over', 'binnen', 'per', 'elke', 'in', 'na', 'om', 'tot', 'vanaf', 'rond', 'voor', 'bij', 'die', 'de', 'volgende', 'komende', 'eerste', 'om', 'iedere', 'vorige', 'deze', 'uiterlijk', 'geen', 'niet', 'elk']);

/** How many weeks on end the child is away (a month is 4 weeks and a third, three months are 13), when the text says so. */
export function weeksIn(words: readonly Word[]): Stretch | undefined {
  if (spread(words)) return undefined;
  return only(words, (at) => {
    if (!awayNear(words, at) || ofAdult(words, at) || within(words, at)) return undefined;
    const unit = WEEKS.get(unitAt(words, at));
    if (unit !== undefined) return leaveNear(words, at) || perWeek(words, at) || ageOrTerm(words, at) ? undefined : scaled(stretchAt(words, at), unit);
    // Ten days are two weeks of school or less than two of the calendar: only what is the same either way counts.
    const days = DAYS.test(unitAt(words, at)) && !leaveNear(words, at) && !perWeek(words, at) ? stretchAt(words, at) : undefined;
    return days && { from: Math.floor(days.from / 7), to: Math.floor(days.to / SCHOOLDAYS_A_WEEK) };
  });
}

/** How many hours the child was away, when the text says so; "16 uur" as the border of a rule or as a time is none. */
export function hoursIn(words: readonly Word[]): Stretch | undefined {
  return only(words, (at) => {
    const unit = unitAt(words, at);
    if (!HOURS.test(unit) || perWeek(words, at)) return undefined;
    const near = words.slice(Math.max(0, at - 6), at + 10);
    const away = near.some(({ text }) => AWAY.test(text) && text !== 'thuis' && !text.startsWith('ziek')) || unit === 'lesuren';
    return away ? stretchAt(words, at) : undefined;
  });
}

/** How many schooldays of leave are asked for: in days, or in weeks of five. */
export function leaveDaysIn(words: readonly Word[]): Stretch | undefined {
  if (!words.some(({ text: word }) => word.startsWith('verlof') || ASKS.test(word)) || words.some(({ text: word }) => word === 'elke')) return undefined;
  return only(words, (at) => {
    const unit = unitAt(words, at);
    if (!leaveNear(words, at) || text(words, at - 1) === 'bij') return undefined;
    if (DAYS.test(unit)) return stretchAt(words, at);
    return ['week', 'weken', 'wk', 'wkn', 'weekjes'].includes(unit) ? scaled(stretchAt(words, at), SCHOOLDAYS_A_WEEK) : undefined;
  });
}

/** The one stretch that `read` finds; two different ones give none. */
function only(words: readonly Word[], read: (at: number) => Stretch | undefined): Stretch | undefined {
  const found = words.flatMap(({ number }, at) => (number === undefined ? [] : (read(at) ?? [])));
  const [first] = found;
  return first && found.every(({ from, to }) => from === first.from && to === first.to) ? first : undefined;
}

function text(words: readonly Word[], at: number): string {
  return words[at]?.text ?? '';
}

/** The unit behind the number, over a second number ("3 a 4 weken") and over "volle", "hele". */
function unitAt(words: readonly Word[], at: number): string {
  let next = at + 1;
  if (['volle', 'hele', 'school', '-'].includes(text(words, next))) next += 1;
  return text(words, next);
}

/** How long, with what stands around the number: "ruim 3", "meer dan 3", "3 a 4", "bijna 4". Undefined when that is not certain. */
function stretchAt(words: readonly Word[], at: number): Stretch | undefined {
  const count = words[at]?.number ?? 0;
  const before = text(words, at - 1);
  const other = words[at - 2]?.number;
  if (['a', '-', '–', 'tot', 'of', '/'].includes(before) && other !== undefined) return { from: other, to: count };
  if (NO_STRETCH.has(before) || before === 'bijna' || before === 'ongeveer' && count < 1) return before === 'bijna' ? { from: Math.max(0, count - 1), to: count } : undefined;
  if (before === 'dan' && /^(?:meer|langer)$/.test(text(words, at - 2))) return { from: count, to: count + 1 };
  if (before === 'dan') return /^(?:minder|korter)$/.test(text(words, at - 2)) ? { from: Math.max(0, count - 1), to: Math.max(0, count - 1) } : undefined;
  // "Een week" alone is as likely a term or a moment.
  if (text(words, at) === 'een' && !['al', 'sinds', 'ruim', 'nu', 'inmiddels'].includes(before) && unitAt(words, at) !== 'dag' && !leaveNear(words, at)) return undefined;
  return { from: count, to: before === 'ruim' ? count + 0.9 : count };
}

function scaled(stretch: Stretch | undefined, unit: number): Stretch | undefined {
  // Three months are thirteen weeks: a hair under it must not count as twelve.
  return stretch && { from: Math.floor(stretch.from * unit + 1e-6), to: Math.floor(stretch.to * unit + 1e-6) };
}

/** Near the number stands that the child is away; "thuis" alone says only where something is the matter. */
function awayNear(words: readonly Word[], at: number): boolean {
  const near = words.slice(Math.max(0, at - 7), at + 8);
  if (near.some(({ text: word }) => AWAY.test(word) && word !== 'thuis' && word !== 'weg') || notAtSchool(near)) return true;
  const sits = near.some(({ text: word }) => /^(?:zit|zitten|zat|blijft|bleef|is)$/.test(word));
  return near.some(({ text: word }) => word === 'weg') ? sits : ['thuis', 'weg'].includes(text(words, at + 2)) || (sits && near.some(({ text: word }, index) => word === 'thuis' && /^(?:zit|zat|is|nu|al|weken|wkn|maanden|mnd|week|jaar|thuis|volledig|helemaal)$/.test(near[index - 1]?.text ?? '')));
}

/** "Niet op school", "niet meer naar school", "komt niet". */
function notAtSchool(words: readonly Word[]): boolean {
  return words.some(({ text: word }, at) => (word === 'niet' || word === 'nauwelijks') && (words.slice(at + 1, at + 7).some(({ text: next }) => next === 'school' || next === 'les' || next === 'geweest') || words.slice(Math.max(0, at - 6), at).some(({ text: last }) => last === 'komt' || last === 'kwam' || last === 'gaat')));
}

function leaveNear(words: readonly Word[], at: number): boolean {
  return words.slice(Math.max(0, at - 6), at + 8).some(({ text: word }) => LEAVE.test(word)) && !words.slice(Math.max(0, at - 2), at).some(({ text: word }) => word === 'al' || word === 'sinds');
}

/** "22 lesuren in de afgelopen 4 weken": the weeks in which the hours were counted. */
function within(words: readonly Word[], at: number): boolean {
  const before = words.slice(Math.max(0, at - 3), at).map((word) => word.text);
  return before.slice(before.lastIndexOf(',') + 1).some((word) => word === 'in' || word === 'binnen' || word === 'per');
}

/** "De juf is al 3 weken ziek". */
function ofAdult(words: readonly Word[], at: number): boolean {
  return words.slice(Math.max(0, at - 6), at).some(({ text: word }, index, near) => /^(?:juf|meester|collega|moeder|vader|leerkracht|docent|mentor|directeur|opa|oma|ik)$/.test(word) && /^(?:is|ben|ligt|zit)$/.test(near[index + 1]?.text ?? ''));
}

/** Not on end, or not yet: "40 dagen dit jaar", "mist straks 12 weken". */
function spread(words: readonly Word[]): boolean {
  return words.some(({ text: word }, at) => ['straks', 'totaal', 'verspreid', 'losse', 'afwisselend', 'geschorst', 'schorsing', 'straf'].includes(word) || (word === 'dit' && ['jaar', 'schooljaar'].includes(text(words, at + 1))));
}

/** "9 uur per week", "2 dagen per week". */
function perWeek(words: readonly Word[], at: number): boolean {
  return words.slice(at + 1, at + 4).some(({ text: word }) => word === 'per');
}

/** "13 jaar" is an age, "3 weken geleden" a moment, "wacht al 8 weken op een plek" something else; "in 4 weken" goes with hours. */
function ageOrTerm(words: readonly Word[], at: number): boolean {
  const unit = unitAt(words, at);
  const before = text(words, at - 1);
  if (unit === 'jaar' && !['al', 'bijna', 'ruim', 'half', 'sinds'].includes(before) && !['half', 'halve', 'anderhalf', 'een'].includes(text(words, at))) return true;
  const near = words.slice(at + 2, at + 5).map((word) => word.text);
  return near.some((word) => ['geleden', 'op', 'lang'].includes(word) && !(word === 'op' && ['rij', 'school', 'bed'].includes(near[near.indexOf(word) + 1] ?? ''))) ? !near.includes('lang') && !near.includes('niet') : words.slice(Math.max(0, at - 4), at).some(({ text: word }) => word === 'wacht' || word === 'wachtlijst' || word === 'wachten');
}
