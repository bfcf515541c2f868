import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { deliverDue } from '../../src/app/deliver.js';
import type { SendResult } from '../../src/app/ports.js';
import { createPulse } from '../../src/app/pulse.js';
import { chatId, openHouse, type House, type Who } from '../support/house.js';
import { ask, dialogs, latch, messageEach, messagesTo, pass, sentTo, undisturbed, visitTo } from '../support/outbox.js';

let house: House;
beforeEach(async () => { house = await openHouse(); });
afterEach(() => house.close());

const SENT: SendResult = { kind: 'sent', activityId: 'x' };
const now = () => house.parts.clock.now();
const NINE: readonly Who[] = ['juf', 'ib', 'elders', 'koo', 'jgz', 'cmj', 'punt', 'punt2', 'baas'];

/** A conversation that takes no answer until it is let go, and tells when somebody began to send. */
function hanging(who: Who) {
  const begun = latch();
  const answered = latch();
  house.answering(chatId(who), async () => { begun.open(); await answered.opened; return SENT; });
  return { begun: begun.opened, letGo: answered.open };
}
/** Resolves when something is sent to this one. */
function arrival(who: Who): Promise<void> {
  const came = latch();
  house.answering(chatId(who), () => { came.open(); return undefined; });
  return came.opened;
}

describe('a conversation that hangs', () => {
  it('does not hold up others', async () => {
    await messageEach(house, 'juf', 'ib');
    const stuck = hanging('juf');
    const other = arrival('ib');
    const delivering = house.deliver();
    await stuck.begun;
    await other;
    expect(sentTo(house, 'juf')).toEqual([]);
    stuck.letGo();
    expect(await delivering).toBe(2);
    expect(sentTo(house, 'juf')).toEqual(['post']);
  });
  it('does not hold up what is asked for meanwhile', async () => {
    await messageEach(house, 'juf');
    const stuck = hanging('juf');
    const pulse = createPulse(async (run) => { await deliverDue(house.parts, now(), run); }, (error) => { throw error; });
    pulse.wake();
    await stuck.begun;
    const other = arrival('ib');
    await messageEach(house, 'ib');
    pulse.wake();
    await other;
    stuck.letGo();
    await pulse.drain();
    expect([sentTo(house, 'juf'), sentTo(house, 'ib')]).toEqual([['post'], ['post']]);
  });
  it('does not hold up timers, also when there are as many as are sent to at once', async () => {
    const [stream = ''] = await dialogs(house, 'beheer');
    await messageEach(house, ...NINE);
    const stuck = NINE.map(hanging);
    const gone = latch();
    const forget = house.store.forget.bind(house.store);
    const watched = { ...house.parts, store: { ...house.store, forget: async (...given: Parameters<typeof forget>) => { await forget(...given); gone.open(); } } };
    await ask(house, stream, { kind: 'timer', timer: 'forget-visit', key: 'x', dueAt: now() });
    const delivering = deliverDue(watched, now(), undisturbed);
    await gone.opened;
    expect(await house.store.row(stream)).toBeUndefined();
    for (const one of stuck) one.letGo();
    await delivering;
  });
  it('is one of eight at most that are sent to at once', async () => {
    await messageEach(house, ...NINE);
    let at = 0;
    let most = 0;
    const full = latch();
    const go = latch();
    for (const who of NINE) {
      house.answering(chatId(who), async () => {
        at += 1;
        most = Math.max(most, at);
        if (at === 8) full.open();
        await go.opened;
        at -= 1;
        return SENT;
      });
    }
    const delivering = house.deliver();
    await full.opened;
    go.open();
    expect(await delivering).toBe(9);
    expect(most).toBe(8);
  });
});

describe('the cards of one place', () => {
  it('go one after another', async () => {
    await messagesTo(house, 'juf', NINE);
    let at = 0;
    let most = 0;
    house.answering(chatId('juf'), async () => { at += 1; most = Math.max(most, at); await Promise.resolve(); at -= 1; return SENT; });
    expect(await house.deliver()).toBe(9);
    expect(most).toBe(1);
    expect(sentTo(house, 'juf')).toHaveLength(9);
  });
  it('end with the newest: what changed while one was on its way is sent after it', async () => {
    const [stream = ''] = await dialogs(house, 'juf');
    const card = await visitTo(house, 'juf');
    await ask(house, stream, card);
    const stuck = hanging('juf');
    const delivering = house.deliver();
    await stuck.begun;
    await house.say('juf', 'We lopen vast');
    const before = (await house.store.row(stream))?.version;
    await ask(house, stream, card);
    stuck.letGo();
    await delivering;
    expect(sentTo(house, 'juf')).toEqual(['post', 'update']);
    const place = { kind: 'person', personId: (await house.person('juf')).id } as const;
    expect((await house.store.sentCard(stream, 'visit', place))?.version).toBe(before);
    const [older, newer] = house.sent.map(({ message }) => JSON.stringify(message.card));
    expect(newer).not.toBe(older);
  });
});

