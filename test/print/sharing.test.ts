import { describe, expect, it } from 'vitest';
import { sharingDoc } from '../../src/print/sharing.js';
import { consent, gezag, jgz, juf, open, play, type Said } from '../support/case.js';
import { realRoute } from '../support/route.js';
import { inputFor, paper } from '../support/print.js';

const route = realRoute();
const page = (story: readonly Said[], reader = juf) => paper(sharingDoc(inputFor(route, play(route, ...story), reader)));
const young: readonly Said[] = [[juf, open()], [juf, gezag('moeder', 'vader')]];
const joins: Said = [juf, { type: 'invite-person', who: jgz, told: true, duo: false }];
const jongere: readonly Said[] = [[juf, open({ ageBand: '16-17' })], [juf, gezag('moeder')]];

describe('the page about what is shared', () => {
  it('says with whom, for what, what was asked and answered, and whether it may', () => {
    const text = page([...young, [juf, consent('moeder')], [juf, consent('vader', { status: 'gevraagd', how: 'schriftelijk' })]]);
    expect(text).toContain('| School met JGZ van de GGD | om samen te overleggen en te helpen | Moeder: ja (mondeling, 20 november 2026) / Vader: gevraagd, nog geen antwoord (op papier, 20 november 2026) | Nee, nu niet |');
    const both = page([...young, [juf, consent('moeder')], [juf, consent('vader')], joins]);
    expect(both).toContain('| Ja |');
    expect(both).toContain('| Naam Jgz (Jeugdverpleegkundige, JGZ) | GGD | 23 november 2026 |');
  });
  it('takes out who may see nothing any more', () => {
    const text = page([...young, [juf, consent('moeder')], [juf, consent('vader')], joins, [juf, consent('vader', { status: 'ingetrokken', on: '2026-11-23' })]]);
    expect(text).toContain('Vader: toestemming ingetrokken (mondeling, 23 november 2026) | Nee, nu niet |');
    expect(text).not.toContain('Naam Jgz');
  });
  it('is for the parents under 12, for the jeugdige as well from 12, and for the jongere from 16', () => {
    expect(page(young)).toContain('Dit blad is voor de ouders of verzorgers.');
    expect(page([[juf, open({ ageBand: '12-15' })]])).toContain('en voor de jeugdige zelf');
    const older = page(jongere);
    expect(older).toContain('# Wat wordt er gedeeld over jou?');
    expect(older).toContain('Jij kiest of je ouders erbij komen.');
    expect(older).not.toMatch(/verzorgers|je kind/);
    expect(page([[juf, open({ ageBand: '18-plus' })]])).toContain('Vanaf 18 jaar beslis jij alleen (landelijke regel).');
  });
  it('speaks to the jeugdige of the day on which it is printed', () => {
    const story = play(route, [juf, open({ ageBand: '12-15', borderMonth: '2026-12' })]);
    expect(paper(sharingDoc(inputFor(route, story, juf, { day: '2026-12-31' })))).toContain('en voor de jeugdige zelf');
    expect(paper(sharingDoc(inputFor(route, story, juf, { day: '2027-01-01' })))).toContain('Dit blad is voor jou.');
  });
  it('from 16 names parents only when the jongere wants them asked (C-01)', () => {
    expect(page([...jongere, [juf, consent('jeugdige', { status: 'gevraagd' })]])).not.toMatch(/moeder/i);
    expect(page([...jongere, [juf, consent('jeugdige', { status: 'ouders-erbuiten' })]])).not.toMatch(/moeder/i);
    expect(page([...jongere, [juf, consent('jeugdige')]])).toContain('Jij: ja (mondeling, 20 november 2026) / Moeder: nog niet gevraagd');
  });
  it('says what the route does not say', () => {
    expect(page([...young, [juf, consent('moeder', { recipients: ['swv'], status: 'weet-het' })]])).toContain('De route zegt hier niets over.');
  });
  it('says how to take it back, whom to ask, and leaves room for a name by hand', () => {
    const text = page(young);
    expect(text).toContain('Dan mag je dat altijd intrekken.');
    expect(text).toContain('Stel die aan Naam Juf (Leerkracht), De Proefschool.');
    expect(text).toContain('Naam van het kind: ____');
  });
  it('of somebody from another side holds that side alone, and says so', () => {
    const agreed: readonly Said[] = [...young, [juf, consent('moeder', { recipients: ['jgz', 'koo'] })], [juf, consent('vader', { recipients: ['jgz', 'koo'] })], joins];
    expect(page(agreed)).toContain('School met Kind-ouderondersteuner (KOO)');
    const theirs = page(agreed, jgz);
    expect(theirs).toContain('School met JGZ van de GGD');
    expect(theirs).not.toContain('School met Kind-ouderondersteuner (KOO)');
    expect(theirs).toContain('Hier staat alleen wat onze eigen organisatie deelt of krijgt.');
  });
  it('never uses "u"', () => {
    for (const story of [young, jongere]) expect(page(story)).not.toMatch(/\bu\b|\buw\b/i);
  });
});
