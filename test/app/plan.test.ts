import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Reply } from '../../src/app/input.js';
import { loadCase } from '../../src/app/run-case.js';
import { agree } from '../support/mdo.js';
import { buttonIn, buttonsOf, chatId, kindOf, openHouse, shownIn, type House } from '../support/house.js';

let house: House;
let ref = '';
beforeEach(async () => {
  house = await openHouse();
  await house.arrive('juf', 'ib');
  ({ ref } = await house.openCase('juf', { step: 'plan' }));
});
afterEach(() => house.close());

const press = async (verb: string, typed: Readonly<Record<string, string>> = {}, fields: Readonly<Record<string, string>> = {}) => house.press('juf', await house.on(ref, verb, fields), typed);
const view = async (name: string) => press('show', {}, { view: name });
const state = async () => {
  const loaded = await loadCase(house.parts, ref);
  if (!loaded) throw new Error('no case');
  return loaded.state;
};
const text = async (id: string | undefined) => house.store.text(id ?? '');
const me = async () => `person:${(await house.person('juf')).id}`;
const ONDERWIJS = 'Elke dag tien minuten extra lezen\n- Rustige plek bij toetsen';
const ZORG = '1. Thuis een vast ritme';

async function fill(): Promise<void> {
  await press('levels', { leervraag: 'complex', leefvraag: 'enkelvoudig' });
  await press('plan-goals', { onderwijs: ONDERWIJS, zorg: ZORG });
  await press('plan-action', { what: 'Leesmaatje regelen', who: await me(), on: '2026-12-18' });
  await press('plan-responsible', { onderwijs: await me(), zorg: 'role:koo' });
  await press('plan-regie', { who: await me(), contactSchool: 'role:ib-er', contactGemeente: 'role:casemanager' });
}
async function adopt(): Promise<Reply> {
  await fill();
  return press('plan-adopt', { evaluateOn: '2027-01-18' });
}
const EVALUATED = {
  on: '2027-01-18', outcome: 'doorgaan', reason: 'Het lezen gaat vooruit', contactSchool: 'ja', contactGemeente: 'ja', parents: 'ja', jeugdige: 'nee', others: '', nextOn: '2027-03-15', ending: '',
};
const evaluation = async (changes: Readonly<Record<string, string>> = {}) => press('evaluation', { ...EVALUATED, ...changes }, { plan: (await state()).plan?.id ?? '' });

