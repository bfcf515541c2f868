import type { Names } from './names.js';
import type { Before, Person } from './person.js';
import type { Token } from './tokens.js';

/** What stands right before the word `at`: a title, somebody at work, a child, a parent, a family, or nothing that says. */
export function beforeOf(tokens: readonly Token[], at: number, names: Names): Before {
  const gap = tokens[at]?.gap;
  const key = tokens[at - 1]?.key;
  if (key === undefined || (gap !== 'space' && gap !== 'colon' && gap !== 'open')) return 'nothing';
  if (gap !== 'space' && (names.work.has(key) || names.workplaces.has(key))) return 'work';
  if (gap === 'open') return 'nothing';
  if (names.child.has(key)) return 'child';
  if (names.parent.has(key)) return 'parent';
  if (gap === 'space' && names.titles.has(key)) return 'title';
  if (names.work.has(key)) return 'work';
  return gap === 'space' && names.family.has(key) ? 'family' : 'nothing';
}

/** True when this is somebody who works there, and so no secret: by what stands before or behind the name. */
export function atWork(tokens: readonly Token[], person: Person, before: Before, names: Names): boolean {
  if (before === 'title' || before === 'work') return !parentBehind(tokens, person, names);
  if (before !== 'nothing') return false;
  return writes(tokens, person, names) || inList(tokens, person, names) || workBehind(tokens, person, names);
}

function parentBehind(tokens: readonly Token[], { next }: Person, names: Names): boolean {
  const after = tokens[next];
  if (after === undefined || (after.gap !== 'comma' && after.gap !== 'open')) return false;
  return names.parent.has(after.key) || (['de', 'zijn', 'haar'].includes(after.key) && names.parent.has(tokens[next + 1]?.key ?? ''));
}

/** "Ik ben Petra", "mijn naam is Petra Jansen", "groet, Petra". */
function writes(tokens: readonly Token[], { from }: Person, names: Names): boolean {
  const words = tokens.slice(Math.max(0, from - 3), from).map(({ key }) => key).join(' ');
  return /(?:^| )(?:ik (?:ben|heet)|mijn naam is|naam is van mij)$/.test(words) || names.writer.has(tokens[from - 1]?.key ?? '');
}

/** "De collega's Petra en Karin": the second is a colleague too. */
function inList(tokens: readonly Token[], { from }: Person, names: Names): boolean {
  const joined = tokens[from - 1]?.key === 'en' || tokens[from]?.gap === 'comma';
  return joined && tokens.slice(Math.max(0, from - 5), from).some(({ key }) => names.manyAtWork.has(key));
}

const OWN = new Set(['onze', 'mijn', 'jullie', 'hun']);
const ARTICLE = new Set(['de', 'het', 'een', 'als']);
const PLACE = new Set(['van', 'bij', 'op', 'voor', 'uit']);

/** "Petra, onze ib'er", "Petra Jansen (ib'er)", "Petra is onze mentor", "Petra van leerplicht". */
function workBehind(tokens: readonly Token[], { next }: Person, names: Names): boolean {
  const after = tokens[next];
  if (after === undefined || after.gap === 'stop' || after.gap === 'digit') return false;
  if (after.key === 'van') return after.gap === 'space' && workplace(tokens, next + 1, names);
  const at = after.key === 'is' ? next + 1 : next;
  const word = tokens[at];
  if (word === undefined) return false;
  if (OWN.has(word.key)) return works(tokens[at + 1], names) || works(tokens[at + 2], names);
  if (ARTICLE.has(word.key)) return works(tokens[at + 1], names) && ends(tokens[at + 2]);
  return (word.gap === 'comma' || word.gap === 'open' || at > next) && works(word, names) && ends(tokens[at + 1]);
}

function workplace(tokens: readonly Token[], at: number, names: Names): boolean {
  const word = tokens[at];
  return names.workplaces.has((word?.key === 'de' || word?.key === 'het' ? tokens[at + 1]?.key : word?.key) ?? '');
}

function works(token: Token | undefined, names: Names): boolean {
  return token !== undefined && names.work.has(token.key);
}

/** After the work nothing follows that could make it about another person: "Daan, de mentor en ik" is about a child. */
function ends(token: Token | undefined): boolean {
  return token === undefined || token.gap !== 'space' || PLACE.has(token.key);
}
