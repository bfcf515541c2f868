import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Reply } from '../../src/app/input.js';
import { asDialog, button } from '../../src/app/present/words.js';
import { chatOf } from '../../src/app/parts.js';
import { CHANNEL, chatId, kindOf, openHouse, shownIn, type House, type Who } from '../support/house.js';

/** A card that stands shows the present, to whom it is for: follow-ups of clicks, dialogs, own views, and old messages. */

let house: House;
let ref: string;
beforeEach(async () => {
  house = await openHouse();
  await house.arrive('juf', 'ib', 'punt', 'punt2', 'baas');
  ({ ref } = await house.openCase('juf'));
});
afterEach(() => house.close());

const STALE = 'Deze kaart was niet meer actueel';
const sentTo = (place: string, from = 0) => house.sent.slice(from).filter((one) => one.conversationId === place)
  .map(({ kind, activityId, message }) => `${kind} ${activityId} ${/"card:([a-z-]+)"/.exec(JSON.stringify(message.card))?.[1] ?? ''}`);
const standing = (activityId: string) => JSON.stringify(house.sent.filter((one) => one.activityId === activityId).at(-1)?.message.card ?? '');
const shows = async (who: Who, view: string, at: { cardActivityId?: string; dialog?: 'open' | 'submit'; automatic?: boolean } = {}) => house.press(who, await house.on(ref, 'show', { view }), {}, at);
/** The case's card stands in the chat of this person as message `activity`. */
async function stands(who: Who, activity = 'first'): Promise<void> {
  await shows(who, 'case', { cardActivityId: activity });
  await house.deliver();
}
const sentCard = async (who: Who) => house.store.sentCard(ref, 'case', chatOf(await house.person(who)));
/** Teams' own id of somebody, as it comes along from a personal chat. */
async function knowsId(who: Who): Promise<void> {
  const place = chatOf(await house.person(who));
  const chat = await house.store.conversation(place);
  if (chat) await house.store.saveConversation(place, { ...chat, userId: `29:${who}` });
}
const refreshOf = (card: unknown) => (card as { refresh?: { userIds: string[]; action: { verb: string; data: Record<string, unknown> } } }).refresh;
const cardIn = (reply: Reply) => (reply.kind === 'card' ? reply.message.card : {});

describe('what a click put on a card', () => {
  it('is followed by an update of the message, also when nothing was recorded', async () => {
    await shows('juf', 'case', { cardActivityId: 'first' });
    expect(house.sent).toEqual([]);
    await house.deliver();
    expect(sentTo(chatId('juf'))).toEqual(['update first case']);
    const answer = await shows('juf', 'consent', { cardActivityId: 'first' });
    await house.deliver();
    expect(standing('first')).toBe(JSON.stringify(cardIn(answer)));
  });
  it.each(['cases', 'schema', 'roles'])('is followed by an update for a list (%s), as it then stands', async (verb) => {
    const answer = await house.press('juf', { v: 1, verb, ref: '', seen: 0 }, {}, { cardActivityId: 'first' });
    await house.deliver();
    expect(standing('first')).toBe(JSON.stringify(cardIn(answer)));
  });
  it('of another case or list is not drawn over later', async () => {
    await stands('juf');
    await house.press('juf', { v: 1, verb: 'roles', ref: '', seen: 0 }, {}, { cardActivityId: 'first' });
    await house.press('juf', await house.on(ref, 'gezag'), { gezag: 'moeder' });
    await house.deliver();
    expect(standing('first')).toContain('card:roles');
  });
  it('is never typed text: that is not kept to draw it again', async () => {
    await house.press('juf', { v: 1, verb: 'cases', ref: '', seen: 0 }, { purpose: 'getypt' }, { cardActivityId: 'first' });
    expect(JSON.stringify(await house.store.sentCard('none', 'list', chatOf(await house.person('juf'))))).not.toContain('getypt');
  });
});

