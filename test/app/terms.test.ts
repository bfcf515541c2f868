import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Append, AppendResult, Store } from '../../src/app/store-port.js';
import { loadCase } from '../../src/app/run-case.js';
import { CHANNEL, chatId, openHouse, register, type House, type Who } from '../support/house.js';

let house: House;
let conflicts = 0;
const racing = (store: Store): Store => ({
  ...store,
  append: (input: Append): Promise<AppendResult> => {
    if (conflicts === 0) return store.append(input);
    conflicts -= 1;
    return Promise.resolve('conflict');
  },
});
beforeEach(async () => {
  conflicts = 0;
  house = await openHouse({ store: racing });
  await house.arrive('juf', 'punt');
  await house.linkChannel();
});
afterEach(() => house.close());

const kinds = (place: string) => house.sent.filter((one) => one.conversationId === place).map(({ kind, message }) => `${kind} ${/"card:([a-z-]+)"/.exec(JSON.stringify(message.card))?.[1] ?? ''}`);
const types = async (ref: string) => (await house.store.load(ref)).map((event) => event.type);
const go = async (to: string) => { house.at(to); await house.deliver(); };
const toChat = (who: Who) => kinds(chatId(who));
const TERM = '2026-12-08T08:00:00.000Z';
const GRACE = '2026-12-14T08:00:00.000Z';

