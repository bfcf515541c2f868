import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { quietUntil } from '../../src/app/quiet.js';
import { CHANNEL, chatId, openHouse, type House, type Who } from '../support/house.js';

let house: House;
beforeEach(async () => {
  house = await openHouse();
  await house.arrive('juf', 'jgz', 'punt');
  await house.linkChannel();
});
afterEach(() => house.close());

const go = async (to: string) => { house.at(to); await house.deliver(); };
const types = async (ref: string) => (await house.store.load(ref)).map((event) => event.type).filter((type) => ['HolderAsked', 'Escalated', 'StagnationRepeated'].includes(type));
const asked = (who: Who) => house.sent.filter((one) => one.conversationId === chatId(who) && one.message.summary !== '').length;

/** The term of a case that a school opens on Monday 23 November passes on 8 December at nine, the grace on the 14th. */
describe('what is late waits', () => {
  it.each([
    ['in the evening for the next morning', '2026-12-08T17:00:00.000Z', '2026-12-09T07:59:00.000Z', '2026-12-09T08:00:00.000Z'],
    ['at night for that morning', '2026-12-09T02:00:00.000Z', '2026-12-09T07:00:00.000Z', '2026-12-09T08:00:00.000Z'],
    ['in the weekend for Monday', '2026-12-12T11:00:00.000Z', '2026-12-13T20:00:00.000Z', '2026-12-14T08:00:00.000Z'],
    ['in the kerstvakantie for the school to begin', '2026-12-21T11:00:00.000Z', '2026-12-31T11:00:00.000Z', '2027-01-04T08:00:00.000Z'],
  ])('%s: the holder is asked', async (_, back, still, morning) => {
    const { ref } = await house.openCase('juf');
    await go(back);
    await go(still);
    expect(await types(ref)).toEqual([]);
    expect(asked('juf')).toBe(0);
    await go(morning);
    expect(await types(ref)).toEqual(['HolderAsked']);
  });
  it('somebody of the GGD is asked on a weekday of a school holiday', async () => {
    const { ref } = await house.openCase('jgz');
    await go('2026-12-21T11:00:00.000Z');
    expect(await types(ref)).toEqual(['HolderAsked']);
  });
  it('the stagnatiepunt hears nothing of a silence in a holiday of who was asked', async () => {
    const { ref } = await house.openCase('juf');
    await go('2026-12-08T08:00:00.000Z');
    await go('2026-12-21T11:00:00.000Z');
    expect(await types(ref)).toEqual(['HolderAsked']);
    await go('2027-01-04T08:00:00.000Z');
    expect(await types(ref)).toEqual(['HolderAsked', 'Escalated']);
  });
  it('nor again of what it did not pick up, on Christmas Day or at night', async () => {
    const { ref } = await house.openCase('juf');
    await go('2026-12-08T08:00:00.000Z');
    await go('2026-12-14T08:00:00.000Z');
    expect(house.sent.filter((one) => one.conversationId === CHANNEL)).toHaveLength(1);
    await go('2026-12-24T22:00:00.000Z');
    await go('2026-12-25T11:00:00.000Z');
    expect(await types(ref)).toEqual(['HolderAsked', 'Escalated']);
    await go('2026-12-28T08:00:00.000Z');
    expect(await types(ref)).toEqual(['HolderAsked', 'Escalated', 'StagnationRepeated']);
  });
});

describe('what reminds nobody never waits', () => {
  it.each(['retention', 'age', 'consent-until', 'forget-visit', 'forget-remarks', 'gone', 'gone-told', 'merge-end', 'toString'])('%s', async (timer) => {
    const { ref } = await house.openCase('juf');
    expect(await quietUntil(house.parts, { timer, stream: ref, key: timer }, '2026-12-25T02:00:00.000Z')).toBeUndefined();
  });
  it('nor does a timer of a case that is gone', async () => {
    expect(await quietUntil(house.parts, { timer: 'term', stream: 'c-weg', key: 'term' }, '2026-12-25T02:00:00.000Z')).toBeUndefined();
  });
});

describe('each waits for the days of who it is for', () => {
  const SUNDAY = '2026-12-27T11:00:00.000Z';
  it.each([
    ['term', 'term', '2027-01-04T08:00:00.000Z'], ['evaluation', 'evaluation', '2026-12-28T08:00:00.000Z'], ['mdo-after', 'm1', '2027-01-04T08:00:00.000Z'],
    ['mdo-answers', 'm1:school', '2027-01-04T08:00:00.000Z'], ['mdo-near', 'm1:work', '2026-12-28T08:00:00.000Z'], ['unclaimed', 'unclaimed', '2026-12-28T08:00:00.000Z'],
    ['unclaimed-second', 'unclaimed-second', '2026-12-28T08:00:00.000Z'], ['grace', 'grace', '2026-12-28T08:00:00.000Z'],
  ])('%s with the key %s', async (timer, key, at) => {
    const { ref } = await house.openCase('juf');
    expect(await quietUntil(house.parts, { timer, stream: ref, key }, SUNDAY)).toBe(at);
    expect(await quietUntil(house.parts, { timer, stream: ref, key }, at)).toBeUndefined();
  });
});