describe('a dialog', () => {
  const form = () => asDialog(button('Hoe staat het ervoor?', 'show', { ref, seen: 2 }, { view: 'term' })).data;

  it('shows a form and leaves the card in the chat alone', async () => {
    await stands('juf');
    const before = await sentCard('juf');
    const sent = house.sent.length;
    const opened = await house.press('juf', form(), {}, { dialog: 'open' });
    expect(opened).toMatchObject({ kind: 'card', form: true });
    expect(kindOf(opened)).toBe('term');
    expect(await sentCard('juf')).toEqual(before);
    await house.deliver();
    expect(house.sent).toHaveLength(sent);
  });
  it('that did something ends with a sentence, and the card in the chat comes up to date', async () => {
    await stands('juf');
    const done = await house.press('juf', await house.on(ref, 'step-done', { step: 'signaal', card: 'case' }), {}, { dialog: 'submit' });
    expect(done).toMatchObject({ form: false, said: 'Vastgelegd: de stap is gedaan.' });
    await house.deliver();
    expect(standing('first')).toContain('triage');
  });
  it('that was refused stays, with the reason', async () => {
    const refused = await house.press('juf', await house.on(ref, 'step-waits', { card: 'case' }), { waitFor: 'ouders', until: '2020-01-01' }, { dialog: 'submit' });
    expect(refused).toMatchObject({ form: true });
    expect(shownIn(refused)).toContain('Deze datum is al voorbij');
  });
  it('ends with the way back to what stands behind it, and goes on to what does not', async () => {
    await stands('juf');
    expect(await shows('juf', 'case', { dialog: 'submit' })).toEqual({ kind: 'none' });
    expect(await shows('juf', 'consent', { dialog: 'submit' })).not.toMatchObject({ form: false });
    expect(kindOf(await shows('ib', 'case', { dialog: 'submit' }))).toBe('notice');
  });
  it('brings "Het is niet veilig" at once, goes on there, and keeps it in the chat as well', async () => {
    const question = await house.press('juf', { v: 1, verb: 'start', ref: '', seen: 0, tree: 'veiligheid' }, {}, { dialog: 'submit' });
    expect(kindOf(question)).toBe('question');
    expect(question).not.toMatchObject({ form: false });
    await house.deliver();
    expect(sentTo(chatId('juf'))).toEqual([expect.stringMatching(/^post .* question$/)]);
    const choice = /"data":(\{[^}]*"verb":"answer"[^}]*\})/.exec(shownIn(question))?.[1] ?? '{}';
    const next = await house.press('juf', JSON.parse(choice), {}, { dialog: 'submit' });
    expect(['question', 'advice']).toContain(kindOf(next));
    await house.deliver();
    expect(house.sent.at(-1)).toMatchObject({ kind: 'update', conversationId: chatId('juf') });
    expect(JSON.stringify(house.sent.at(-1)?.message.card)).toBe(JSON.stringify(cardIn(next)));
  });
});

