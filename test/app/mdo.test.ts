import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadCase } from '../../src/app/run-case.js';
import { buttonsOf, chatId, kindOf, openHouse, register, shownIn, type House, type Who } from '../support/house.js';
import { agree, caseWithMdo, mdoForm, planButton, PURPOSE } from '../support/mdo.js';

let house: House;
beforeEach(async () => { house = await openHouse(); });
afterEach(() => house.close());

/** What arrived in this chat, without the lines that say of an older card that it is old. */
const inChat = (who: Who) => house.sent.filter((one) => one.conversationId === chatId(who) && !JSON.stringify(one.message.card).includes('Deze kaart is oud'));
const toChat = (who: Who) => inChat(who).map(({ kind, message }) => `${kind} ${/"card:([a-z-]+)"/.exec(JSON.stringify(message.card))?.[1] ?? ''}`);
const lastTo = (who: Who) => JSON.stringify(inChat(who).at(-1)?.message.card);
const go = async (moment: string) => { house.at(moment); await house.deliver(); await house.deliver(); };
const key = async (who: Who) => `person:${(await house.person(who)).id}`;
const mdoOf = async (ref: string) => (await loadCase(house.parts, ref))?.state.mdo;
const view = async (ref: string, name: string, fields: Readonly<Record<string, string>> = {}) => house.press('juf', await house.on(ref, 'show', { view: name, ...fields }));
const answer = async (who: Who, ref: string, said: string, typed: Readonly<Record<string, string>> = {}) =>
  house.press(who, await house.on(ref, 'mdo-answer', { mdo: (await mdoOf(ref))?.id ?? '', invitee: await key(who), answer: said }), typed);
const forMdo = async (ref: string, verb: string, fields: Readonly<Record<string, string>> = {}) => house.on(ref, verb, { mdo: (await mdoOf(ref))?.id ?? '', ...fields });

/** Moments to choose from. */
async function choosing(invited: readonly Who[] = ['jgz', 'koo']): Promise<{ ref: string; code: string }> {
  const opened = await house.openCase('juf');
  await agree(house, opened.ref, 'jgz,koo,sociaal-team');
  await house.press('juf', await planButton(house, opened.ref), await mdoForm(house, invited, { date2: '2026-12-08', time2: '09:00', date3: '', time3: '' }));
  return opened;
}

describe('moments to choose from', () => {
  it('stand on the invitation to tick, and on the card of the organiser with how many can', async () => {
    await house.arrive('juf', 'jgz', 'koo');
    const { ref } = await choosing();
    await house.deliver();
    expect(lastTo('jgz')).toContain('ma 7 december 2026, 14:30 uur');
    expect(lastTo('jgz')).toContain('"id":"moments"');
    expect(shownIn(await answer('jgz', ref, 'komt', { moments: 'o1,o2' }))).toContain('Je kunt op: ma 7 december 2026, 14:30 uur; di 8 december 2026, 09:00 uur');
    await answer('koo', ref, 'komt', { moments: 'o2' });
    const card = shownIn(await view(ref, 'mdo'));
    expect(card).toContain('Moment 1: ma 7 december 2026, 14:30 uur · 1 van 3 kunnen');
    expect(card).toContain('Moment 2: di 8 december 2026, 09:00 uur · 2 van 3 kunnen');
    expect(card).toContain('Kan op moment 1 en 2');
    expect(card).not.toContain('meeting/new');
  });
  it('nothing ticked is no answer, and what was typed stays', async () => {
    const { ref } = await choosing();
    const reply = shownIn(await answer('jgz', ref, 'komt', { moments: '', proposal: '2026-12-09', proposalNote: 'Liever in de ochtend' }));
    expect(reply).toContain('Vink aan op welke momenten het kan');
    expect(reply).toContain('Liever in de ochtend');
    expect(reply).toContain('"value":"2026-12-09"');
  });
  it('the organiser chooses one: everybody hears it anew, and the meeting can be made', async () => {
    await house.arrive('juf', 'jgz', 'koo');
    const { ref, code } = await choosing();
    await house.deliver();
    await answer('jgz', ref, 'komt', { moments: 'o2' });
    await answer('koo', ref, 'komt', { moments: 'o1' });
    await house.deliver();
    const before = house.sent.length;
    const card = shownIn(await house.press('juf', await forMdo(ref, 'mdo-fix', { option: 'o2' })));
    expect(card).toContain('Het moment staat vast');
    expect(card).toContain(`https://teams.microsoft.com/l/meeting/new?subject=Casus%20${code}&startTime=2026-12-08T08%3A00%3A00%2B00%3A00&endTime=2026-12-08T09%3A00%3A00%2B00%3A00&attendees=jgz%40proef.example"`);
    await house.deliver();
    const news = house.sent.slice(before).filter((one) => one.kind === 'post');
    expect(news.map((one) => one.conversationId).sort()).toEqual([chatId('jgz'), chatId('koo')].sort());
    expect(lastTo('koo')).toContain('di 8 december 2026, 09:00 uur');
    expect((await mdoOf(ref))?.invitees.map((one) => one.answer?.answer ?? null)).toEqual(['komt', 'kan-niet', null]);
  });
});

