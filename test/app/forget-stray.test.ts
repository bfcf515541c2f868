import { afterEach, beforeEach, expect, it } from 'vitest';
import { forgetCase } from '../../src/app/record/forgetting.js';
import { loadCase } from '../../src/app/run-case.js';
import { chatId, openHouse, type House } from '../support/house.js';

let house: House;
beforeEach(async () => {
  house = await openHouse();
  await house.arrive('juf', 'ib');
});
afterEach(() => house.close());

it('a card that was on its way while its case was deleted is brought to "verwijderd", and not remembered', async () => {
  const { ref } = await house.openCase('juf');
  await house.press('juf', await house.on(ref, 'refer'));
  const post = house.parts.outgoing.post;
  let forgotten = false;
  Object.assign(house.parts.outgoing, {
    post: async (...said: Parameters<typeof post>) => {
      const loaded = await loadCase(house.parts, ref);
      if (loaded && !forgotten) {
        forgotten = true;
        await forgetCase(house.parts, loaded, 'ouders', []);
      }
      return post(...said);
    },
  });
  await house.deliver();
  expect(forgotten).toBe(true);
  const last = new Map(house.sent.map((one) => [one.activityId, JSON.stringify(one.message.card)]));
  for (const [activityId, card] of last) expect(card, activityId).toContain('erwijderd');
  for (const who of ['juf', 'ib'] as const) expect(await house.store.sentCard(ref, 'case', { kind: 'person', personId: (await house.person(who)).id })).toBeUndefined();
  expect(house.sent.some((one) => one.conversationId === chatId('ib'))).toBe(true);
});
