import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buttonIn, chatId, kindOf, openHouse, shownIn, type House, type Who } from '../support/house.js';
import { agree } from '../support/mdo.js';

let house: House;
beforeEach(async () => {
  house = await openHouse();
  await house.arrive('juf', 'ib', 'jgz', 'koo', 'punt');
  await house.linkChannel();
});
afterEach(() => house.close());

const cardsTo = (where: string) => house.sent.filter((one) => one.conversationId === where);
const show = async (who: Who, ref: string, view: string, fields = {}) => house.press(who, await house.on(ref, 'show', { view, ...fields }));
const numberOf = async (ref: string, type: string) => (await house.store.load(ref)).findLast((event) => event.type === type)?.version ?? 0;
async function talk(ref: string, discussed = 'Over de rekenles', who: Who = 'juf') {
  await house.press(who, await house.on(ref, 'contact-note'), { on: '2026-11-20', with: 'moeder', discussed, agreed: 'Volgende week weer' });
}
const texts = async (ref: string) => {
  const ids = (await house.store.load(ref)).flatMap((event) => [...JSON.stringify(event.data).matchAll(/"(t-[\w-]+)"/g)].map(([, id]) => id ?? ''));
  const bodies = await Promise.all([...new Set(ids)].map((id) => house.store.text(id)));
  return bodies.filter((body) => body !== undefined);
};
async function join(ref: string, who: Who) {
  const { id } = await house.person(who);
  await house.press('juf', await house.on(ref, 'person-invite'), { person: id, told: 'ja' });
}

describe('correcting an entry', () => {
  it('lists what I recorded, and takes one out with its words', async () => {
    const { ref } = await house.openCase('juf');
    await agree(house, ref, 'jgz');
    await talk(ref);
    const list = await show('juf', ref, 'entries');
    expect(kindOf(list)).toBe('entries');
    expect(shownIn(list)).toContain('gesprek op 20-11-2026 met moeder');
    const entry = String(await numberOf(ref, 'ContactNoted'));
    const form = await house.press('juf', buttonIn(list, 'show', { view: 'strike-form', entry }).data);
    expect(kindOf(form)).toBe('strike-form');
    const done = await house.press('juf', buttonIn(form, 'strike').data, { reason: 'verkeerde-casus' });
    expect(shownIn(done)).toContain('Weggehaald');
    expect(shownIn(done)).not.toContain('gesprek op');
    expect(await texts(ref)).toEqual([]);
  });
  it('without a reason the form comes back', async () => {
    const { ref } = await house.openCase('juf');
    await talk(ref);
    const back = await house.press('juf', await house.on(ref, 'strike', { entry: String(await numberOf(ref, 'ContactNoted')) }), { reason: '' });
    expect(kindOf(back)).toBe('strike-form');
    expect(shownIn(back)).toContain('Kies waarom');
    expect(await texts(ref)).toHaveLength(2);
  });
  it('a talk is written anew in one go, with what stood there to begin with', async () => {
    const { ref } = await house.openCase('juf');
    await talk(ref, 'Over de rekenles');
    const entry = String(await numberOf(ref, 'ContactNoted'));
    const form = await show('juf', ref, 'note-replace', { entry });
    expect(shownIn(form)).toContain('Over de rekenles');
    const done = await house.press('juf', buttonIn(form, 'note-replace').data, { on: '2026-11-20', with: 'vader', discussed: 'Over de taalles', agreed: 'Niets' });
    expect(kindOf(done)).toBe('contacts');
    expect(await texts(ref)).toEqual(['Over de taalles', 'Niets']);
  });
  it('refused, what was typed stands in the form, and the old note too', async () => {
    const { ref } = await house.openCase('juf');
    await talk(ref);
    const entry = String(await numberOf(ref, 'ContactNoted'));
    const back = await house.press('juf', await house.on(ref, 'note-replace', { entry }), { on: '2026-12-24', with: 'vader', discussed: 'Nieuwe woorden', agreed: 'Iets' });
    expect(kindOf(back)).toBe('note-replace');
    expect(shownIn(back)).toContain('Nieuwe woorden');
    expect(await texts(ref)).toEqual(['Over de rekenles', 'Volgende week weer']);
  });
  it('somebody else sees neither the words nor a button', async () => {
    const { ref } = await house.openCase('juf');
    await talk(ref);
    await house.press('juf', await house.on(ref, 'refer'));
    const entry = String(await numberOf(ref, 'ContactNoted'));
    expect(kindOf(await show('ib', ref, 'strike-form', { entry }))).toBe('entries');
    expect(shownIn(await house.press('ib', await house.on(ref, 'strike', { entry }), { reason: 'hoort-hier-niet' }))).toContain('Alleen wie dit vastlegde');
    expect(shownIn(await show('jgz', ref, 'entries'))).not.toContain('gesprek');
  });
});