describe('the form', () => {
  it('comes back with everything in it when a moment is past, or twice the same', async () => {
    const { ref } = await house.openCase('juf');
    await agree(house, ref, 'jgz,koo');
    for (const [date2, why] of [['2026-11-02', 'al voorbij'], ['2026-12-07', 'gelijk']] as const) {
      const reply = await house.press('juf', await planButton(house, ref), await mdoForm(house, ['jgz', 'koo'], { date2, time2: '14:30', closest: await key('juf') }));
      expect(kindOf(reply)).toBe('mdo-form');
      expect(shownIn(reply)).toContain(why);
      expect(shownIn(reply)).toContain(`"value":"${date2}"`);
      expect(shownIn(reply)).toContain(PURPOSE);
      expect(shownIn(reply)).toContain(`"value":"${await key('juf')}"`);
    }
  });
  it('the one closest to the child stands on the card, within the regie of the matrix', async () => {
    const { ref } = await house.openCase('juf');
    await agree(house, ref, 'jgz,koo');
    const typed = await mdoForm(house, ['jgz', 'koo'], { leefvraag: 'enkelvoudig', closest: await key('juf') });
    expect(shownIn(await house.press('juf', await planButton(house, ref), { ...typed, leefvraag: 'complex' }))).toContain('binnen de kant die de procesregie heeft');
    expect(shownIn(await house.press('juf', await planButton(house, ref), typed))).toContain('Het dichtst bij het kind: Wietske Hofstra');
  });
});

describe('somebody sends a colleague', () => {
  const substitute = { aadObjectId: 'aad-arts', name: 'Doeke Reitsma', email: 'arts@proef.example', role: 'jeugdarts', organisation: 'GGD Proefstad', organisationType: 'ggd', region: 'midden-groningen' } as const;
  async function withDoctor(): Promise<{ ref: string; doctor: string }> {
    await house.store.importPeople([...register, substitute]);
    await house.arrive('juf', 'jgz', 'koo');
    const { ref } = await caseWithMdo(house);
    await house.deliver();
    const doctor = (await house.store.peopleOfRegion('midden-groningen')).find((one) => one.role === 'jeugdarts');
    return { ref, doctor: `person:${doctor?.id ?? ''}` };
  }
  it('of the own organisation and side alone; who then gets an invitation', async () => {
    const { ref, doctor } = await withDoctor();
    expect(lastTo('jgz')).toContain('Doeke Reitsma');
    expect(lastTo('koo')).not.toContain('Doeke Reitsma');
    const refusedCard = shownIn(await answer('jgz', ref, 'stuurt-iemand', { substitute: doctor, substituteTold: 'nee' }));
    expect(refusedCard).toContain('Vertel je collega eerst zelf om welk kind het gaat');
    expect(refusedCard).toContain(`"value":"${doctor}"`);
    expect(shownIn(await answer('jgz', ref, 'stuurt-iemand', { substitute: doctor, substituteTold: 'ja' }))).toContain('Stuurt iemand in de plaats');
    await house.deliver();
    expect(await house.store.undelivered(ref)).toEqual([expect.objectContaining({ card: 'invitation', state: 'waiting' })]);
    const card = shownIn(await view(ref, 'mdo'));
    expect(card).toContain('Jeugdarts (JGZ): Doeke Reitsma');
    expect(card).toContain('In de plaats van Jeugdverpleegkundige (JGZ): Tjitske Wobbes');
  });
  it('never somebody whom a forged card names from elsewhere', async () => {
    const { ref } = await withDoctor();
    expect(shownIn(await answer('jgz', ref, 'stuurt-iemand', { substitute: await key('cmj'), substituteTold: 'ja' }))).toContain('dezelfde organisatie');
    expect(shownIn(await answer('jgz', ref, 'stuurt-iemand', { substitute: 'person:onbekend', substituteTold: 'ja' }))).toContain('Kies welke collega');
    expect((await mdoOf(ref))?.invitees).toHaveLength(3);
  });
});