describe('a fresh message', () => {
  it('that is asked for while the old one is changed is a new message all the same', async () => {
    const [stream = ''] = await dialogs(house, 'juf');
    await ask(house, stream, await visitTo(house, 'juf'));
    await house.deliver();
    await ask(house, stream, await visitTo(house, 'juf', 'update'));
    const place = { kind: 'person', personId: (await house.person('juf')).id } as const;
    // The last moment: the update was taken, and is about to be written down.
    const store = { ...house.store, recordSent: async (...given: Parameters<typeof house.store.recordSent>) => {
      if (house.sent.length === 2) await ask(house, stream, { kind: 'card', card: 'visit', place, mode: 'post', fresh: true, dueAt: now() });
      return house.store.recordSent(...given);
    } };
    await deliverDue({ ...house.parts, store }, now(), undisturbed);
    expect(sentTo(house, 'juf')).toEqual(['post', 'update', 'post']);
    expect((await house.store.sentCard(stream, 'visit', place))?.activityId).toBe(house.sent[2]?.activityId);
  });
});

describe('a lease', () => {
  it('covers the whole send: what could not be sent in time is given back, and sent under a new one', async () => {
    await messagesTo(house, 'juf', NINE);
    // Each as slow as the connector lets it be.
    house.answering(chatId('juf'), () => { pass(house, 10); return undefined; });
    let given = 0;
    const store = { ...house.store, release: async (rows: Parameters<typeof house.store.release>[0]) => { given += rows.length; await house.store.release(rows); } };
    expect(await deliverDue({ ...house.parts, store }, now(), undisturbed)).toBe(9);
    expect(given).toBeGreaterThan(0);
    expect(sentTo(house, 'juf')).toHaveLength(9);
    expect((await house.store.outboxHealth(now())).possibleRepeats).toBe(0);
  });
  it('that was lost by a leap of the clock is taken anew', async () => {
    await messagesTo(house, 'juf', ['juf', 'ib', 'koo']);
    house.answering(chatId('juf'), () => { pass(house, 86_400); return undefined; });
    expect(await house.deliver()).toBe(3);
    expect(sentTo(house, 'juf')).toHaveLength(3);
  });
});

describe('stopping', () => {
  it('finishes what is being sent and gives the rest back, for another process to send at once', async () => {
    await messagesTo(house, 'juf', ['juf', 'ib', 'koo']);
    const stuck = hanging('juf');
    const pulse = createPulse(async (run) => { await deliverDue(house.parts, now(), run); }, (error) => { throw error; });
    pulse.wake();
    await stuck.begun;
    const stopped = pulse.stop();
    stuck.letGo();
    await stopped;
    expect(sentTo(house, 'juf')).toEqual(['post']);
    expect(await house.deliver()).toBe(2);
    expect(sentTo(house, 'juf')).toEqual(['post', 'post', 'post']);
    expect((await house.store.outboxHealth(now())).possibleRepeats).toBe(0);
  });
});

describe('429', () => {
  const limited = (afterMs?: number): SendResult => ({ kind: 'retry', afterMs, reason: 'status 429', limited: true });

  it('makes everything for that conversation wait as long as Teams asks, and nothing else', async () => {
    await messagesTo(house, 'juf', ['juf', 'ib', 'koo']);
    let times = 0;
    house.answering(chatId('juf'), () => { times += 1; return times === 1 ? limited(30_000) : undefined; });
    await house.deliver();
    await messageEach(house, 'ib', 'elders');
    await messagesTo(house, 'juf', ['elders']);
    pass(house, 29.999);
    await house.deliver();
    expect([times, sentTo(house, 'ib'), sentTo(house, 'elders')]).toEqual([1, ['post'], ['post']]);
    pass(house, 0.001);
    await house.deliver();
    expect(sentTo(house, 'juf')).toHaveLength(4);
  });
  it('in three conversations at once makes all wait', async () => {
    await messageEach(house, 'juf', 'ib', 'koo');
    for (const who of ['juf', 'ib', 'koo'] as const) house.answering(chatId(who), () => limited(30_000));
    await house.deliver();
    await messageEach(house, 'elders');
    pass(house, 29.999);
    await house.deliver();
    expect(sentTo(house, 'elders')).toEqual([]);
    expect(house.logged.map(({ event }) => event)).toContain('sending-paused');
    pass(house, 0.001);
    await house.deliver();
    expect(sentTo(house, 'elders')).toEqual(['post']);
  });
  it('is no attempt: a card is never given up for it', async () => {
    await messageEach(house, 'juf');
    let times = 0;
    house.answering(chatId('juf'), () => { times += 1; return times <= 50 ? limited(5_000) : undefined; });
    for (let round = 0; round < 51; round += 1) { await house.deliver(); pass(house, 5); }
    expect(sentTo(house, 'juf')).toEqual(['post']);
  });
  it('without a Retry-After waits longer each time', async () => {
    await messageEach(house, 'juf');
    let times = 0;
    house.answering(chatId('juf'), () => { times += 1; return limited(); });
    for (let second = 0; second < 14; second += 1) { await house.deliver(); pass(house, 1); }
    expect(times).toBe(3);
  });
});