describe('the draft, clicked through', () => {
  it('begins as an empty page that says what it needs', async () => {
    const shown = await view('plan');
    expect(kindOf(shown)).toBe('plan');
    for (const words of ['concept', 'Doelen: er staat nog geen doel in', 'Nog niet vastgelegd', 'Het is niet veilig', 'zo veel mogelijk zelf de regie']) expect(shownIn(shown)).toContain(words);
    expect(buttonsOf(shown.kind === 'card' ? shown.message.card : {}).filter((one) => one.verb === 'show').map((one) => one.data['view'])).toEqual(
      expect.arrayContaining(['levels', 'plan-goals', 'plan-action', 'plan-responsible', 'plan-regie', 'case']),
    );
  });
  it.each(['levels', 'plan-goals', 'plan-action', 'plan-responsible', 'plan-regie', 'plan-adopt', 'close'])('%s is a form of its own name', async (name) => {
    expect(kindOf(await view(name))).toBe(name);
  });
  it('a goal a line, without the marks before it; texts are kept apart from the events', async () => {
    await press('plan-goals', { onderwijs: ONDERWIJS, zorg: ZORG });
    const { draft } = await state();
    expect(await Promise.all(draft.goals.onderwijs.map((goal) => text(goal.textId)))).toEqual(['Elke dag tien minuten extra lezen', 'Rustige plek bij toetsen']);
    expect(await Promise.all(draft.goals.zorg.map((goal) => text(goal.textId)))).toEqual(['Thuis een vast ritme']);
    expect(JSON.stringify(await house.store.load(ref))).not.toContain('ritme');
    expect(shownIn(await view('plan'))).toContain('Thuis een vast ritme');
    expect(shownIn(await view('plan-goals'))).toContain('Elke dag tien minuten extra lezen\\nRustige plek bij toetsen');
  });
  it('a goal that stays keeps its text; only the changed side is recorded', async () => {
    await press('plan-goals', { onderwijs: ONDERWIJS, zorg: ZORG });
    const before = (await state()).draft.goals;
    await press('plan-goals', { onderwijs: `Elke dag tien minuten extra lezen\nSamen toetsen nakijken`, zorg: 'Thuis een vast ritme' });
    const { draft } = await state();
    expect(draft.goals.zorg).toEqual(before.zorg);
    expect(draft.goals.onderwijs[0]).toEqual(before.onderwijs[0]);
    expect((await house.store.load(ref)).filter((event) => event.type === 'GoalsSet')).toHaveLength(3);
  });
  it.each([
    ['a BSN', { onderwijs: 'Lezen 123456782', zorg: ZORG }, 'burgerservicenummer', '123456782'],
    ['danger', { onderwijs: 'Hij wordt thuis geslagen', zorg: ZORG }, '112', 'geslagen'],
  ])('%s is not kept and not repeated; the rest is', async (_, typed, said, gone) => {
    const reply = await press('plan-goals', typed);
    expect(kindOf(reply)).toBe('plan-goals');
    expect(shownIn(reply)).toContain(said);
    expect(shownIn(reply)).toContain('Thuis een vast ritme');
    expect(shownIn(reply)).not.toContain(gone);
    expect((await state()).draft.goals.onderwijs).toEqual([]);
  });
  it('too long a goal comes back as it was typed', async () => {
    const long = 'lezen '.repeat(40).trim();
    const reply = await press('plan-goals', { onderwijs: long, zorg: '' });
    expect(shownIn(reply)).toContain('te lang');
    expect(shownIn(reply)).toContain(long);
  });
  it('a refused action comes back with what was typed', async () => {
    const reply = await press('plan-action', { what: 'Leesmaatje regelen', who: await me(), on: '2026-11-01' });
    expect(kindOf(reply)).toBe('plan-action');
    for (const kept of ['al voorbij', 'Leesmaatje regelen', '2026-11-01', await me()]) expect(shownIn(reply)).toContain(kept);
  });
  it('what somebody else wrote meanwhile is shown beside what was typed', async () => {
    await press('plan-goals', { onderwijs: 'Eerst dit doel', zorg: '' });
    const stale = { ...await house.on(ref, 'plan-goals'), seen: 2 };
    const reply = await house.press('juf', stale, { onderwijs: 'Liever dit doel', zorg: '' });
    for (const words of ['intussen veranderd', 'Eerst dit doel', 'Liever dit doel']) expect(shownIn(reply)).toContain(words);
    expect(kindOf(await house.press('juf', buttonIn(reply, 'plan-goals').data, { onderwijs: 'Liever dit doel', zorg: '' }))).toBe('plan');
  });
  it('who can be chosen follows from the matrix', async () => {
    await press('levels', { leervraag: 'enkelvoudig', leefvraag: 'complex' });
    const form = shownIn(await view('plan-regie'));
    expect(form).toContain('Casemanager jeugd');
    expect(form).not.toContain(`"value":"${await me()}","title":"Leerkracht: Wietske Hofstra"},{"value":"role:casemanager"`);
    expect(shownIn(await view('plan-responsible'))).toContain('De casemanager heeft de procesregie');
  });
  it('says so where meervoudig is an interpretation (N-06), and that the gemeente has no regie at an enkelvoudige leefvraag', async () => {
    expect(shownIn(await view('levels'))).toContain('geen regel van de route');
    await press('levels', { leervraag: 'complex', leefvraag: 'enkelvoudig' });
    expect(shownIn(await view('plan'))).toContain('legt de regie niet bij de gemeente');
    await press('levels', { leervraag: 'geen', leefvraag: 'enkelvoudig' });
    expect(shownIn(await view('plan'))).toContain('Niemand van de gemeente voert de regie');
  });
  it('an outsider gets nothing of it', async () => {
    await fill();
    const reply = await house.press('elders', await house.on(ref, 'show', { view: 'plan' }));
    expect(shownIn(reply)).not.toContain('ritme');
    expect(shownIn(await house.press('elders', await house.on(ref, 'plan-goals'), { onderwijs: 'Iets', zorg: '' }))).toContain('geen deelnemer');
  });
});