describe('merging two cases', () => {
  /** One with consent and the JGZ, one without; both of the same teacher. */
  async function two() {
    const from = await house.openCase('juf');
    await agree(house, from.ref, 'jgz');
    await join(from.ref, 'jgz');
    await talk(from.ref);
    const into = await house.openCase('juf');
    return { from, into };
  }
  const merge = async (ref: string, other: string) => house.press('juf', await house.on(ref, 'merge'), { other, sameChild: 'ja' });

  it('goes on in one, with the people, the consent and the talks; the other says where', async () => {
    const { from, into } = await two();
    const form = await show('juf', into.ref, 'merge-form');
    expect(shownIn(form)).toContain(from.code);
    const done = await house.press('juf', buttonIn(form, 'merge').data, { other: from.code, sameChild: 'ja' });
    expect(shownIn(done)).toContain(`Casus ${from.code} gaat op in deze casus`);
    await house.deliver();
    expect(await house.store.row(from.ref)).toMatchObject({ status: 'closed' });
    expect((await house.store.row(into.ref))?.people).toContain((await house.person('jgz')).id);
    expect(await texts(into.ref)).toEqual(['Over de rekenles', 'Volgende week weer']);
    expect(await texts(from.ref)).toEqual([]);
    const told = cardsTo(chatId('jgz')).map((one) => JSON.stringify(one.message.card)).filter((card) => card.includes('samengevoegd'));
    expect(told.join()).toContain(`Ga verder in casus ${into.code}`);
    expect(shownIn(await house.press('juf', await house.on(from.ref, 'step-done', { step: 'signaal' })))).toContain('samengevoegd');
  });

  it('who has no consent in the case that goes on stays out, and hears it', async () => {
    const { from, into } = await two();
    await agree(house, into.ref, 'jgz', 'geweigerd');
    const done = await merge(into.ref, from.code);
    expect(shownIn(done)).toContain('Niet mee: Tjitske Wobbes');
    await house.deliver();
    expect((await house.store.row(into.ref))?.people).not.toContain((await house.person('jgz')).id);
    const told = cardsTo(chatId('jgz')).map((one) => JSON.stringify(one.message.card)).filter((card) => card.includes('is samengevoegd'));
    expect(told.join()).toContain('Aan de andere doe je niet mee');
    expect(told.join()).not.toContain(into.code);
  });

  it('killed after the first half, the second half is done later, once', async () => {
    const { from, into } = await two();
    await merge(into.ref, from.code);
    expect(await house.store.row(from.ref)).toMatchObject({ status: 'open' });
    // The process is gone; the timer is not. It may even run twice.
    await house.deliver();
    const events = await house.store.load(from.ref);
    expect(events.at(-1)?.type).toBe('CaseMergedInto');
    await house.store.append({
      stream: into.ref, expectedVersion: (await house.store.row(into.ref))?.version ?? 0, commandId: 'again', at: house.parts.clock.now(), actor: null, events: [], texts: [],
      row: await rowOf(into.ref), outbox: [{ kind: 'timer', timer: 'merge-end', key: from.ref, dueAt: house.parts.clock.now() }],
    });
    await house.deliver();
    expect(await house.store.load(from.ref)).toEqual(events);
  });

  it('a no that comes in between the two halves is not lost', async () => {
    const { from, into } = await two();
    await merge(into.ref, from.code);
    await agree(house, from.ref, 'jgz', 'ingetrokken');
    await house.deliver();
    expect(await house.store.row(from.ref)).toMatchObject({ status: 'closed' });
    expect(shownIn(await show('jgz', into.ref, 'case'))).toContain('delen stopt');
  });

  it('merged both ways at once, one goes on and one ends', async () => {
    const { from, into } = await two();
    await merge(into.ref, from.code);
    await merge(from.ref, into.code);
    await house.deliver();
    const rows = await Promise.all([from, into].map(async ({ ref }) => (await house.store.row(ref))?.status));
    expect(rows.sort()).toEqual(['closed', 'open']);
  });

  it('without the tick, or with a code that is not mine, nothing happens and the form keeps what was chosen', async () => {
    const { from, into } = await two();
    const back = await house.press('juf', await house.on(into.ref, 'merge'), { other: from.code, sameChild: 'nee' });
    expect(kindOf(back)).toBe('merge-form');
    expect(shownIn(back)).toContain('over hetzelfde kind gaan');
    const { code } = await house.openCase('elders');
    expect(shownIn(await merge(into.ref, code))).toContain('waaraan je zelf meedoet');
    expect(shownIn(await merge(into.ref, 'ZZZZZ'))).toContain('waaraan je zelf meedoet');
  });

  async function rowOf(ref: string) {
    const row = await house.store.row(ref);
    if (!row) throw new Error('no row');
    return row;
  }
});