describe('time passes', () => {
  it('first the holder is asked, after the grace the stagnatiepunt hears of the silence', async () => {
    const { ref } = await house.openCase('juf');
    await go('2026-12-08T07:59:59.999Z');
    expect(toChat('juf')).toEqual([]);
    await go(TERM);
    expect(toChat('juf')).toEqual(['post term']);
    expect(kinds(CHANNEL)).toEqual([]);
    await go(GRACE);
    expect(kinds(CHANNEL)).toEqual(['post stagnation']);
    expect(await types(ref)).toEqual(['CaseOpened', 'StepStarted', 'HolderAsked', 'Escalated']);
  });
  it('all of it late, at once, ends the same', async () => {
    const { ref } = await house.openCase('juf');
    await go('2027-02-01T08:00:00.000Z');
    expect(await types(ref)).toEqual(['CaseOpened', 'StepStarted', 'HolderAsked']);
    await go('2027-02-15T08:00:00.000Z');
    expect((await types(ref)).at(-1)).toBe('Escalated');
  });
  it('what the holder records in time keeps the channel silent', async () => {
    const { ref } = await house.openCase('juf');
    await go(TERM);
    await house.press('juf', await house.on(ref, 'step-waits', { card: 'term' }), { waitFor: 'ouders', until: '2026-12-18' });
    await go(GRACE);
    expect(kinds(CHANNEL)).toEqual([]);
    await go('2027-01-04T08:00:00.000Z');
    expect((await types(ref)).filter((type) => type === 'HolderAsked')).toHaveLength(2);
  });
  it.each(['out of the register', 'without consent'])('a holder %s is not silent: the owner is asked', async (why) => {
    await house.arrive('ib', 'jgz');
    const { ref } = await house.openCase('juf');
    const holder = why === 'without consent' ? 'jgz' : 'ib';
    if (holder === 'jgz') {
      await house.press('juf', await house.on(ref, 'gezag'), { gezag: 'moeder' });
      await house.press('juf', await house.on(ref, 'consent'), { recipients: 'jgz', person: 'moeder', status: 'gegeven', how: 'mondeling', on: '2026-11-23' });
    }
    await house.press('juf', await house.on(ref, 'person-invite'), { person: (await house.person(holder)).id, told: 'ja' });
    await house.press('juf', await house.on(ref, 'holder-set'), { person: (await house.person(holder)).id });
    expect((await loadCase(house.parts, ref))?.state.step?.holder).toBe((await house.person(holder)).id);
    if (holder === 'jgz') await house.press('juf', await house.on(ref, 'consent'), { recipients: 'jgz', person: 'moeder', status: 'ingetrokken', how: 'mondeling', on: '2026-11-23' });
    else await house.store.importPeople(register.filter((one) => one.aadObjectId !== 'aad-ib'));
    await go('2027-01-04T08:00:00.000Z');
    expect((await loadCase(house.parts, ref))?.state.step?.asked?.person).toBe((await house.person('juf')).id);
    expect(toChat('juf')).toContain('post term');
  });
  it('a second passed term is a new message, not an old one changed far up in the chat', async () => {
    const { ref } = await house.openCase('juf');
    await go(TERM);
    await house.press('juf', await house.on(ref, 'step-waits', { card: 'term' }), { waitFor: 'ouders', until: '2026-12-18' });
    await house.deliver();
    await go('2027-01-04T08:00:00.000Z');
    expect(toChat('juf').filter((sent) => sent === 'post term')).toHaveLength(2);
  });
  it('where the holder has no chat the owner is asked: nobody is silent who was not asked', async () => {
    const { ref } = await house.openCase('juf');
    await house.press('juf', await house.on(ref, 'refer'));
    await house.press('juf', await house.on(ref, 'step-done', { card: 'case', step: 'signaal' }));
    await go('2026-12-15T08:00:00.000Z');
    expect(toChat('juf')).toContain('post term');
    await house.press('juf', await house.on(ref, 'step-waits', { card: 'term' }), { waitFor: 'school', until: '2026-12-30' });
    await go('2027-01-04T08:00:00.000Z');
    expect(kinds(CHANNEL)).toEqual([]);
  });
  it('a question that could not be delivered in time is not posted when it is answered already', async () => {
    const { ref } = await house.openCase('juf');
    await house.press('juf', await house.on(ref, 'refer'));
    await house.press('juf', await house.on(ref, 'step-done', { card: 'case', step: 'signaal' }));
    await go('2026-12-15T08:00:00.000Z');
    await house.press('juf', await house.on(ref, 'step-waits', { card: 'case' }), { waitFor: 'ouders', until: '2026-12-30' });
    await house.arrive('ib');
    await house.deliver();
    expect(toChat('ib')).toEqual(['post case']);
  });
  it('a timer that meets others at work is not lost', async () => {
    const { ref } = await house.openCase('juf');
    conflicts = 3;
    await go(TERM);
    await go('2026-12-08T09:00:00.000Z');
    expect(await types(ref)).toContain('HolderAsked');
  });
  it('a closed case is left alone', async () => {
    const { ref } = await house.openCase('juf');
    await house.press('juf', await house.on(ref, 'close'), { ending: 'niet-nodig' });
    await go('2027-02-01T08:00:00.000Z');
    expect((await loadCase(house.parts, ref))?.state.closed).not.toBeNull();
    expect(house.sent.filter((one) => one.kind === 'post')).toEqual([]);
  });
});

describe('a visit', () => {
  it('is forgotten 30 days after its last event', async () => {
    await house.say('juf', 'wat nu?');
    const [row] = await house.store.rowsOf((await house.person('juf')).id, 'visit');
    const stream = row?.stream ?? '';
    house.at('2026-12-10T08:00:00.000Z');
    await house.press('juf', await house.on(stream, 'answer', { fact: 'aanleiding', value: 'zorg' }));
    await go('2026-12-24T08:00:00.000Z');
    expect(await house.store.load(stream)).not.toEqual([]);
    await go('2027-01-09T08:00:00.000Z');
    expect(await house.store.load(stream)).toEqual([]);
    expect(await house.store.row(stream)).toBeUndefined();
    expect(await house.deliver()).toBe(0);
  });
  it('leaves the case that was opened from it', async () => {
    const { ref } = await house.openCase('juf');
    await go('2027-01-09T08:00:00.000Z');
    expect(await house.store.row(ref)).toBeDefined();
  });
});