describe('what the organiser records for somebody who is not in Teams', () => {
  it('is any answer, and may be changed', async () => {
    const { ref } = await caseWithMdo(house);
    expect(shownIn(await view(ref, 'mdo'))).toContain('mdo-record');
    const form = await view(ref, 'mdo-record', { invitee: 'role:directie' });
    expect(kindOf(form)).toBe('mdo-record');
    const submit = buttonsOf(form.kind === 'card' ? form.message.card : undefined).find((one) => one.verb === 'mdo-record')?.data ?? {};
    const refusedForm = await house.press('juf', submit, { answer: 'ander-moment', proposal: '', proposalNote: 'Alleen op dinsdag' });
    expect(kindOf(refusedForm)).toBe('mdo-record');
    expect(shownIn(refusedForm)).toContain('Kies een dag die wel kan.');
    expect(shownIn(refusedForm)).toContain('Alleen op dinsdag');
    expect(shownIn(await house.press('juf', submit, { answer: '', proposal: '' }))).toContain('Kies een antwoord.');
    expect(shownIn(await house.press('juf', submit, { answer: 'ander-moment', proposal: '2026-12-09', proposalNote: 'Alleen op dinsdag' }))).toContain('Stelt een ander moment voor (09-12-2026): “Alleen op dinsdag” · vastgelegd door de organisator');
    const again = shownIn(await house.press('juf', await forMdo(ref, 'mdo-record', { invitee: 'role:directie', answer: 'komt', form: 'ja' })));
    expect(again).toContain('Komt · vastgelegd door de organisator');
  });
});

describe('an MDO that does not take place', () => {
  it('is a fresh short card to each invitee, which says nothing of consent', async () => {
    await house.arrive('juf', 'jgz', 'koo');
    const { ref } = await caseWithMdo(house);
    await house.deliver();
    expect(kindOf(await view(ref, 'mdo-cancel'))).toBe('mdo-cancel');
    const none = await house.press('juf', await forMdo(ref, 'mdo-cancel'), { reason: '' });
    expect(kindOf(none)).toBe('mdo-cancel');
    expect(shownIn(none)).toContain('Kies waarom het MDO niet doorgaat.');
    expect(shownIn(await house.press('juf', await forMdo(ref, 'mdo-cancel'), { reason: 'toestemming' }))).toContain('afgezegd: de toestemming is er niet');
    await house.deliver();
    expect(toChat('jgz')).toEqual(['post invitation', 'post invitation']);
    expect(lastTo('jgz')).toContain('Dit MDO gaat niet door');
    expect(lastTo('jgz')).not.toContain('toestemming');
    expect(lastTo('jgz')).not.toContain(PURPOSE);
    expect(lastTo('jgz')).not.toContain('mdo-answer');
    expect(shownIn(await answer('jgz', ref, 'komt'))).toContain('Dit MDO is afgezegd.');
  });
});

