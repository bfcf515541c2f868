import { choiceOf, findButton, kindOf, textOf, type Card } from '../card.js';
import { nameOf } from '../teams.js';
import { arrives, channelArrives, SEATS, seatOf, type Seat } from './seats.js';
import type { Talk } from './talk.js';
import { dayFrom } from './values.js';
import type { Random } from '../random.js';

/** Something typed into a case that only some may ever read. */
export interface Secret {
  readonly words: string;
  readonly ref: string;
}
export interface Stories {
  readonly secrets: readonly Secret[];
  readonly codes: readonly string[];
  /** A case whose owner never gives it away or deletes it: whoever makes it vanish was not allowed to. */
  readonly kept: { readonly ref: string; readonly code: string; readonly owner: Seat };
}

/** The words of a talk, recognisable wherever they turn up. */
const SECRET = 'kwartelkoning';

/** Real traffic of a few people: a visit, cases, consent given and withdrawn, an MDO, a stagnation that is claimed. */
export async function tellStories(talk: Talk, serviceUrl: string, random: Random, today: number): Promise<Stories> {
  for (const seat of SEATS) await talk.send(seat, arrives(seat, serviceUrl));
  await talk.send(seatOf('stagnatiepunt'), channelArrives(seatOf('stagnatiepunt'), serviceUrl));
  const [juf, collega, ib, directie] = [seatOf('leerkracht'), seatOf('collega'), seatOf('ib'), seatOf('directie')];

  let question: Card | undefined = await talk.says(juf, 'wat nu?');
  for (const value of ['zorg', 'nog-niemand', 'onder-12']) question = question && await talk.presses(juf, question, { verb: 'answer', value });

  const kept = await talk.opensCase(directie, 'signaal', 'onder-12');
  const secrets = [await notesTalk(talk, directie, kept.ref, 'een', today), await notesTalk(talk, collega, (await talk.opensCase(collega, 'signaal', '12-15')).ref, 'twee', today)];
  const stuck = await talk.opensCase(juf, 'signaal', 'onder-12');
  await getsStuck(talk, juf, stuck.card);
  const shared = await talk.opensCase(ib, 'plan', 'onder-12');
  await consents(talk, ib, shared.ref, 'gegeven');
  await plansMdo(talk, ib, shared.ref, today, random);
  const closed = await talk.opensCase(ib, 'plan', 'onder-12');
  await consents(talk, ib, closed.ref, 'gegeven');
  await bringsIn(talk, ib, closed.ref, nameOf('jgz'));
  await answers(talk, ib, closed.ref, 'ingetrokken');
  for (const seat of SEATS) for (const text of ['wat nu?', 'mijn casussen', 'nieuwe casus']) await talk.says(seat, text);
  for (const view of ['all', 'people', 'mdo', 'mdo-form', 'consent', 'contacts']) await talk.looks(ib, shared.ref, view);
  return { secrets, codes: [kept.code, stuck.code, shared.code, closed.code], kept: { ...kept, owner: directie } };
}

async function notesTalk(talk: Talk, seat: Seat, ref: string, which: string, today: number): Promise<Secret> {
  const form = await talk.looks(seat, ref, 'contact-form');
  const words = `${SECRET}-${which}`;
  const day = new Date(today).toISOString().slice(0, 10);
  await talk.presses(seat, form, { verb: 'contact-note' }, { on: day, with: firstChoice(form, 'with'), discussed: `Gesproken over ${words}`, agreed: `Afgesproken: ${words}` }, true);
  const seen = await talk.looks(seat, ref, 'contacts');
  if (!textOf(seen).includes(words)) throw new Error(`the talk was not noted: ${textOf(seen).slice(0, 300)}`);
  return { words, ref };
}

async function getsStuck(talk: Talk, seat: Seat, card: Card): Promise<void> {
  const ref = JSON.stringify(card).match(/"ref":"(c-[^"]+)"/)?.[1] ?? '';
  const form = await talk.looks(seat, ref, 'term');
  await talk.presses(seat, form, { verb: 'stuck' }, { kind: 'samenwerking', parentsKnow: 'ja' }, true);
}

async function consents(talk: Talk, seat: Seat, ref: string, status: string): Promise<void> {
  const form = await talk.looks(seat, ref, 'gezag-form');
  await talk.presses(seat, form, { verb: 'gezag' }, { gezag: 'moeder' }, true);
  await answers(talk, seat, ref, status);
}

async function answers(talk: Talk, seat: Seat, ref: string, status: string): Promise<void> {
  const form = await talk.looks(seat, ref, 'consent-form');
  await talk.presses(seat, form, { verb: 'consent' }, { recipients: 'jgz,sociaal-team', person: 'moeder', status, how: 'mondeling' }, true);
}

async function bringsIn(talk: Talk, seat: Seat, ref: string, name: string): Promise<void> {
  const form = await talk.looks(seat, ref, 'person-form');
  await talk.presses(seat, form, { verb: 'person-invite' }, { person: choiceOf(form, 'person', name) ?? '', told: 'ja' }, true);
}

async function plansMdo(talk: Talk, seat: Seat, ref: string, today: number, random: Random): Promise<void> {
  const form = await talk.looks(seat, ref, 'mdo-form');
  const invitees = [nameOf('jgz'), nameOf('casemanager')].map((name) => choiceOf(form, 'invitees', name) ?? '').join(',');
  await talk.presses(seat, form, { verb: 'mdo' }, {
    leervraag: 'enkelvoudig', leefvraag: 'complex', purpose: 'Samen een plan maken', date: dayFrom(today + 20 * 86_400_000, random), time: '14:30', invitees, outside: '', parents: 'ja', jeugdige: 'nee', told: 'ja',
  }, true);
  const seen = await talk.looks(seat, ref, 'mdo');
  if (!textOf(seen).includes(nameOf('jgz'))) throw new Error(`no MDO was planned: ${kindOf(seen)} ${textOf(seen).slice(0, 600)}`);
}

function firstChoice(form: Card, input: string): string {
  const found = JSON.stringify(form).match(new RegExp(`"id":"${input}"`));
  if (!found || findButton(form, { verb: 'contact-note' }) === undefined) throw new Error(`no form to note a talk: ${kindOf(form)} ${textOf(form).slice(0, 300)}`);
  return choiceOf(form, input, '') ?? '';
}
