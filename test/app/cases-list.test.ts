import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buttonIn, openHouse, register, shownIn, type House, type Who } from '../support/house.js';
import { agree, caseWithMdo } from '../support/mdo.js';

let house: House;
beforeEach(async () => {
  house = await openHouse();
  await house.arrive('juf', 'ib', 'jgz', 'koo');
});
afterEach(() => house.close());

const id = async (who: Who) => (await house.person(who)).id;
const on = async (who: Who, ref: string, verb: string, fields: Readonly<Record<string, string>> = {}) => house.press(who, await house.on(ref, verb, fields));
const mine = (who: Who) => house.say(who, 'mijn casussen');
const offer = async (ref: string, to: Who) => on('juf', ref, 'handover-offer', { what: 'plek', to: await id(to), reason: 'andere-taak', told: 'ja' });

describe('mijn casussen', () => {
  it('begins with what waits for me, since when and until when; then the rest', async () => {
    const quiet = await house.openCase('juf');
    const waits = await house.openCase('juf', { step: 'plan' });
    await on('juf', quiet.ref, 'step-waits', { waitFor: 'ouders', until: '2027-03-01' });
    house.at('2027-02-01T09:00:00.000Z');
    await house.deliver();
    const list = shownIn(await mine('juf'));
    expect(list.indexOf('Wacht op jou')).toBeLessThan(list.indexOf('Verder'));
    expect(list.indexOf(waits.code)).toBeLessThan(list.indexOf(quiet.code));
    expect(list).toMatch(/Hoe staat het ervoor\? · sinds .* · tot /);
    expect(list).toContain('Leg vast hoe het staat');
  });

  it('holds a case in which I am only invited, with the invitation and nothing else; not while the gate is closed', async () => {
    const { ref, code } = await caseWithMdo(house);
    const list = await mine('jgz');
    expect(shownIn(list)).toContain(code);
    expect(shownIn(list)).toContain('Je bent uitgenodigd voor een MDO');
    expect(shownIn(list)).not.toContain('Stap 1');
    const invitation = await house.press('jgz', buttonIn(list, 'open-card').data);
    expect(shownIn(invitation)).toContain('card:invitation');
    await agree(house, ref, 'jgz', 'ingetrokken');
    expect(shownIn(await mine('jgz'))).not.toContain(code);
  });

  it('holds a case that I am asked to take over, and the question', async () => {
    const { ref, code } = await house.openCase('juf');
    await offer(ref, 'ib');
    const list = await mine('ib');
    expect(shownIn(list)).toContain(`Casus ${code}`);
    expect(shownIn(list)).not.toContain('Stap 1');
    expect(shownIn(await house.press('ib', buttonIn(list, 'open-card').data))).toContain('Neem over');
    await on('juf', ref, 'handover-withdraw', { handover: (await house.store.load(ref)).flatMap((event) => (event.type === 'HandoverOffered' ? [(event.data as { handover: string }).handover] : []))[0] ?? '' });
    expect(shownIn(await mine('ib'))).not.toContain(code);
  });

  it('holds a case that I claimed for the stagnatiepunt, by code, step and how long', async () => {
    await house.linkChannel();
    await house.arrive('punt', 'punt2');
    const { ref, code } = await house.openCase('juf');
    await on('juf', ref, 'stuck', { kind: 'samenwerking', parentsKnow: 'nee', card: 'case' });
    await house.press('punt', await house.on(ref, 'claim'), {}, { channel: true });
    const list = await mine('punt');
    expect(shownIn(list)).toContain(`Casus ${code}`);
    expect(shownIn(list)).toContain('Jij hebt dit opgepakt voor het stagnatiepunt');
    expect(shownIn(await mine('punt2'))).not.toContain(code);
  });

  it('shows fifteen, and says how many more', async () => {
    for (let at = 0; at < 17; at += 1) await house.openCase('juf');
    const list = await mine('juf');
    expect(shownIn(list)).toContain('En nog 2 casussen');
    expect(shownIn(list).match(/"text":"Casus /g)).toHaveLength(15);
    expect(JSON.stringify(list).length).toBeLessThan(25_000);
  });

  it('a closed case is found under "onlangs afgesloten" for a month', async () => {
    const { ref, code } = await house.openCase('juf');
    await on('juf', ref, 'close', { ending: 'niet-nodig' });
    expect(shownIn(await mine('juf'))).not.toContain(code);
    const closed = async () => shownIn(await house.press('juf', buttonIn(await mine('juf'), 'closed-cases').data));
    expect(await closed()).toContain(code);
    house.at('2027-01-04T08:00:00.000Z');
    expect(await closed()).not.toContain(code);
  });

  it('the manager sees the same numbers whoever is invited', async () => {
    await caseWithMdo(house);
    expect(shownIn(await house.say('baas', 'overzicht'))).toContain('1 t/m 4');
    expect(shownIn(await mine('baas'))).toContain('Je hebt nog geen open casussen');
  });
});

describe('nieuw schooljaar', () => {
  it('offers the chosen cases to one colleague, and says which ones could not and why', async () => {
    const first = await house.openCase('juf');
    const second = await house.openCase('juf');
    const open = await house.press('juf', buttonIn(await mine('juf'), 'school-year').data);
    expect(shownIn(open)).toContain('card:school-year');
    expect(shownIn(open)).toContain('Auke Nijholt');
    expect(shownIn(open)).not.toMatch(/Samira Postma|Grietje Sikkema/);
    const submit = buttonIn(open, 'school-year-offer').data;
    const cases = `${first.ref},${second.ref},c-van-een-ander`;
    const refused = await house.press('juf', submit, { cases, to: await id('ib'), told: 'nee' });
    expect(shownIn(refused)).toContain('Vertel je collega eerst zelf');
    expect(shownIn(refused)).toContain(`"value":"${first.ref},${second.ref}"`);
    expect(shownIn(await house.press('juf', submit, { cases: '', to: await id('ib'), told: 'ja' }))).toContain('Kies een of meer casussen.');
    const done = shownIn(await house.press('juf', submit, { cases, to: await id('ib'), told: 'ja' }));
    expect(done).toContain('Aangeboden aan Auke Nijholt');
    for (const { ref, code } of [first, second]) {
      expect(done).toContain(code);
      expect((await house.store.load(ref)).at(-1)?.data).toMatchObject({ what: 'plek', reason: 'nieuw-schooljaar' });
    }
  });

  it('a colleague of another organisation can not be chosen, also not by a card that was made up', async () => {
    const { ref, code } = await house.openCase('juf');
    const done = shownIn(await house.press('juf', { v: 1, verb: 'school-year-offer', ref: '', seen: 0 }, { cases: ref, to: await id('jgz'), told: 'ja' }));
    expect(done).toContain('Er is niets aangeboden.');
    expect(done).toContain(`Casus ${code}: Dit kan nog niet`);
    expect((await house.store.load(ref)).map((event) => event.type)).not.toContain('HandoverOffered');
  });

  it('is not for who left the register', async () => {
    await house.openCase('juf');
    await house.store.importPeople(register.filter((one) => one.aadObjectId !== 'aad-juf'));
    expect(shownIn(await mine('juf'))).not.toContain('Nieuw schooljaar');
  });
});