describe('an own view, which Teams asks for when somebody looks', () => {
  const looks = async (who: Who, card: 'case' | 'stagnation', cardActivityId = 'first', channel = false) => house.press(who, { v: 1, verb: 'refresh', ref, seen: 1, card }, {}, { automatic: true, channel, cardActivityId });

  it('is asked for by the one whose card it is, and by nobody else', async () => {
    const answer = await shows('juf', 'case', { cardActivityId: 'first' });
    // Without the id that Teams wants it stays as it is.
    expect(refreshOf(cardIn(answer))).toBeUndefined();
    await knowsId('juf');
    await house.deliver();
    expect(refreshOf(JSON.parse(standing('first')))).toMatchObject({ userIds: ['29:juf'], action: { type: 'Action.Execute', verb: 'refresh', data: { ref, card: 'case' } } });
    expect(await looks('ib', 'case')).toEqual({ kind: 'none' });
  });
  it('of an old card in the chat is the present, and says so; of the newest it is what stands there', async () => {
    await stands('juf');
    await house.press('juf', await house.on(ref, 'step-done', { step: 'signaal' }));
    const old = await looks('juf', 'case', 'long-ago');
    expect(shownIn(old)).toContain(STALE);
    expect(shownIn(old)).toContain('triage');
    expect(shownIn(await looks('juf', 'case'))).not.toContain(STALE);
  });
  it('leaves a form alone', async () => {
    await shows('juf', 'term', { cardActivityId: 'first' });
    expect(await looks('juf', 'case')).toEqual({ kind: 'none' });
  });
  it('changes nothing: no event, no card remembered, nothing to send', async () => {
    await stands('juf');
    const before = [await house.store.load(ref), await sentCard('juf'), await house.store.outboxCounts(), house.sent.length];
    await looks('juf', 'case');
    await looks('juf', 'case', 'elsewhere');
    await house.press('juf', await house.on(ref, 'step-done', { step: 'signaal' }), {}, { automatic: true });
    await house.deliver();
    expect([await house.store.load(ref), await sentCard('juf'), await house.store.outboxCounts(), house.sent.length]).toEqual(before);
  });

  describe('in the channel of the stagnatiepunt', () => {
    const notice = () => house.sent.filter((one) => one.conversationId === CHANNEL).at(-1);
    const stuck = async () => {
      await house.linkChannel();
      await house.press('juf', await house.on(ref, 'stuck'), { kind: 'samenwerking', parentsKnow: 'ja' });
      await house.deliver();
      return notice()?.activityId ?? '';
    };

    it('is there for those of the stagnatiepunt: only they see the button', async () => {
      await knowsId('punt');
      await knowsId('baas');
      const activity = await stuck();
      const shared = JSON.stringify(notice()?.message.card);
      expect(shared).not.toContain('"claim"');
      expect(shared).toContain('Werk je bij het stagnatiepunt?');
      expect(refreshOf(notice()?.message.card)?.userIds).toEqual(['29:punt']);
      expect(shownIn(await looks('punt', 'stagnation', activity, true))).toContain('"verb":"claim"');
      expect(shownIn(await looks('baas', 'stagnation', activity, true))).not.toContain('"verb":"claim"');
    });
    it('says to the claimer that it is theirs, and to nobody else', async () => {
      await knowsId('punt');
      await knowsId('punt2');
      const activity = await stuck();
      const answer = await house.press('punt', await house.on(ref, 'claim'), {}, { channel: true, cardActivityId: activity });
      expect(shownIn(answer)).toContain('Jij hebt dit opgepakt');
      await house.deliver();
      expect(standing(activity)).not.toContain('Jij hebt dit opgepakt');
      expect(shownIn(await looks('punt', 'stagnation', activity, true))).toContain('Jij hebt dit opgepakt');
      expect(shownIn(await looks('punt2', 'stagnation', activity, true))).not.toContain('Jij hebt dit opgepakt');
    });
    it('has the button for everybody while nobody of them can have an own view: who may is decided on the press', async () => {
      await stuck();
      expect(JSON.stringify(notice()?.message.card)).toContain('"claim"');
      expect(refreshOf(notice()?.message.card)).toBeUndefined();
    });
    it('keeps a refusal for the one who pressed', async () => {
      const activity = await stuck();
      expect(shownIn(await house.press('baas', await house.on(ref, 'claim'), {}, { channel: true, cardActivityId: activity }))).toContain('Alleen een medewerker');
      await house.deliver();
      expect(standing(activity)).not.toContain('Alleen een medewerker');
    });
    it('is no way into another channel or chat', async () => {
      await stuck();
      expect(shownIn(await house.press('punt', { v: 1, verb: 'refresh', ref, seen: 1, card: 'stagnation' }, {}, { automatic: true }))).toBe('');
    });
  });
});
