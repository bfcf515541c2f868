import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CHANNEL, chatId, namesAndOrganisations, openHouse, shownIn, type House } from '../support/house.js';
import { caseWithMdo, PURPOSE } from '../support/mdo.js';

let house: House;
beforeEach(async () => {
  house = await openHouse();
  await house.arrive('juf', 'ib', 'jgz', 'koo', 'punt');
  await house.linkChannel();
});
afterEach(() => house.close());

/** A case in which about everything happens. */
async function everything(): Promise<{ code: string; claimed: string }> {
  const { ref, code } = await caseWithMdo(house);
  await house.press('juf', await house.on(ref, 'refer'));
  await house.deliver();
  await house.press('juf', await house.on(ref, 'stuck'), { kind: 'beide', parentsKnow: 'ja' });
  await house.deliver();
  house.at('2026-11-30T08:00:00.000Z');
  const claimed = await house.press('punt', await house.on(ref, 'claim'), {}, { channel: true });
  await house.deliver();
  await house.press('punt', await house.on(ref, 'stagnation-close'), { ending: 'anders', endingNote: 'Gebeld met Wietske Hofstra' });
  await house.deliver();
  house.at('2027-02-01T08:00:00.000Z');
  await house.deliver();
  return { code, claimed: shownIn(claimed) };
}
const secrets = [...namesAndOrganisations, PURPOSE, 'Gebeld met', 'moeder', 'jgz', 'KOO'];

describe('the stagnatiepunt channel', () => {
  it('sees code, step, role and duration, and nothing that says who or what about', async () => {
    const { code, claimed } = await everything();
    const cards = [claimed, ...house.sent.filter((one) => one.conversationId === CHANNEL).map((one) => JSON.stringify(one.message))];
    expect(cards.length).toBeGreaterThan(3);
    for (const card of cards) {
      expect(card).toContain(code);
      for (const secret of secrets) expect(card, secret).not.toContain(secret);
    }
  });
  it('a case that ended keeps saying how long it had stood still', async () => {
    await everything();
    const last = house.sent.filter((one) => one.conversationId === CHANNEL).at(-1);
    expect(last?.message.summary).toContain('7 dagen');
  });
});

describe('every notification', () => {
  it('says code, step, role and duration at most', async () => {
    await everything();
    const summaries = house.sent.map((one) => one.message.summary);
    expect(summaries.length).toBeGreaterThan(8);
    for (const summary of summaries) for (const secret of secrets) expect(summary, secret).not.toContain(secret);
  });
});

describe('what is logged', () => {
  it('holds no name and nothing that was typed', async () => {
    house.answers.push({ kind: 'permanent', reason: '403' }, { kind: 'retry', afterMs: undefined, reason: '503' });
    await everything();
    expect(house.logged.length).toBeGreaterThan(0);
    for (const secret of secrets) expect(JSON.stringify(house.logged)).not.toContain(secret);
  });
});

describe('the purpose of an MDO', () => {
  it('reaches participants and invitees alone', async () => {
    await everything();
    const readers = new Set(house.sent.filter((one) => JSON.stringify(one.message.card).includes(PURPOSE)).map((one) => one.conversationId));
    for (const reader of readers) expect([chatId('juf'), chatId('ib'), chatId('jgz'), chatId('koo')]).toContain(reader);
  });
});
