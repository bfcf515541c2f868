import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { backoffMs } from '../../src/app/deliver/backoff.js';
import { deliverDue } from '../../src/app/deliver.js';
import type { SendResult } from '../../src/app/ports.js';
import { chatId, openHouse, type House } from '../support/house.js';
import { ask, dialogs, messageEach, pass, sentTo, undisturbed, visitTo } from '../support/outbox.js';

let house: House;
beforeEach(async () => { house = await openHouse(); });
afterEach(() => house.close());

const now = () => house.parts.clock.now();
const repeats = async () => (await house.store.outboxHealth(now())).possibleRepeats;
const answer = (...results: readonly (SendResult | undefined)[]) => {
  const left = [...results];
  house.answering(chatId('juf'), () => left.shift());
};
const UNAVAILABLE: SendResult = { kind: 'retry', afterMs: undefined, reason: 'status 503' };
const TIMED_OUT: SendResult = { kind: 'retry', afterMs: undefined, reason: 'TimeoutError', uncertain: true };
const MESSAGE_GONE: SendResult = { kind: 'permanent', reason: 'status 404', messageGone: true };

describe('waiting between attempts', () => {
  it('doubles from two seconds to ten minutes', () => {
    expect([1, 2, 3, 8, 9, 10, 11, 20, 1000].map((attempts) => backoffMs(attempts, 0) / 1000)).toEqual([2, 4, 8, 256, 512, 600, 600, 600, 600]);
  });
  it('differs by up to a half, so that what failed together does not come back together', () => {
    for (const attempts of [1, 5, 20]) {
      const whole = backoffMs(attempts, 0);
      expect(backoffMs(attempts, 0.5)).toBe(whole * 0.75);
      expect(backoffMs(attempts, 0.999_999)).toBeGreaterThanOrEqual(whole / 2);
    }
  });
  it('ends for a card after twenty attempts in about two hours: then a person sees it', async () => {
    await messageEach(house, 'juf');
    let times = 0;
    house.answering(chatId('juf'), () => { times += 1; return UNAVAILABLE; });
    const begun = Date.parse(now());
    while ((await house.store.outboxCounts()).dead === 0 && times < 100) { await house.deliver(); pass(house, 2); }
    expect(times).toBe(20);
    const hours = (Date.parse(now()) - begun) / 3_600_000;
    expect(hours).toBeGreaterThan(1);
    expect(hours).toBeLessThan(2.1);
    expect(house.logged).toMatchObject([{ level: 'warn', event: 'not-delivered', facts: { reason: 'status 503' } }]);
  });
  it('never ends for a timer', async () => {
    const [stream = ''] = await dialogs(house, 'juf');
    await ask(house, stream, { kind: 'timer', timer: 'forget-visit', key: 'x', dueAt: now() });
    const store = { ...house.store, forget: () => Promise.reject(new Error('disk')) };
    for (let round = 0; round < 40; round += 1) { await deliverDue({ ...house.parts, store }, now(), undisturbed); pass(house, 600); }
    await house.deliver();
    expect(await house.store.row(stream)).toBeUndefined();
  });
});

describe('what can never arrive', () => {
  it.each([['was blocked', { kind: 'permanent', reason: 'status 403' }, 'warn'], ['is no card that anybody takes', { kind: 'permanent', reason: 'status 413', ourFault: true }, 'error']] as const)(
    'because the bot or it %s, is given up at once', async (_what, result, level) => {
      await messageEach(house, 'juf');
      answer(result);
      await house.deliver();
      expect(await house.store.outboxCounts()).toMatchObject({ dead: 1 });
      pass(house, 3600);
      await house.deliver();
      expect(sentTo(house, 'juf')).toEqual([]);
      expect(house.logged).toMatchObject([{ level, event: 'not-delivered', facts: { reason: result.reason } }]);
    });
});