describe('the plan', () => {
  it('is recorded when its four parts are there, and shown with names', async () => {
    const reply = await adopt();
    expect(kindOf(reply)).toBe('plan');
    for (const words of ['Het plan ligt vast', 'Leesmaatje regelen', 'Leerkracht: Wietske Hofstra', 'Casemanager jeugd (buiten Teams)', 'De volgende', '18 januari 2027']) expect(shownIn(reply)).toContain(words);
    expect((await state()).plan).toMatchObject({ regie: 'onderwijs', evaluateOn: '2027-01-18' });
  });
  it('names what is missing', async () => {
    await press('plan-goals', { onderwijs: ONDERWIJS, zorg: '' });
    const reply = await press('plan-adopt', { evaluateOn: '2027-01-18' });
    for (const part of ['Acties:', 'Verantwoordelijkheden:', 'Regie:']) expect(shownIn(reply)).toContain(part);
    expect((await state()).plan).toBeNull();
  });
  it('actions are ticked off', async () => {
    await adopt();
    const id = (await state()).plan?.actions[0]?.id ?? '';
    expect(shownIn(await view('plan-done'))).toContain('Leesmaatje regelen');
    expect(shownIn(await press('action-done', { actions: id }))).toContain('gedaan op');
    expect(shownIn(await view('plan-done'))).toContain('Alle acties zijn gedaan');
  });
  it('fits into Teams at its largest', async () => {
    await press('levels', { leervraag: 'complex', leefvraag: 'complex' });
    const five = (mark: string) => Array.from({ length: 5 }, (_, at) => `${mark}${String(at)} ${'é'.repeat(195)}`).join('\n');
    await press('plan-goals', { onderwijs: five('o'), zorg: five('z') });
    for (let at = 0; at < 15; at += 1) await press('plan-action', { what: `${String(at)} ${'ë'.repeat(196)}`, who: 'role:jeugdverpleegkundige', on: '2026-12-18' });
    await press('plan-responsible', { onderwijs: await me(), zorg: 'role:casemanager' });
    await press('plan-regie', { who: 'role:casemanager', contactSchool: await me(), contactGemeente: 'role:casemanager' });
    const sizes: (readonly [string, number])[] = [];
    const draft = await view('plan');
    const plan = await press('plan-adopt', { evaluateOn: '2027-01-18' });
    for (const [name, reply] of [['draft', draft], ['plan', plan], ['action', await view('plan-action')], ['regie', await view('plan-regie')], ['done', await view('plan-done')]] as const) {
      sizes.push([name, Buffer.byteLength(shownIn(reply))]);
    }
    for (const on of ['2026-12-01', '2026-12-08', '2026-12-15']) {
      house.at(`${on}T14:00:00.000Z`);
      await evaluation({ on, outcome: 'bijstellen', reason: 'è'.repeat(300) });
    }
    sizes.push(['evaluated', Buffer.byteLength(shownIn(await view('plan')))], ['draft again', Buffer.byteLength(shownIn(await view('plan-draft')))]);
    expect((await state()).evaluations).toHaveLength(3);
    expect(sizes.filter(([, size]) => size >= 25_000)).toEqual([]);
    expect((await state()).plan?.actions).toHaveLength(15);
  });
});

