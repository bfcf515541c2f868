import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { REFUSED } from '../../src/app/access/opened.js';
import { isNamed } from '../../src/app/access/words.js';
import { caseVerbs } from '../../src/app/case/clicks.js';
import { caseViews } from '../../src/app/case/views.js';
import { consentVerbs } from '../../src/app/consent/clicks.js';
import { consentCards, consentViews } from '../../src/app/consent/views.js';
import { contactVerbs } from '../../src/app/contact/clicks.js';
import { contactViews } from '../../src/app/contact/views.js';
import { mdoVerbs } from '../../src/app/mdo/clicks.js';
import { mdoCards, mdoViews } from '../../src/app/mdo/views.js';
import { peopleVerbs } from '../../src/app/people/clicks.js';
import { peopleCards, peopleViews } from '../../src/app/people/views.js';
import { planVerbs } from '../../src/app/plan/clicks.js';
import { planCards, planViews } from '../../src/app/plan/views.js';
import { printVerbs } from '../../src/app/print/clicks.js';
import { documents } from '../../src/app/print/documents.js';
import { openPrint } from '../../src/app/print/open.js';
import { recordVerbs } from '../../src/app/record/clicks.js';
import { recordCards, recordViews } from '../../src/app/record/views.js';
import { stagnationVerbs } from '../../src/app/stagnation/clicks.js';
import { stagnationCards, stagnationViews } from '../../src/app/stagnation/views.js';
import { stepVerbs } from '../../src/app/step/clicks.js';
import { stepCards, stepViews } from '../../src/app/step/views.js';
import type { Views } from '../../src/app/views.js';
import { buttonIn, kindOf, MONDAY, openHouse, register, shownIn, type House, type Who } from '../support/house.js';

/** These open a case of one's own, show lists of one's own, or stand in the channel only. */
const OF_NO_CASE = new Set(['open-case', 'risk-list', 'left-behind', 'school-year', 'school-year-offer', 'claim']);

let house: House;
let ref: string;
let code: string;
beforeEach(async () => {
  house = await openHouse();
  await house.arrive('juf', 'ib', 'elders');
  ({ ref, code } = await house.openCase('juf'));
});
afterEach(() => house.close());

const show = async (who: Who, view: string, fields = {}) => house.press(who, await house.on(ref, 'show', { view, ...fields }));
/** Who opened what, as "juf: case". */
const looked = async (stream = ref): Promise<readonly string[]> => {
  const names = new Map(await Promise.all((['juf', 'ib', 'elders', 'punt', 'regie'] as const).map(async (who) => [(await house.person(who)).id, who] as const)));
  return (await house.store.accesses(stream)).map(({ personId, what, times }) => `${names.get(personId) ?? 'somebody'}: ${what}${times === 1 ? '' : ` ${String(times)}`}`).sort();
};
const nobodyYet = async (): Promise<void> => { await house.store.forget(ref); ({ ref, code } = await house.openCase('juf')); };

describe('who opens a case', () => {
  it('is written down with what they opened and how often, by click and by text', async () => {
    await show('juf', 'case');
    await show('juf', 'people');
    await show('juf', 'contact-form');
    await house.say('juf', 'mijn casussen');
    await house.say('juf', 'samenvatting');
    expect(await looked()).toEqual(['juf: case 3', 'juf: contact-form', 'juf: list', 'juf: people']);
  });
  it('is not written down when Routewijzer sends or updates a card by itself', async () => {
    await house.press('juf', await house.on(ref, 'contact-note'), { on: '2026-11-20', with: 'moeder', discussed: 'Iets besproken', agreed: 'Iets afgesproken' });
    const before = await looked();
    await house.deliver();
    expect(house.sent.length).toBeGreaterThanOrEqual(0);
    expect(await looked()).toEqual(before);
  });
  it('counts Teams refreshing the card by itself: it is on somebody\'s screen', async () => {
    await house.press('juf', await house.on(ref, 'refresh', { card: 'case' }), {}, { automatic: true, cardActivityId: 'a' });
    expect(await looked()).toEqual(['juf: case 2']);
  });
  it('looks at where it is in the route, and at a page to print', async () => {
    await house.press('juf', await house.on(ref, 'schema'));
    const links = await house.press('juf', await house.on(ref, 'print', { document: 'timeline' }));
    expect(await looked()).toEqual(['juf: case', 'juf: schema']);
    const token = /print\/([\w-]+)/.exec(shownIn(links))?.[1] ?? '';
    expect((await openPrint(house.parts, token)).status).toBe(200);
    await openPrint(house.parts, token);
    expect(await looked()).toEqual(['juf: case', 'juf: print-timeline 2', 'juf: schema']);
  });
});