describe('a new message', () => {
  it('that may have arrived before its time-out is counted when it is tried again', async () => {
    await messageEach(house, 'juf');
    answer(TIMED_OUT);
    await house.deliver();
    expect(await repeats()).toBe(1);
    pass(house, 2);
    await house.deliver();
    expect([sentTo(house, 'juf'), await repeats()]).toEqual([['post'], 1]);
  });
  it('that surely did not arrive is not counted', async () => {
    await messageEach(house, 'juf');
    answer(UNAVAILABLE, { kind: 'retry', afterMs: undefined, reason: 'ECONNREFUSED' }, { kind: 'retry', afterMs: 1000, reason: 'status 429', limited: true });
    for (let round = 0; round < 20; round += 1) { await house.deliver(); pass(house, 2); }
    expect([sentTo(house, 'juf'), await repeats()]).toEqual([['post'], 0]);
  });
  it('whose sender died before it was written down is sent again, and counted', async () => {
    await messageEach(house, 'juf');
    expect(await house.store.claimDue(now(), 10, 60_000)).toHaveLength(1);
    pass(house, 60);
    await house.deliver();
    expect([sentTo(house, 'juf'), await repeats()]).toEqual([['post'], 1]);
  });
  it('that was written down before its sender died is changed, never repeated', async () => {
    await messageEach(house, 'juf');
    const store = { ...house.store, settle: () => Promise.reject(new Error('killed')) };
    await deliverDue({ ...house.parts, store }, now(), undisturbed);
    pass(house, 60);
    await house.deliver();
    expect([sentTo(house, 'juf'), await repeats()]).toEqual([['post', 'update'], 0]);
  });
  it('that the store could not write down just then is not posted again', async () => {
    await messageEach(house, 'juf');
    let full = true;
    const fails = () => Promise.reject(new Error('disk full'));
    const store = {
      ...house.store,
      recordSent: (...given: Parameters<typeof house.store.recordSent>) => (full ? fails() : house.store.recordSent(...given)),
      saveSentCard: (...given: Parameters<typeof house.store.saveSentCard>) => (full ? fails() : house.store.saveSentCard(...given)),
    };
    const parts = { ...house.parts, store };
    await deliverDue(parts, now(), undisturbed);
    pass(house, 2);
    await deliverDue(parts, now(), undisturbed);
    full = false;
    pass(house, 600);
    await deliverDue(parts, now(), undisturbed);
    expect([sentTo(house, 'juf'), await repeats(), house.sent.length]).toEqual([['post'], 0, 1]);
  });
});

describe('a message that stands there', () => {
  let stream: string;
  beforeEach(async () => {
    [stream = ''] = await dialogs(house, 'juf');
    await ask(house, stream, await visitTo(house, 'juf'));
    await house.deliver();
  });

  it('is changed in its place, however often that is tried', async () => {
    await ask(house, stream, await visitTo(house, 'juf', 'update'));
    answer(TIMED_OUT, TIMED_OUT);
    for (let round = 0; round < 8; round += 1) { await house.deliver(); pass(house, 2); }
    expect([sentTo(house, 'juf'), await repeats()]).toEqual([['post', 'update'], 0]);
    expect(new Set(house.sent.map(({ activityId }) => activityId)).size).toBe(1);
  });
  it('and was deleted by its reader is posted anew when there is news', async () => {
    await ask(house, stream, await visitTo(house, 'juf', 'post'));
    answer(MESSAGE_GONE);
    await house.deliver();
    expect(sentTo(house, 'juf')).toEqual(['post', 'post']);
    await ask(house, stream, await visitTo(house, 'juf', 'update'));
    await house.deliver();
    const [, second, third] = house.sent;
    expect(third).toMatchObject({ kind: 'update', activityId: second?.activityId });
  });
  it('and was deleted by its reader is left alone when there is none', async () => {
    await ask(house, stream, await visitTo(house, 'juf', 'update'));
    answer(MESSAGE_GONE);
    await house.deliver();
    await ask(house, stream, await visitTo(house, 'juf', 'update'));
    await house.deliver();
    expect(sentTo(house, 'juf')).toEqual(['post']);
    expect(await house.store.outboxCounts()).toMatchObject({ dead: 0 });
  });
});