describe('reminders', () => {
  it('go once, to those who have not answered, and say nothing of lateness', async () => {
    await house.arrive('juf', 'jgz', 'koo');
    const { ref } = await caseWithMdo(house);
    await house.deliver();
    await answer('koo', ref, 'komt');
    await go('2026-11-27T07:59:00.000Z');
    expect(toChat('jgz').filter((one) => one === 'post invitation')).toHaveLength(1);
    await go('2026-11-27T08:00:00.000Z');
    expect(toChat('jgz').filter((one) => one === 'post invitation')).toHaveLength(2);
    expect(toChat('koo').filter((one) => one === 'post invitation')).toHaveLength(1);
    expect(lastTo('jgz')).toContain('Wil je laten weten of je kunt?');
    expect(lastTo('jgz')).not.toMatch(/te laat|verlopen|termijn/i);
  });
  it('go the working day before to those who come, and on the first working day after to the organiser', async () => {
    await house.arrive('juf', 'jgz', 'koo');
    const { ref } = await caseWithMdo(house);
    await house.deliver();
    await answer('jgz', ref, 'komt');
    await answer('koo', ref, 'kan-niet');
    await go('2026-12-04T08:00:00.000Z');
    expect(lastTo('jgz')).toContain('Dit MDO is bijna');
    expect(toChat('koo').filter((one) => one === 'post invitation')).toHaveLength(1);
    await go('2026-12-08T08:00:00.000Z');
    expect(toChat('juf').filter((one) => one === 'post mdo-after')).toHaveLength(1);
    expect(lastTo('juf')).toContain('Leg vast wie er waren');
  });
  it('late, called off or planned anew they find nothing to do', async () => {
    await house.arrive('juf', 'jgz', 'koo');
    const { ref } = await caseWithMdo(house);
    await house.deliver();
    await house.press('juf', await forMdo(ref, 'mdo-cancel'), { reason: 'te-weinig' });
    await house.deliver();
    await go('2026-12-20T08:00:00.000Z');
    expect(toChat('jgz').filter((one) => one === 'post invitation')).toHaveLength(2);
    expect(toChat('juf')).not.toContain('post mdo-after');
    expect((await house.store.load(ref)).filter((event) => event.type === 'MdoReminded')).toEqual([]);
  });
});

describe('afterwards', () => {
  it('who was there is recorded, and the invitees who were see the case', async () => {
    await house.arrive('juf', 'jgz', 'koo');
    const { ref } = await caseWithMdo(house);
    await house.deliver();
    await answer('jgz', ref, 'komt');
    await go('2026-12-08T08:00:00.000Z');
    const form = shownIn(await view(ref, 'mdo-attend'));
    expect(form).toContain(`"value":"${await key('juf')},${await key('jgz')}"`);
    const none = await house.press('juf', await forMdo(ref, 'mdo-attend'), { present: '', parents: 'ja', jeugdige: 'nee' });
    expect(kindOf(none)).toBe('mdo-attend');
    expect(shownIn(none)).toContain('Vink aan wie er waren.');
    const done = shownIn(await house.press('juf', await forMdo(ref, 'mdo-attend'), { present: `${await key('juf')},${await key('jgz')},role:directie`, parents: 'ja', jeugdige: 'nee' }));
    expect(done).toContain('De ouders waren erbij.');
    expect(done).toContain('De jeugdige was er niet bij.');
    await house.deliver();
    expect(toChat('jgz')).toContain('post case');
    expect(toChat('koo')).not.toContain('post case');
    expect(lastTo('koo')).toContain('Dit MDO is geweest');
    expect(await house.store.rowsOf((await house.person('jgz')).id, 'case')).toHaveLength(1);
  });
  it('not before the day', async () => {
    const { ref } = await caseWithMdo(house);
    expect(shownIn(await house.press('juf', await forMdo(ref, 'mdo-attend'), { present: await key('juf') }))).toContain('nog niet geweest');
  });
});
