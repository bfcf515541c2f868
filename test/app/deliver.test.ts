import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CHANNEL, chatId, MONDAY, openHouse, register, type House, type Who } from '../support/house.js';
import { agree, caseWithMdo, mdoForm, PURPOSE, planButton } from '../support/mdo.js';

let house: House;
beforeEach(async () => { house = await openHouse(); });
afterEach(() => house.close());

const sentTo = (place: string) => house.sent.filter((one) => one.conversationId === place).map(({ kind, message }) => `${kind} ${/"card:([a-z-]+)"/.exec(JSON.stringify(message.card))?.[1] ?? ''}`);
const toChat = (who: Who) => sentTo(chatId(who));
const lastTo = (who: Who, card = '') => JSON.stringify(house.sent.filter((one) => one.conversationId === chatId(who) && JSON.stringify(one.message.card).includes(`card:${card}`)).at(-1)?.message.card);
const minutes = (count: number) => new Date(Date.parse(MONDAY) + count * 60_000).toISOString();

describe('delivery', () => {
  it('posts an invitation, and updates that message when something changes', async () => {
    await house.arrive('juf', 'jgz', 'koo');
    const { ref } = await caseWithMdo(house);
    await house.deliver();
    expect(toChat('jgz')).toEqual(['post invitation']);
    expect(lastTo('jgz')).toContain(PURPOSE);
    const answer = { ...(await house.on(ref, 'mdo-answer')), mdo: (await mdoOf(ref)), invitee: `person:${(await house.person('jgz')).id}`, answer: 'komt' };
    await house.press('jgz', answer);
    await house.deliver();
    expect(toChat('jgz')).toEqual(['post invitation', 'update invitation']);
    const [posted, updated] = house.sent.filter((one) => one.conversationId === chatId('jgz'));
    expect(updated?.activityId).toBe(posted?.activityId);
  });
  it('the same old button again says nothing of "doorgegeven" when another answer came in between', async () => {
    await house.arrive('juf', 'jgz', 'koo');
    const { ref } = await caseWithMdo(house);
    const base = { ...(await house.on(ref, 'mdo-answer')), mdo: await mdoOf(ref), invitee: `person:${(await house.person('jgz')).id}` };
    expect(JSON.stringify(await house.press('jgz', { ...base, answer: 'komt' }))).toContain('doorgegeven');
    await house.press('jgz', { ...base, answer: 'kan-niet' });
    const again = JSON.stringify(await house.press('jgz', { ...base, answer: 'komt' }));
    expect(again).not.toContain('doorgegeven');
    expect(again).toContain('Kan niet');
  });
  it('is done once: nothing is left', async () => {
    await house.arrive('juf', 'jgz', 'koo');
    await caseWithMdo(house);
    await house.deliver();
    const before = house.sent.length;
    expect(await house.deliver()).toBe(0);
    expect(house.sent).toHaveLength(before);
  });
  it('many changes before it is due are one message', async () => {
    await house.arrive('juf', 'ib');
    const { ref } = await house.openCase('juf');
    await house.press('juf', await house.on(ref, 'refer'));
    await agree(house, ref, 'jgz');
    await agree(house, ref, 'koo');
    await house.deliver();
    expect(toChat('ib')).toEqual(['post case']);
  });
  it('waits until somebody can be reached, and then delivers what stands then', async () => {
    await house.arrive('juf');
    const { ref } = await caseWithMdo(house);
    await house.deliver();
    expect(house.sent.filter((one) => one.conversationId === chatId('jgz'))).toEqual([]);
    expect((await house.store.outboxCounts()).waiting).toBe(2);
    expect((await house.store.undelivered(ref)).map(({ state }) => state)).toEqual(['waiting', 'waiting']);
    await house.arrive('jgz');
    await house.deliver();
    expect(toChat('jgz')).toEqual(['post invitation']);
  });
  it('the channel of the stagnatiepunt waits likewise', async () => {
    const { ref } = await house.openCase('juf');
    await house.press('juf', await house.on(ref, 'stuck'), { kind: 'samenwerking', parentsKnow: 'ja' });
    await house.deliver();
    expect(sentTo(CHANNEL)).toEqual([]);
    await house.linkChannel();
    await house.deliver();
    expect(sentTo(CHANNEL)).toEqual(['post stagnation']);
  });

  async function mdoOf(ref: string): Promise<string> {
    const planned = (await house.store.load(ref)).find((event) => event.type === 'MdoPlanned');
    return (planned?.data as { mdo: string }).mdo;
  }
});