describe('somebody else\'s case', () => {
  const verbs = Object.keys({ ...caseVerbs, ...stepVerbs, ...consentVerbs, ...contactVerbs, ...mdoVerbs, ...planVerbs, ...recordVerbs, ...printVerbs, ...stagnationVerbs, ...peopleVerbs, schema: 1 });
  it.each(verbs.filter((verb) => !OF_NO_CASE.has(verb)))('the attempt to %s is written down as refused', async (verb) => {
    const reply = await house.press('elders', await house.on(ref, verb, { view: 'case', card: 'invitation', case: ref }));
    expect(shownIn(reply)).not.toContain('Wie doen mee');
    expect(await looked()).toEqual([`elders: ${REFUSED}`, 'juf: case']);
  });
  it('by its code is an attempt as well; of a code that is not there nothing is kept', async () => {
    await house.press('elders', { v: 1, verb: 'delete-case', ref: '', seen: 0 }, { code, onRequestOf: 'ouders' });
    await house.press('elders', { v: 1, verb: 'delete-case', ref: '', seen: 0 }, { code: 'ZZZZZ', onRequestOf: 'ouders' });
    await house.press('elders', { v: 1, verb: 'show', ref: 'c-bestaat-niet', seen: 0, view: 'case' });
    expect(await looked()).toEqual([`elders: ${REFUSED}`, 'juf: case']);
  });
  it('that Teams refreshes by itself is no attempt', async () => {
    await house.press('elders', await house.on(ref, 'refresh', { card: 'case' }), {}, { automatic: true, cardActivityId: 'a' });
    expect(await looked()).toEqual(['juf: case']);
  });
});

describe('writing it down', () => {
  it('never makes a click fail, and tells the operators', async () => {
    const broken = await openHouse({ store: (store) => ({ ...store, saveOpenings: () => Promise.reject(new TypeError('Wietske Hofstra')) }) });
    await broken.arrive('juf');
    const opened = await broken.openCase('juf');
    expect(kindOf(await broken.press('juf', await broken.on(opened.ref, 'show', { view: 'case' })))).toBe('case');
    expect(broken.logged.filter(({ event }) => event === 'access-not-kept').at(-1)?.facts).toEqual({ error: 'TypeError' });
    await broken.close();
  });
  it('goes with the case', async () => {
    const before = ref;
    await show('juf', 'case');
    await nobodyYet();
    expect(await looked(before)).toEqual([]);
  });
});

describe('"wie keek in deze casus?"', () => {
  it('shows who leads the case the days, names, what and how often, from "alles van deze casus"', async () => {
    await show('elders', 'case');
    await show('elders', 'people');
    house.at('2026-11-24T09:00:00.000Z');
    await show('juf', 'case');
    const sheet = await house.press('juf', buttonIn(await show('juf', 'all'), 'show', { view: 'accesses' }).data);
    expect(kindOf(sheet)).toBe('accesses');
    const shown = shownIn(sheet);
    for (const part of ['Jij', 'de casus', 'alles van deze casus', 'Grietje Sikkema (IB', 'wilde kijken, maar kreeg niets te zien (2 keer)']) expect(shown).toContain(part);
    expect(shown.indexOf('24-11')).toBeLessThan(shown.indexOf('23-11'));
  });
  it('is for nobody else', async () => {
    for (const who of ['ib', 'elders', 'baas'] as const) {
      const reply = await show(who, 'accesses');
      expect(kindOf(reply)).not.toBe('accesses');
      expect(shownIn(reply)).not.toContain('Wie keek');
    }
  });
  it('names nobody who is no longer in the register', async () => {
    await show('elders', 'case');
    await house.store.importPeople(register.filter((one) => one.aadObjectId !== 'aad-elders'));
    const shown = shownIn(await show('juf', 'accesses'));
    expect(shown).toContain('iemand die niet meer in het register staat');
    expect(shown).not.toContain('Grietje');
    await house.store.forgetPerson((await house.person('elders')).id);
    expect(shownIn(await show('juf', 'accesses'))).toContain('iemand die niet meer in het register staat');
  });
  it('shows twenty lines at once, and the rest behind a button', async () => {
    const { id } = await house.person('ib');
    await house.store.saveOpenings(Array.from({ length: 45 }, (_, i) => ({ stream: ref, personId: id, day: new Date(Date.parse(MONDAY) - (i + 1) * 86_400_000).toISOString().slice(0, 10), what: 'case', at: MONDAY })));
    const first = await show('juf', 'accesses');
    const second = await house.press('juf', buttonIn(first, 'show', { view: 'accesses', from: '20' }).data);
    const third = await house.press('juf', buttonIn(second, 'show', { view: 'accesses', from: '40' }).data);
    expect(shownIn(third).match(/Auke Nijholt/g)).toHaveLength(6);
    expect(() => buttonIn(third, 'show', { view: 'accesses' })).toThrow('no button');
    for (const from of ['-1', 'x', '99999', '1e3']) expect(shownIn(await show('juf', 'accesses', { from }))).toContain('Jij');
  });
  it('is announced in "mijn gegevens"', async () => {
    expect(shownIn(await house.say('juf', 'mijn gegevens'))).toContain('Opent iemand een casus');
  });
});

it('has a name for everything that is no form', () => {
  const views: Views = { ...caseViews, ...stepViews, ...peopleViews, ...consentViews, ...contactViews, ...mdoViews, ...planViews, ...stagnationViews, ...recordViews };
  const read = Object.entries(views).filter(([, view]) => !view.form).map(([name]) => name);
  const cards = Object.keys({ ...stepCards, ...peopleCards, ...consentCards, ...mdoCards, ...planCards, ...stagnationCards, ...recordCards });
  expect([...read, ...cards, ...documents.map((one) => `print-${one}`)].filter((name) => !isNamed(name))).toEqual([]);
});
