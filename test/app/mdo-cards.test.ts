import { describe, expect, it } from 'vitest';
import { meetingLink } from '../../src/app/mdo/meeting.js';
import { mdoButtons, mdoFacts } from '../../src/app/mdo/present.js';
import { mdoCard } from '../../src/app/mdo/present-card.js';
import { mdoForm } from '../../src/app/mdo/present-form.js';
import { invitationCard } from '../../src/app/mdo/present-invitation.js';
import type { Person } from '../../src/app/ports.js';
import type { CaseView } from '../../src/app/present/view.js';
import type { LoadedCase } from '../../src/app/run-case.js';
import type { ChosenInvitee } from '../../src/case/mdo/commands.js';
import { renderer } from '../cards/cards.js';
import { consent, gezag, invitees, jgz, juf, mdo, MONDAY, open, planned, play, regievoerder, reply, type Said } from '../support/case.js';
import { AFTER, attended, cancel, choosing, fix, MOMENTS, sends } from '../support/mdo.js';
import { realRoute } from '../support/route.js';

const route = realRoute();
/** Teams refuses a card of about 28 KB. */
const LARGEST = 25_000;
/** As long as the ids of a real house. */
const long = (name: string) => name.padEnd(24, 'x');
const sizeOf = (card: unknown) => Buffer.byteLength(JSON.stringify(card));

function person(id: string, role: string, organisation: string): Person {
  return { id, aadObjectId: `aad-${id}`, name: `Naam van ${id}`, email: `${id}@voorbeeld.example`, role, organisation, organisationType: 'school', region: 'midden-groningen', registered: true };
}
const everybody = [person('p-juf', 'leerkracht', 'De Proefschool'), person('p-jgz', 'jeugdverpleegkundige', 'GGD'), person('p-dir', 'directie', 'De Proefschool'), person('p-regie', 'regievoerder', 'Bestuur')];
function view(who = 'p-juf', changes: Partial<CaseView> = {}): CaseView {
  const viewer = everybody.find((one) => one.id === who) ?? person(who, 'jeugdarts', 'GGD');
  return { route, now: MONDAY, viewer, people: new Map(everybody.map((one) => [one.id, one])), texts: new Map(), undelivered: [], notDelivered: [], unreached: new Set(), prints: false, banner: undefined, ...changes };
}
function loaded(...said: readonly Said[]): LoadedCase {
  const { state, events } = play(route, ...said);
  if (!state) throw new Error('no case');
  return { stream: long('c-'), version: 123, state, events };
}

describe('the meeting link', () => {
  it('holds the code of the case, an hour in Dutch time, who comes, and nothing else', () => {
    const url = new URL(meetingLink('K0001', '2026-12-01', '14:30', ['jgz@voorbeeld.example', 'a+b@voorbeeld.example']));
    expect(url.origin + url.pathname).toBe('https://teams.microsoft.com/l/meeting/new');
    expect(Object.fromEntries(url.searchParams)).toEqual({
      subject: 'Casus K0001', startTime: '2026-12-01T13:30:00+00:00', endTime: '2026-12-01T14:30:00+00:00', attendees: 'jgz@voorbeeld.example,a+b@voorbeeld.example',
    });
  });
  it('knows summer time, midnight, and nobody who comes', () => {
    const url = new URL(meetingLink('K0001', '2027-06-01', '23:30'));
    expect(Object.fromEntries(url.searchParams)).toEqual({ subject: 'Casus K0001', startTime: '2027-06-01T21:30:00+00:00', endTime: '2027-06-01T22:30:00+00:00' });
  });
  it('stands on the card of the organiser once a moment is fixed, and holds nobody with a closed gate', () => {
    const said: Said[] = [...planned, [jgz, reply()], [juf, reply({ invitee: invitees.directie.key })]];
    expect(mdoCard(loaded(...choosing), view())?.links).toEqual([]);
    expect(mdoCard(loaded(...planned.slice(0, -1), [juf, mdo({ time: '' })]), view())?.links).toEqual([]);
    expect(mdoCard(loaded(...said), view())?.links[0]?.url).toContain('attendees=p-jgz%40voorbeeld.example%2Cp-dir%40voorbeeld.example');
    expect(mdoCard(loaded(...said, [juf, consent('moeder', { status: 'ingetrokken' })]), view())?.links[0]?.url).not.toContain('p-jgz');
    expect(mdoCard(loaded(...said), view('p-jgz'))?.links).toEqual([]);
    expect(mdoCard(loaded(...said, [juf, cancel()]), view())?.links).toEqual([]);
  });
});

