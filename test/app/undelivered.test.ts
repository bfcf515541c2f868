import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SendResult } from '../../src/app/ports.js';
import { buttonIn, chatId, kindOf, namesAndOrganisations, openHouse, register, shownIn, type House } from '../support/house.js';
import { caseWithMdo, PURPOSE } from '../support/mdo.js';

let house: House;
let ref: string;
const BLOCKED: SendResult = { kind: 'permanent', reason: 'status 403 BotNotInConversationRoster' };

/** A case with an MDO; the invitation of the JGZ can not be delivered. */
beforeEach(async () => {
  house = await openHouse();
  await house.arrive('juf', 'jgz', 'koo');
  ({ ref } = await caseWithMdo(house));
  // The card of the case stands in the chat of its owner.
  await house.press('juf', await house.on(ref, 'show', { view: 'case' }), {}, { cardActivityId: 'card-juf' });
  house.answering(chatId('jgz'), () => BLOCKED);
  await house.deliver();
});
afterEach(() => house.close());

const card = async (who: 'juf' | 'koo' = 'juf') => house.press(who, await house.on(ref, 'show', { view: 'case' }));
const again = () => house.answering(chatId('jgz'), () => undefined);
const toJgz = () => house.sent.filter(({ conversationId }) => conversationId === chatId('jgz')).map(({ kind }) => kind);

describe('the owner of a case', () => {
  it('sees on the card that stands in the chat who did not get the message, and no reason code', () => {
    const standing = JSON.stringify(house.sent.filter(({ activityId }) => activityId === 'card-juf').at(-1)?.message.card);
    expect(standing).toContain('Niet bezorgd aan Tjitske Wobbes (Jeugdverpleegkundige (JGZ))');
    expect(standing).not.toMatch(/403|BotNotIn/);
  });
  it('can have it tried again', async () => {
    again();
    const reply = await house.press('juf', buttonIn(await card(), 'deliver-again').data);
    expect(shownIn(reply)).toContain('Ik probeer het opnieuw');
    expect(shownIn(reply)).not.toContain('Niet bezorgd');
    await house.deliver();
    expect(toJgz()).toEqual(['post']);
  });
  it('sees it again when it fails again', async () => {
    await house.press('juf', buttonIn(await card(), 'deliver-again').data);
    await house.deliver();
    expect(shownIn(await card())).toContain('Niet bezorgd');
  });
  it('can say that it is told outside Routewijzer, and can still record the answer', async () => {
    const reply = await house.press('juf', buttonIn(await card(), 'deliver-outside').data);
    expect(shownIn(reply)).toContain('jij laat het zelf weten');
    expect(shownIn(reply)).not.toContain('Niet bezorgd');
    expect(await house.store.deadLetters()).toEqual([]);
    again();
    await house.deliver();
    expect(toJgz()).toEqual([]);
    const mdo = await house.press('juf', await house.on(ref, 'show', { view: 'mdo' }));
    expect(buttonIn(mdo, 'mdo-record', { invitee: `person:${(await house.person('jgz')).id}`, answer: 'komt' }).title).toBe('Komt');
  });
  it('pressing twice changes nothing more', async () => {
    const button = buttonIn(await card(), 'deliver-outside').data;
    await house.press('juf', button);
    expect(shownIn(await house.press('juf', button))).not.toContain('jij laat het zelf weten');
  });
});

describe('nobody else', () => {
  it('of the case can choose', async () => {
    const shown = await card();
    for (const verb of ['deliver-again', 'deliver-outside']) {
      const { data } = buttonIn(shown, verb);
      for (const who of ['koo', 'elders', 'beheer'] as const) expect(shownIn(await house.press(who, data))).toMatch(/geen deelnemer|Alleen wie de casus beheert/);
    }
    expect(await house.store.deadLetters()).toHaveLength(1);
  });
  it('may forge the place', async () => {
    const { data } = buttonIn(await card(), 'deliver-outside');
    for (const place of ['', 'person:', 'person:x', 'x', '__proto__', 'stagnatiepunt:elders']) await house.press('juf', { ...data, place });
    expect(await house.store.deadLetters()).toHaveLength(1);
  });
});

describe('the beheerder', () => {
  it('sees what was not delivered by code, kind, role and organisation; no name and nothing of the message', async () => {
    const shown = shownIn(await house.say('beheer', 'niet bezorgd'));
    const { code } = await house.store.row(ref) ?? {};
    for (const words of [`Casus ${code ?? '?'}`, 'Uitnodiging voor een MDO', 'Jeugdverpleegkundige (JGZ), GGD Proefstad', 'ma 23 november 2026, 09:00']) expect(shown).toContain(words);
    for (const name of namesAndOrganisations.filter((each) => each !== 'GGD Proefstad')) expect(shown).not.toContain(name);
    expect(shown).not.toContain(PURPOSE);
    expect(shown).not.toMatch(/403|onder-12|jonger dan/);
  });
  it('can have one tried again', async () => {
    again();
    await house.press('beheer', buttonIn(await house.say('beheer', 'niet bezorgd'), 'dead-retry').data);
    await house.deliver();
    expect(toJgz()).toEqual(['post']);
    expect(shownIn(await house.say('beheer', 'onbestelbaar'))).toContain('geen berichten');
  });
  it('is asked once more before one is dropped', async () => {
    const asked = await house.press('beheer', buttonIn(await house.say('beheer', 'niet bezorgd'), 'dead-drop').data);
    expect(kindOf(asked)).toBe('dead-letter');
    expect(await house.store.deadLetters()).toHaveLength(1);
    const done = await house.press('beheer', buttonIn(asked, 'dead-drop-sure').data);
    expect(kindOf(done)).toBe('dead-letters');
    expect(await house.store.deadLetters()).toEqual([]);
    expect(shownIn(await house.press('beheer', buttonIn(asked, 'dead-drop-sure').data))).toContain('niet meer actueel');
  });
  it('finds the list by a button under "help"', async () => {
    expect(kindOf(await house.press('beheer', buttonIn(await house.say('beheer', 'help'), 'dead-letters').data))).toBe('dead-letters');
  });
  it('is the only one: not the manager, not the owner, and not a beheerder who left the register', async () => {
    const asked = await house.say('beheer', 'niet bezorgd');
    const buttons = ['dead-retry', 'dead-drop', 'dead-letters'].map((verb) => buttonIn(asked, verb).data);
    const { data } = buttonIn(await house.press('beheer', buttonIn(asked, 'dead-drop').data), 'dead-drop-sure');
    const refused = async (who: 'baas' | 'juf' | 'beheer') => {
      for (const pressed of [...buttons, data]) expect(shownIn(await house.press(who, pressed))).toContain('alleen voor de beheerder');
      expect(shownIn(await house.say(who, 'niet bezorgd'))).toContain('alleen voor de beheerder');
    };
    await refused('baas');
    await refused('juf');
    await house.store.importPeople(register.filter(({ aadObjectId }) => aadObjectId !== 'aad-beheer'));
    await refused('beheer');
    expect(await house.store.deadLetters()).toHaveLength(1);
  });
  it('takes part in no case: nobody can bring them in', async () => {
    const { id } = await house.person('beheer');
    expect(shownIn(await house.press('juf', await house.on(ref, 'show', { view: 'person-form' })))).not.toContain(id);
    expect(shownIn(await house.press('juf', await house.on(ref, 'show', { view: 'mdo-form' })))).not.toContain(id);
    await house.press('juf', await house.on(ref, 'person-invite'), { person: id, told: 'ja' });
    expect((await house.store.row(ref))?.people).not.toContain(id);
  });
});
