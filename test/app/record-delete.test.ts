import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buttonIn, CHANNEL, chatId, kindOf, namesAndOrganisations, openHouse, shownIn, type House, type Who } from '../support/house.js';
import { caseWithMdo } from '../support/mdo.js';

let house: House;
beforeEach(async () => {
  house = await openHouse();
  await house.arrive('juf', 'ib', 'jgz', 'koo', 'punt');
  await house.linkChannel();
});
afterEach(() => house.close());

const lastTo = (who: Who) => JSON.stringify(house.sent.filter((one) => one.conversationId === chatId(who)).at(-1)?.message.card);
const cardsTo = (where: string) => house.sent.filter((one) => one.conversationId === where);
async function talk(ref: string) {
  await house.press('juf', await house.on(ref, 'contact-note'), { on: '2026-11-20', with: 'moeder', discussed: 'Over de rekenles', agreed: 'Volgende week weer' });
}

describe('deleting a case on request', () => {
  it('nothing of it remains but a line to count: not in the store, not in a chat', async () => {
    const { ref, code } = await caseWithMdo(house);
    await house.press('juf', await house.on(ref, 'refer'));
    await house.press('juf', await house.on(ref, 'stuck'), { kind: 'samenwerking', parentsKnow: 'ja' });
    await talk(ref);
    await house.deliver();
    const standing = new Map(house.sent.map((one) => [one.activityId, one.conversationId]));
    const form = await house.press('juf', await house.on(ref, 'show', { view: 'delete-form' }));
    const done = await house.press('juf', buttonIn(form, 'delete-case').data, { onRequestOf: 'ouders', code: code.toLowerCase() });
    expect(shownIn(done)).toContain(`Casus ${code} is verwijderd`);
    expect(await house.store.load(ref)).toEqual([]);
    expect(await house.store.row(ref)).toBeUndefined();
    expect(await house.store.caseByCode(code)).toBeUndefined();
    house.sent.length = 0;
    await house.deliver();
    // Every message that showed something of it says the same now.
    for (const activityId of standing.keys()) expect(house.sent.find((one) => one.activityId === activityId)?.message.card, activityId).toBeDefined();
    for (const { message, conversationId } of house.sent) {
      const card = JSON.stringify(message);
      expect(card).toContain(`Casus ${code} is verwijderd`);
      for (const secret of [...namesAndOrganisations, 'rekenhulp', 'moeder']) expect(card, `${conversationId} ${secret}`).not.toContain(secret);
    }
    expect(cardsTo(CHANNEL)).toHaveLength(1);
    expect(cardsTo(chatId('ib')).filter((one) => one.kind === 'post').map((one) => JSON.stringify(one.message.card)).join()).toContain('op verzoek van de ouders');
    expect(await house.store.outboxCounts()).toEqual({ pending: 0, waiting: 0, dead: 0 });
    expect(await house.store.statistics('midden-groningen')).toEqual([
      { region: 'midden-groningen', opened: '2026-11', ended: '2026-11', step: 'signaal', ageBand: 'onder-12', stalled: true, ending: 'verwijderd', weeksOpen: 0 },
    ]);
    expect(house.logged).toContainEqual({ level: 'info', event: 'case-deleted', facts: { onRequestOf: 'ouders', region: 'midden-groningen' } });
    expect(JSON.stringify(house.logged)).not.toContain(code);
  });

  it('the code must be typed over, and somebody must have asked', async () => {
    const { ref, code } = await house.openCase('juf');
    const wrong = await house.press('juf', await house.on(ref, 'delete-case'), { onRequestOf: 'ouders', code: 'K9' });
    expect(kindOf(wrong)).toBe('delete-form');
    expect(shownIn(wrong)).toContain('De code klopt niet');
    expect(shownIn(await house.press('juf', await house.on(ref, 'delete-case'), { onRequestOf: 'iemand', code }))).toContain('Kies wie heeft gevraagd');
    expect(await house.store.row(ref)).toBeDefined();
  });

  it('others can not, and do not learn whether a code exists', async () => {
    const { ref, code } = await house.openCase('juf');
    await house.press('juf', await house.on(ref, 'refer'));
    const ib = await house.press('ib', await house.on(ref, 'delete-case'), { onRequestOf: 'ouders', code });
    expect(shownIn(ib)).toContain('kun jij niet laten verwijderen');
    const form = await house.say('koo', 'verwijder een casus');
    const [known, unknown] = await Promise.all([code, 'ZZZZZ'].map(async (typed) => shownIn(await house.press('koo', buttonIn(form, 'delete-case').data, { onRequestOf: 'ouders', code: typed }))));
    expect(known?.replaceAll(code, 'ZZZZZ')).toBe(unknown);
    expect(await house.store.row(ref)).toBeDefined();
  });

  it('a case that was merged into it goes along', async () => {
    const from = await house.openCase('juf');
    await talk(from.ref);
    const into = await house.openCase('juf');
    await house.press('juf', await house.on(into.ref, 'merge'), { other: from.code, sameChild: 'ja' });
    await house.deliver();
    await house.press('juf', await house.on(into.ref, 'delete-case'), { onRequestOf: 'jeugdige', code: into.code });
    await house.deliver();
    expect([await house.store.row(from.ref), await house.store.row(into.ref)]).toEqual([undefined, undefined]);
    expect((await house.store.statistics('midden-groningen')).map((one) => one.ending).sort()).toEqual(['samengevoegd', 'verwijderd']);
  });

  it('a case that was merged into it goes along only by who may delete both: taking it over is no way to delete another’s', async () => {
    const theirs = await house.openCase('juf');
    await house.press('juf', await house.on(theirs.ref, 'refer'));
    const own = await house.openCase('ib');
    await house.press('ib', await house.on(own.ref, 'merge'), { other: theirs.code, sameChild: 'ja' });
    await house.deliver();
    const asked = async () => house.press('ib', await house.on(own.ref, 'delete-case'), { onRequestOf: 'ouders', code: own.code });
    const refused = shownIn(await asked());
    expect(refused).toContain('Deze casus kun jij niet laten verwijderen');
    expect(refused).toContain(`Casus ${theirs.code} ging hierin op`);
    expect(await house.store.load(own.ref)).not.toEqual([]);
    expect(await house.store.load(theirs.ref)).not.toEqual([]);
  });
  it('a message that Teams does not take now is brought up to date later', async () => {
    const { ref, code } = await house.openCase('juf');
    await house.press('juf', await house.on(ref, 'refer'));
    await house.deliver();
    await house.press('juf', await house.on(ref, 'delete-case'), { onRequestOf: 'organisatie', code });
    house.answers.push({ kind: 'retry', afterMs: 30_000, reason: '429' }, { kind: 'permanent', reason: '403' });
    await house.deliver();
    house.at('2026-11-23T08:05:00.000Z');
    await house.deliver();
    expect(lastTo('ib')).toContain('is verwijderd');
    expect(await house.store.outboxCounts()).toEqual({ pending: 0, waiting: 0, dead: 0 });
  });
});