describe('the card of an MDO', () => {
  it('says of each moment how many of those awaited can', () => {
    const card = mdoCard(loaded(...choosing, [jgz, reply({ options: ['o1', 'o3'] })]), view());
    expect(card?.moments.map(({ text }) => text.replace(/^.* · /, ''))).toEqual(['1 van 2 kunnen', '0 van 2 kunnen', '1 van 2 kunnen']);
    expect(card?.invitees[0]?.state).toBe('Kan op moment 1 en 3');
    expect(card?.moments.every(({ choose }) => choose.length === 1)).toBe(true);
  });
  it('offers nobody but the organiser anything to press', () => {
    const card = mdoCard(loaded(...choosing), view('p-regie'));
    expect([...(card?.buttons ?? []), ...(card?.moments ?? []).flatMap(({ choose }) => choose), ...(card?.invitees ?? []).flatMap(({ record }) => record)]).toEqual([]);
  });
  it('outside the matrix says that it gives no regie', () => {
    const ready: Said[] = [[regievoerder, open()], [regievoerder, gezag('moeder')], [regievoerder, consent('moeder', { recipients: ['jgz', 'koo'] })]];
    const card = mdoCard(loaded(...ready, [regievoerder, mdo({ leervraag: 'geen', leefvraag: 'complex', invitees: [invitees.jgz, invitees.koo] })]), view('p-regie'));
    expect(card?.regie).toBe('De regiematrix zegt hier niets');
    expect(card?.regieWhy).toContain('De matrix zegt hier niets: er is alleen een leefvraag.');
    expect(mdoCard(loaded(...planned), view())?.regie).toMatch(/^Procesregie: /);
  });
  it('afterwards asks for the plan; called off it can be planned anew', () => {
    const titles = (one: LoadedCase, now = MONDAY) => mdoCard(one, view('p-juf', { now }))?.buttons.map(({ title }) => title);
    expect(titles(loaded(...planned))).toEqual(['Plan opnieuw', 'Zeg het MDO af']);
    expect(titles(loaded(...planned), AFTER)).toEqual(['Leg vast wie er waren', 'Plan opnieuw', 'Zeg het MDO af']);
    expect(titles(loaded(...planned, [juf, attended(), AFTER]), AFTER)).toEqual(['Naar het plan van aanpak', 'Plan een nieuw MDO']);
    expect(titles(loaded(...planned, [juf, cancel()]))).toEqual(['Plan een nieuw MDO']);
  });
});

describe('on the case\'s card', () => {
  const facts = (...said: readonly Said[]) => mdoFacts(loaded(...said), view()).map(({ title, value }) => `${title}: ${value}`);
  it('stands how the MDO is', () => {
    expect(facts([juf, open()])).toEqual([]);
    expect(facts(...choosing, [jgz, reply({ options: ['o1'] })]).slice(0, 2)).toEqual(['Wanneer: Het moment staat nog niet vast: er zijn 3 momenten voorgesteld', 'Antwoorden: 1 van de 2 genodigden']);
    expect(facts(...choosing, [jgz, reply({ options: ['o1'] })], [juf, fix('o1')]).slice(0, 2)).toEqual(['Wanneer: di 1 december 2026, 14:30 uur', 'Wie komen: 1 van de 2 genodigden']);
    expect(facts(...planned, [juf, cancel()])).toEqual(['Wanneer: Gaat niet door: er kunnen te weinig mensen']);
    expect(facts(...planned, [juf, attended(), AFTER])[1]).toBe('Erbij: 1 van de 2 genodigden, ouders');
  });
  it('stands what can be done with it', () => {
    const titles = (one: LoadedCase, now = MONDAY) => mdoButtons(one, view('p-juf', { now })).map(({ title }) => title);
    expect(titles(loaded([juf, open()]))).toEqual(['Start een MDO']);
    expect(titles(loaded(...planned))).toEqual(['Bekijk het MDO']);
    expect(titles(loaded(...planned), AFTER)).toEqual(['Bekijk het MDO', 'Leg vast wie er bij het MDO waren']);
    expect(titles(loaded(...planned, [juf, cancel()]))).toEqual(['Bekijk het MDO', 'Plan een nieuw MDO']);
  });
});