describe('the evaluation', () => {
  const posted = (who: 'juf' | 'ib') => house.sent.filter((one) => one.conversationId === chatId(who) && JSON.stringify(one.message.card).includes('"card:evaluation"'));
  const go = async (moment: string) => { house.at(moment); await house.deliver(); };

  it('is announced five working days ahead, to who belongs there and takes part; asked about once more; and settled when recorded', async () => {
    await press('refer');
    await fill();
    await press('plan-regie', { who: await me(), contactSchool: `person:${(await house.person('ib')).id}`, contactGemeente: 'role:casemanager' });
    await press('plan-adopt', { evaluateOn: '2027-01-18' });
    await go('2027-01-11T07:59:00.000Z');
    expect(posted('juf')).toEqual([]);
    await go('2027-01-11T08:00:00.000Z');
    await house.deliver();
    expect(posted('juf')).toHaveLength(1);
    expect(posted('ib')).toHaveLength(1);
    const card = JSON.stringify(posted('ib')[0]?.message.card);
    for (const words of ['Contactpersoon school', 'Auke Nijholt', 'Contactpersoon gemeente', 'altijd bij', 'Nodig de ouders en de jeugdige uit']) expect(card).toContain(words);
    expect(posted('ib')[0]?.message.summary).not.toContain('Nijholt');
    await go('2027-01-26T08:00:00.000Z');
    await house.deliver();
    expect(posted('juf').filter((one) => one.kind === 'post')).toHaveLength(2);
    await evaluation();
    await house.deliver();
    expect(JSON.stringify(posted('ib').at(-1)?.message.card)).toContain('Het volgende gesprek');
    expect((await house.store.load(ref)).filter((event) => event.type === 'EvaluationReminded')).toHaveLength(2);
  });
  describe('where the contactpersoon of the gemeente takes part', () => {
    beforeEach(async () => {
      await house.arrive('cmj');
      await agree(house, ref, 'sociaal-team');
      await press('person-invite', { person: (await house.person('cmj')).id, told: 'ja' });
      await fill();
      await press('plan-regie', { who: await me(), contactSchool: await me(), contactGemeente: `person:${(await house.person('cmj')).id}` });
      await press('plan-adopt', { evaluateOn: '2027-01-18' });
    });
    const seen = () => house.sent.filter((one) => one.conversationId === chatId('cmj') && JSON.stringify(one.message.card).includes('"card:evaluation"'));
    it('they get the message too', async () => {
      expect((await state()).people).toHaveLength(2);
      await go('2027-01-11T08:00:00.000Z');
      await house.deliver();
      expect(seen()).toHaveLength(1);
    });
    it('not once the consent to share with them is gone', async () => {
      await agree(house, ref, 'sociaal-team', 'ingetrokken');
      await go('2027-01-11T08:00:00.000Z');
      await house.deliver();
      expect(seen()).toEqual([]);
      expect(posted('juf')).toHaveLength(1);
    });
    it('and what stands in their chat says that sharing stops', async () => {
      await go('2027-01-11T08:00:00.000Z');
      await house.deliver();
      await agree(house, ref, 'sociaal-team', 'ingetrokken');
      await house.deliver();
      const activity = seen()[0]?.activityId;
      const last = house.sent.filter((one) => one.activityId === activity).at(-1);
      expect(JSON.stringify(last?.message.card)).toContain('delen stopt');
      expect(JSON.stringify(last?.message.card)).not.toContain('Evaluatie van het plan');
    });
  });
  it('from 16 the jongere is asked first', async () => {
    ({ ref } = await house.openCase('juf', { step: 'plan', age: '16-17' }));
    await adopt();
    await go('2027-01-11T08:00:00.000Z');
    await house.deliver();
    expect(JSON.stringify(posted('juf')[0]?.message.card)).toContain('Vraag eerst de jongere');
    expect(JSON.stringify(posted('juf')[0]?.message.card)).not.toContain('Nodig de ouders');
  });
  it('a plan for within the week is announced the next morning', async () => {
    await fill();
    await press('plan-adopt', { evaluateOn: '2026-11-25' });
    await house.deliver();
    expect(posted('juf')).toEqual([]);
    await go('2026-11-24T08:00:00.000Z');
    await house.deliver();
    expect(posted('juf')).toHaveLength(1);
  });
  it('is refused without both contactpersonen, and nothing typed is lost', async () => {
    await adopt();
    house.at('2027-01-18T14:00:00.000Z');
    const reply = await evaluation({ contactGemeente: 'nee' });
    expect(kindOf(reply)).toBe('evaluation-form');
    for (const words of ['Nog niet aangevinkt: de contactpersoon van de gemeente', 'Het lezen gaat vooruit', '2027-03-15']) expect(shownIn(reply)).toContain(words);
    expect((await state()).evaluations).toEqual([]);
  });
  it('bijstellen leads on to the draft', async () => {
    await adopt();
    house.at('2027-01-18T14:00:00.000Z');
    const reply = await evaluation({ outcome: 'bijstellen' });
    for (const words of ['Het plan aanpassen', 'Pas nu het plan aan', 'Leesmaatje regelen']) expect(shownIn(reply)).toContain(words);
    expect(shownIn(await view('plan'))).toContain('Bij de evaluatie kozen jullie voor bijstellen');
    expect(kindOf(await press('plan-adopt', { evaluateOn: '2027-03-15' }))).toBe('plan');
  });
  it('afsluiten closes the case; its plan can still be read, and it can be opened again with a reason', async () => {
    await adopt();
    house.at('2027-01-18T14:00:00.000Z');
    expect(kindOf(await evaluation({ outcome: 'afsluiten', nextOn: '', ending: 'doelen-bereikt' }))).toBe('case');
    expect((await state()).closed).toMatchObject({ ending: 'doelen-bereikt' });
    expect(kindOf(await view('plan'))).toBe('plan');
    expect(kindOf(await view('plan-goals'))).toBe('case');
    expect(kindOf(await view('reopen'))).toBe('reopen');
    expect(shownIn(await press('reopen', { reason: '' }))).toContain('waarom');
    await press('reopen', { reason: 'De zorg kwam terug' });
    const { closed, reopened } = await state();
    expect(closed).toBeNull();
    expect(await text(reopened?.reasonId ?? '')).toBe('De zorg kwam terug');
  });
  it('a case that was opened again is reminded as before', async () => {
    await adopt();
    await press('close', { ending: 'niet-nodig' });
    house.at('2027-01-12T08:00:00.000Z');
    await house.deliver();
    expect(posted('juf')).toEqual([]);
    await press('reopen', { reason: 'Toch verder' });
    await go('2027-01-13T08:00:00.000Z');
    await house.deliver();
    expect(posted('juf').filter((one) => one.kind === 'post')).toHaveLength(1);
  });
});
