import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { chatId, kindOf, openHouse, shownIn, type House, type Who } from '../support/house.js';
import { caseWithMdo, mdoForm, planButton } from '../support/mdo.js';

/** A message whose place was taken by a newer one says so, once, and nothing else. */

let house: House;
let ref: string;
beforeEach(async () => {
  house = await openHouse();
  await house.arrive('juf', 'ib', 'punt', 'punt2', 'baas');
  ({ ref } = await house.openCase('juf'));
});
afterEach(() => house.close());

const STALE = 'Deze kaart was niet meer actueel';
const OLD = 'Deze kaart is oud. De nieuwste staat verderop in deze chat.';
const sentTo = (place: string, from = 0) => house.sent.slice(from).filter((one) => one.conversationId === place)
  .map(({ kind, activityId, message }) => `${kind} ${activityId} ${/"card:([a-z-]+)"/.exec(JSON.stringify(message.card))?.[1] ?? ''}`);
const standing = (activityId: string) => JSON.stringify(house.sent.filter((one) => one.activityId === activityId).at(-1)?.message.card ?? '');
/** Opens the case on this message of the chat. */
const shows = async (who: Who, activity: string) => house.press(who, await house.on(ref, 'show', { view: 'case' }), {}, { cardActivityId: activity });
async function stands(who: Who, activity = 'first'): Promise<void> {
  await shows(who, activity);
  await house.deliver();
}

describe('a message whose place was taken', () => {
  it('by a second look at the case says that it is old, and shows the case when asked', async () => {
    await stands('juf');
    await stands('juf', 'second');
    expect(standing('first')).toContain(OLD);
    expect(standing('second')).not.toContain(OLD);
    const show = /"data":(\{[^}]*"verb":"show"[^}]*\})/.exec(standing('first'))?.[1] ?? '{}';
    const again = await house.press('juf', JSON.parse(show), {}, { cardActivityId: 'first' });
    expect(kindOf(again)).toBe('case');
    await house.deliver();
    expect(standing('first')).not.toContain(OLD);
    expect(standing('second')).toContain(OLD);
  });
  it('by a fresh one says so after that has come, and once', async () => {
    for (const day of ['2026-12-08', '2026-12-15', '2026-12-22']) {
      house.at(`${day}T09:00:00.000Z`);
      await house.deliver();
    }
    await house.press('juf', await house.on(ref, 'step-waits'), { waitFor: 'ouders', until: '2027-01-11' });
    house.at('2027-02-15T09:00:00.000Z');
    await house.deliver();
    const all = sentTo(chatId('juf')).filter((one) => /term|notice/.test(one));
    const [first, second] = all.filter((one) => one.startsWith('post'));
    expect(second).toBeDefined();
    const old = all.filter((one) => one.includes('notice'));
    expect(old).toEqual([`update ${first?.split(' ')[1] ?? ''} notice`]);
    expect(all.indexOf(old[0] ?? '')).toBeGreaterThan(all.indexOf(second ?? ''));
    expect(standing(first?.split(' ')[1] ?? '')).toContain(OLD);
  });
  it('waits for the newer one when that does not come through', async () => {
    await stands('juf');
    house.answers.push({ kind: 'retry', afterMs: 60_000, reason: '429' }, { kind: 'retry', afterMs: 60_000, reason: '429' });
    await shows('juf', 'second');
    await house.deliver();
    expect(standing('first')).not.toContain(OLD);
    house.at('2026-11-23T08:10:00.000Z');
    await house.deliver();
    expect(standing('first')).toContain(OLD);
    expect((await house.store.outboxCounts())).toMatchObject({ dead: 0 });
  });
  it('is let go when it can no longer be changed, and nobody is told that something was not delivered', async () => {
    await stands('juf');
    await shows('juf', 'second');
    house.answers.push({ kind: 'sent', activityId: 'second' }, { kind: 'permanent', reason: '404' });
    await house.deliver();
    expect(await house.store.undelivered(ref)).toEqual([]);
    expect((await house.store.outboxCounts()).dead).toBe(0);
  });
  it('is one of a few: a chat is no archive', async () => {
    await stands('juf');
    for (let count = 0; count < 9; count += 1) await shows('juf', `again-${String(count)}`);
    const from = house.sent.length;
    await house.deliver();
    expect(sentTo(chatId('juf'), from).filter((one) => one.includes('notice'))).toHaveLength(3);
  });
  it('says nothing of the case but its code', async () => {
    await house.press('juf', await house.on(ref, 'refer'));
    await house.deliver();
    const [, posted] = /^post (\S+) case$/.exec(sentTo(chatId('ib'))[0] ?? '') ?? [];
    await stands('ib', 'second');
    expect(standing(posted ?? '')).toContain('Laat de casus hier zien');
    expect(standing(posted ?? '')).not.toMatch(/Stap|Doen mee/);
  });
  it('of whoever takes no part has no button to the case', async () => {
    await house.arrive('jgz', 'koo');
    const mdo = await caseWithMdo(house);
    await house.deliver();
    await house.press('juf', await planButton(house, mdo.ref), await mdoForm(house, ['jgz', 'koo']));
    await house.deliver();
    const sent = sentTo(chatId('jgz'));
    expect(sent.map((one) => one.replace(/ \S+ /, ' '))).toEqual(['post invitation', 'post invitation', 'update notice']);
    expect(standing(sent[2]?.split(' ')[1] ?? '')).toContain('Deze kaart is oud');
    expect(standing(sent[2]?.split(' ')[1] ?? '')).not.toContain('"show"');
  });

  it('and is pressed all the same gets the present, and says that it was old', async () => {
    await stands('juf');
    const old = await house.on(ref, 'show', { view: 'case' });
    await house.press('juf', await house.on(ref, 'step-done', { step: 'signaal' }));
    await house.deliver();
    const shown = shownIn(await house.press('juf', old, {}, { cardActivityId: 'far-up' }));
    expect(shown).toContain(STALE);
    expect(shown).toContain('triage');
    await house.deliver();
    expect(shownIn(await house.press('juf', await house.on(ref, 'show', { view: 'case' }), {}, { cardActivityId: 'far-up' }))).not.toContain(STALE);
  });
});