describe('with twelve invitees and all that can be said', () => {
  const keys = Array.from({ length: 12 }, (_, at) => ({ ...invitees.jgz, key: `person:${long(`p-${String(at)}`)}`, personId: long(`p-${String(at)}`) }));
  const people = new Map(keys.map((one) => [one.personId, { ...person(one.personId, 'jeugdverpleegkundige', 'GGD'), name: 'Een collega met een tamelijk lange naam' }]));
  const unreached = new Set(keys.map((one) => one.personId));
  const undelivered = keys.map(() => 'Nog niet bezorgd aan Een collega met een tamelijk lange naam (Jeugdverpleegkundige (JGZ)): diegene heeft nog geen chat met Routewijzer. Bel of mail zelf.');
  const id = long('m-');
  const begin: Said[] = [...planned.slice(0, -1), [juf, mdo({ mdo: id, invitees: keys, others: MOMENTS.slice(1) })]];
  const full = (...said: readonly Said[]) => view('p-juf', { people, unreached, undelivered, texts: new Map([['t1', 'x'.repeat(300)], ['t2', 'y'.repeat(200)]]), ...(said.length > 0 ? { now: MONDAY } : {}) });
  const size = (...said: readonly Said[]) => { const card = mdoCard(loaded(...begin, ...said), full()); return card ? sizeOf(renderer.render('mdo', card)) : 0; };

  it('the card still fits into Teams', () => {
    expect(size()).toBeLessThan(LARGEST);
    expect(size([juf, { type: 'fix-date', mdo: id, option: 'o1' }])).toBeLessThan(LARGEST);
    expect(size(...keys.map((one): Said => [juf, reply({ mdo: id, invitee: one.key, answer: 'ander-moment', proposal: '2026-12-09', noteId: 't2' })]))).toBeLessThan(LARGEST);
    const others = keys.map((one): ChosenInvitee => ({ ...one, key: `${one.key}y`, personId: `${one.personId}y` }));
    expect(size(...keys.map((one, at): Said => [juf, { ...sends(others[at], {}, one.key), mdo: id } as Said[1]]))).toBeLessThan(LARGEST);
  });
  it('so do the invitation and the form', () => {
    const colleagues = Array.from({ length: 25 }, (_, at) => ({ value: `person:${long(String(at))}`, title: 'Jeugdverpleegkundige (JGZ): Een collega met een tamelijk lange naam' }));
    const first = keys[0]?.personId ?? '';
    const invitation = invitationCard(loaded(...begin), { ...full(), viewer: { ...person(first, 'jeugdverpleegkundige', 'GGD') } }, colleagues);
    expect(invitation && sizeOf(renderer.render('invitation', invitation))).toBeLessThan(LARGEST);
    const register = Array.from({ length: 60 }, (_, at) => ({ ...person(long(`r-${String(at)}`), 'ib-er', 'De Proefschool'), name: 'Een collega met een tamelijk lange naam' }));
    expect(sizeOf(renderer.render('mdo-form', mdoForm(loaded([juf, open()]), view(), register)))).toBeLessThan(LARGEST);
  });
});
