import { codeOf, findButton, kindOf, presetsOf, textOf, type Card } from '../card.js';
import { cardsIn } from '../fuzz/live.js';
import { asks, clicks, dialogs, seatOf, type Seat } from '../fuzz/seats.js';
import { wireTo, type Answered } from '../fuzz/wire.js';
import { readAnswer, saysSorry, type Activity } from '../teams.js';

/** What people were told was done; on our own account, not the store's. */
export interface Promised {
  /** Codes of cases that were opened. */
  readonly codes: Set<string>;
  /** Visits that began, and those in which the first question was answered. */
  readonly visits: Set<string>;
  readonly answered: Set<string>;
  /** How many talks were noted in the one case for that; and how many times somebody tried. */
  notes: number;
  noteTries: number;
}

export const together = (one: Promised, other: Promised): Promised => ({
  codes: new Set([...one.codes, ...other.codes]), visits: new Set([...one.visits, ...other.visits]), answered: new Set([...one.answered, ...other.answered]),
  notes: one.notes + other.notes, noteTries: one.noteTries + other.noteTries,
});

export type Outcome =
  | { readonly kind: 'done' }
  /** Not done, and the person knows. */
  | { readonly kind: 'refused' }
  | { readonly kind: 'unclear'; readonly why: string };

/** Teams gives up on a bot after this. */
const LONGEST_MS = 15_000;

/** Three ordinary things that people do, each of which writes: typed text, a click, and a form in a dialog. */
export async function peopleAtWork(url: string, serviceUrl: string) {
  const wire = wireTo(url, 6);
  const promised: Promised = { codes: new Set(), visits: new Set(), answered: new Set(), notes: 0, noteTries: 0 };
  const [juf, collega, ib] = [seatOf('leerkracht'), seatOf('collega'), seatOf('ib')];
  const send = (activity: Activity): Promise<Answered> => wire.send('POST', '/api/messages', { 'content-type': 'application/json' }, JSON.stringify(activity));

  /** What an answer means; `wanted` says whether this card is the success. */
  function judge(answered: Answered, submit: boolean, wanted: (card: Card) => boolean): Outcome & { readonly card?: Card } {
    if (answered.ms > LONGEST_MS) return { kind: 'unclear', why: `no answer for ${String(Math.round(answered.ms))} ms` };
    const card = cardsIn(answered.body)[0]?.card;
    if (card && wanted(card)) return { kind: 'done', card };
    // By Teams' own rules a form that could not be sent stays open with what was typed in it.
    if (submit && answered.status === 500) return { kind: 'refused' };
    if (answered.status === 200 && saysSorry(card ? textOf(card) : answered.body)) return { kind: 'refused' };
    return { kind: 'unclear', why: `${String(answered.status)} ${card ? `${kindOf(card)}: ${textOf(card)}` : answered.body}`.slice(0, 500) };
  }

  async function opens(seat: Seat): Promise<Outcome> {
    const asked = judge(await send(asks(seat, serviceUrl, 'nieuwe casus')), false, (card) => findButton(card, { verb: 'open-case' }) !== undefined);
    const button = findButton(asked.card, { verb: 'open-case' });
    if (button === undefined) return asked;
    const opened = judge(await send(clicks(seat, serviceUrl, button.verb, { ...button.data, ...presetsOf(asked.card), step: 'signaal', age: 'onder-12' })), false, (card) => codeOf(card) !== undefined);
    const code = codeOf(opened.card);
    if (code !== undefined) promised.codes.add(code);
    return opened;
  }

  async function asksWhatNow(seat: Seat): Promise<Outcome> {
    const begun = judge(await send(asks(seat, serviceUrl, 'wat nu?')), false, (card) => kindOf(card) === 'question');
    const button = findButton(begun.card, { verb: 'answer', value: 'zorg' });
    const visit = String(button?.data['ref'] ?? '');
    if (button === undefined) return begun;
    promised.visits.add(visit);
    const answered = judge(await send(clicks(seat, serviceUrl, button.verb, button.data)), false, (card) => kindOf(card) === 'question' && !saysSorry(textOf(card)));
    if (answered.kind === 'done') promised.answered.add(visit);
    return answered;
  }

  const first = await opens(collega);
  if (first.kind !== 'done') throw new Error(`before any fault no case could be opened: ${JSON.stringify(first)}`);
  const code = [...promised.codes][0] ?? '';
  const noteForm = await formToNote(send, collega, serviceUrl);

  async function notes(): Promise<Outcome> {
    promised.noteTries += 1;
    // Long enough ago to be past, also while the clock stands back.
    const typed = { on: new Date(Date.now() - 10 * 86_400_000).toISOString().slice(0, 10), with: 'moeder', discussed: `Gesprek ${String(promised.noteTries)}`, agreed: 'Volgende week weer' };
    const answered = await send(dialogs(collega, serviceUrl, 'submit', { ...noteForm, ...typed }));
    const read = readAnswer(answered.status, answered.body);
    const done = (read.kind === 'words' && /vastgelegd\./i.test(read.text) && !saysSorry(read.text)) || (read.kind === 'card' && textOf(read.card).includes(typed.discussed) && /Vastgelegd\./.test(textOf(read.card)));
    if (done && answered.ms <= LONGEST_MS) {
      promised.notes += 1;
      return { kind: 'done' };
    }
    return judge(answered, true, () => false);
  }

  return {
    promised,
    /** The case in which talks are noted. */
    code,
    /** One round of everything, by three people at the same moment. */
    round: (): Promise<readonly Outcome[]> => Promise.all([opens(ib), asksWhatNow(juf), notes()]),
    close: () => wire.close(),
  };
}
export type AtWork = Awaited<ReturnType<typeof peopleAtWork>>;

/** The data of the button that sends a note of a talk, from the form in the dialog. */
async function formToNote(send: (activity: Activity) => Promise<Answered>, seat: Seat, serviceUrl: string): Promise<Readonly<Record<string, unknown>>> {
  const list = await send(asks(seat, serviceUrl, 'mijn casussen'));
  const ref = /"ref":"(c-[^"]+)"/.exec(list.body)?.[1] ?? '';
  const form = cardsIn((await send(clicks(seat, serviceUrl, 'show', { v: 1, verb: 'show', ref, seen: 1, view: 'contact-form' }))).body)[0]?.card;
  const button = findButton(form, { verb: 'contact-note' });
  if (button === undefined) throw new Error(`no form to note a talk: ${list.body.slice(0, 300)} / ${textOf(form).slice(0, 300)}`);
  return button.data;
}