describe('the gate, at the moment of sending', () => {
  it('withdrawn between planning and delivery: nothing is sent at all', async () => {
    await house.arrive('juf', 'jgz', 'koo');
    const { ref } = await caseWithMdo(house);
    await house.press('juf', await house.on(ref, 'consent'), { recipients: 'jgz', person: 'moeder', status: 'ingetrokken', how: 'mondeling', on: '2026-11-23' });
    await house.deliver();
    expect(toChat('jgz')).toEqual([]);
    expect(toChat('koo')).toEqual(['post invitation']);
  });
  it('withdrawn while it waited for a chat: nothing is sent either', async () => {
    await house.arrive('juf');
    const { ref } = await caseWithMdo(house);
    await house.deliver();
    await agree(house, ref, 'jgz', 'ingetrokken');
    await house.arrive('jgz');
    await house.deliver();
    expect(toChat('jgz')).toEqual([]);
  });
  it('withdrawn after delivery: the invitation closes and says nothing any more', async () => {
    await house.arrive('juf', 'jgz', 'koo');
    const { ref } = await caseWithMdo(house);
    await house.deliver();
    await agree(house, ref, 'jgz', 'ingetrokken');
    await house.deliver();
    expect(toChat('jgz')).toEqual(['post invitation', 'update invitation', 'post sharing']);
    expect(lastTo('jgz', 'invitation')).toContain('gesloten');
    expect(lastTo('jgz', 'invitation')).not.toContain(PURPOSE);
    expect(lastTo('jgz', 'invitation')).not.toContain('mdo-answer');
    expect(lastTo('koo')).toContain(PURPOSE);
  });
  it('given again: the same message opens again', async () => {
    await house.arrive('juf', 'jgz', 'koo');
    const { ref } = await caseWithMdo(house);
    await house.deliver();
    await agree(house, ref, 'jgz', 'ingetrokken');
    await house.deliver();
    await agree(house, ref, 'jgz');
    await house.deliver();
    expect(toChat('jgz')).toEqual(['post invitation', 'update invitation', 'post sharing', 'update invitation', 'update sharing']);
    expect(lastTo('jgz', 'invitation')).toContain(PURPOSE);
  });
  it('who is taken out of the register between planning and delivery hears nothing, and sees nothing of a case any more', async () => {
    await house.arrive('juf', 'jgz', 'koo');
    const { ref } = await caseWithMdo(house);
    await house.store.importPeople(register.filter((one) => !['aad-jgz', 'aad-juf'].includes(one.aadObjectId)));
    await house.deliver();
    expect(toChat('jgz')).toEqual([]);
    const shown = JSON.stringify(await house.press('juf', await house.on(ref, 'show', { view: 'mdo' })));
    expect(shown).not.toContain(PURPOSE);
    expect(shown).toContain('geen deelnemer');
  });
  it('who is dropped from the plan before delivery never hears of it; after it, the invitation closes', async () => {
    await house.arrive('juf', 'jgz', 'koo', 'cmj');
    const { ref } = await caseWithMdo(house, ['jgz', 'koo']);
    await house.press('juf', await planButton(house, ref), await mdoForm(house, ['koo', 'cmj']));
    await house.deliver();
    expect(toChat('jgz')).toEqual([]);
    await house.press('juf', await planButton(house, ref), await mdoForm(house, ['cmj']));
    await house.deliver();
    expect(toChat('koo')).toEqual(['post invitation', 'update invitation']);
    expect(lastTo('koo')).not.toContain(PURPOSE);
  });
});

describe('when Teams does not take it', () => {
  beforeEach(async () => {
    await house.arrive('juf', 'ib');
    const { ref } = await house.openCase('juf');
    await house.press('juf', await house.on(ref, 'refer'));
  });
  it('it is tried again, each time twice as late', async () => {
    for (let count = 0; count < 3; count += 1) house.answers.push({ kind: 'retry', afterMs: undefined, reason: '503' });
    const left = async (second: string) => { house.at(`2026-11-23T08:00:${second}Z`); await house.deliver(); return house.answers.length; };
    expect(await left('00.000')).toBe(2);
    expect(await left('01.999')).toBe(2);
    expect(await left('02.000')).toBe(1);
    expect(await left('05.999')).toBe(1);
    expect(await left('06.000')).toBe(0);
    expect(await left('13.999')).toBe(0);
    expect(toChat('ib')).toEqual([]);
    await left('14.000');
    expect(toChat('ib')).toEqual(['post case']);
  });
  it('it waits as long as Teams asks', async () => {
    house.answers.push({ kind: 'retry', afterMs: 30_000, reason: '429' });
    await house.deliver();
    house.at('2026-11-23T08:00:29.999Z'); await house.deliver();
    expect(toChat('ib')).toEqual([]);
    house.at('2026-11-23T08:00:30.000Z'); await house.deliver();
    expect(toChat('ib')).toEqual(['post case']);
  });
  it('a Retry-After of nothing does not become a storm', async () => {
    for (let count = 0; count < 50; count += 1) house.answers.push({ kind: 'retry', afterMs: 0, reason: '429' });
    await house.deliver();
    expect(house.answers.length).toBeGreaterThan(45);
  });
  it('what can never arrive is seen by a person, and no longer tried', async () => {
    house.answers.push({ kind: 'permanent', reason: '403' });
    await house.deliver();
    expect(await house.store.outboxCounts()).toMatchObject({ dead: 1 });
    expect(house.logged).toMatchObject([{ level: 'warn', event: 'not-delivered' }]);
    house.at(minutes(60)); await house.deliver();
    expect(toChat('ib')).toEqual([]);
  });
  it('one that fails does not hold up the others', async () => {
    house.answering(chatId('ib'), () => ({ kind: 'retry', afterMs: 60_000, reason: '503' }));
    await house.linkChannel();
    const { ref } = await house.openCase('juf');
    await house.press('juf', await house.on(ref, 'stuck'), { kind: 'beide', parentsKnow: 'nee' });
    await house.deliver();
    expect(sentTo(CHANNEL)).toEqual(['post stagnation']);
  });
});
