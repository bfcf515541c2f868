import { codeOf, findButton, kindOf, presetsOf, textOf, type Card, type Wanted } from '../card.js';
import { readAnswer, type Activity } from '../teams.js';
import { cardsIn, type LivePool } from './live.js';
import { asks, clicks, dialogs, type Seat } from './seats.js';
import type { Answered, Wire } from './wire.js';

const JSON_TYPE = { 'content-type': 'application/json' };

/** Ordinary conversation, to have something real to torture: every step must work, or the story throws. */
export function talkOver(wire: Wire, serviceUrl: string, pool: LivePool, onBusy: () => Promise<void> = () => Promise.resolve()) {
  const send = async (seat: Seat, activity: Activity): Promise<Answered> => {
    const answered = await wire.send('POST', '/api/messages', JSON_TYPE, JSON.stringify(activity));
    for (const { card, inDialog } of cardsIn(answered.body)) pool.add(seat, card, { inDialog });
    return answered;
  };

  const talk = {
    send,
    /** Types, and looks at the card in the answer. */
    async says(seat: Seat, text: string): Promise<Card> {
      const answered = await send(seat, asks(seat, serviceUrl, text));
      const card = cardsIn(answered.body)[0]?.card;
      if (card === undefined) throw new Error(`"${text}" was answered ${String(answered.status)} without a card`);
      return card;
    },
    /**
     * Presses a button of this card; the card that comes back, or undefined where a dialog ended with a sentence. `inDialog`: the
     * card stands in a dialog, so pressing sends its form.
     */
    async presses(seat: Seat, card: Card, wanted: Wanted, typed: Readonly<Record<string, string>> = {}, inDialog = false): Promise<Card | undefined> {
      const button = findButton(card, wanted);
      if (button === undefined) throw new Error(`${seat.who} finds no button ${JSON.stringify(wanted)} on ${kindOf(card)}: ${textOf(card).slice(0, 400)}`);
      const data = { ...button.data, ...(button.withInputs ? presetsOf(card) : {}), ...typed };
      const activity = inDialog ? dialogs(seat, serviceUrl, 'submit', data) : button.dialog ? dialogs(seat, serviceUrl, 'fetch', data) : clicks(seat, serviceUrl, button.verb, data);
      const answered = await send(seat, activity);
      const answer = readAnswer(answered.status, answered.body);
      if (answer.kind === 'error') throw new Error(`${seat.who} pressed ${JSON.stringify(wanted)}: ${String(answer.status)}`);
      await onBusy();
      return answer.kind === 'card' ? answer.card : undefined;
    },
    /** A view of a case, as its own button would show it. */
    async looks(seat: Seat, ref: string, view: string): Promise<Card> {
      const answered = await send(seat, clicks(seat, serviceUrl, 'show', { v: 1, verb: 'show', ref, seen: 1, view }));
      const card = cardsIn(answered.body)[0]?.card;
      if (card === undefined) throw new Error(`the view ${view} was answered ${String(answered.status)}`);
      return card;
    },
    async opensCase(seat: Seat, step: string, age: string): Promise<{ readonly ref: string; readonly code: string; readonly card: Card }> {
      const form = await talk.says(seat, 'nieuwe casus');
      const card = await talk.presses(seat, form, 'Open de casus', { step, age });
      const code = codeOf(card);
      const ref = JSON.stringify(card ?? {}).match(/"ref":"(c-[^"]+)"/)?.[1];
      if (card === undefined || code === undefined || ref === undefined) throw new Error(`no case was opened: ${textOf(card).slice(0, 300)}`);
      return { ref, code, card };
    },
  };
  return talk;
}
export type Talk = ReturnType<typeof talkOver>;
