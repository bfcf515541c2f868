import { describe, expect, it } from 'vitest';
import { consent, gezag, ib, jgz, juf, open, outcomeOf, outsider, play, refer, type Said } from '../support/case.js';
import { mayShare, on, openedAt, registration } from '../support/consent.js';
import { withdrawn, withJgz } from '../support/people.js';
import { realRoute } from '../support/route.js';

const route = realRoute();
const opened: Said = [juf, open()];

describe('what somebody answered', () => {
  it('is recorded for the side that asked, for each recipient, with the matrix of today', () => {
    const { last } = play(route, opened, [juf, consent('moeder', { recipients: ['jgz', 'koo'], how: 'schriftelijk' })]);
    const common = { sender: 'school', purpose: 'betrekken', who: 'moeder', status: 'gegeven', how: 'schriftelijk', on: '2026-11-20', until: null, matrix: route.consentHash };
    expect(last).toEqual({
      kind: 'events',
      events: [{ type: 'ConsentRecorded', data: { ...common, recipient: 'jgz' } }, { type: 'ConsentRecorded', data: { ...common, recipient: 'koo' } }],
    });
  });
  it('the last word of each person counts', () => {
    const { state } = play(route, opened, [juf, consent('moeder')], [juf, consent('vader')], [juf, consent('moeder', { status: 'geweigerd' })]);
    expect(state?.ledger.map(({ who, status }) => [who, status])).toEqual([['vader', 'gegeven'], ['moeder', 'geweigerd']]);
  });
  it('is never recorded by the recipient, not even among others', () => {
    expect(outcomeOf(play(route, ...withJgz, [jgz, consent('moeder')]).last)).toBe('recipient-records');
    expect(outcomeOf(play(route, ...withJgz, [jgz, consent('moeder', { recipients: ['koo', 'jgz'] })]).last)).toBe('recipient-records');
  });
  it('counts for the own side only: what the JGZ asked opens nothing for the school', () => {
    const { state } = play(route, ...withJgz, [jgz, consent('moeder', { recipients: ['koo'] })]);
    expect(state?.ledger.filter((entry) => entry.recipient === 'koo')).toMatchObject([{ sender: 'jgz', by: jgz.person }]);
    expect(mayShare(state, '2026-11-23', 'koo')).toBe(false);
  });
  it.each(['ingetrokken', 'geweigerd'])('"%s" may come from any participant, and stops every side that could share', (status) => {
    const { state } = play(route, ...withJgz, [jgz, consent('moeder', { status })]);
    expect(state?.ledger).toMatchObject([{ sender: 'school', recipient: 'jgz', who: 'moeder', status, by: jgz.person }]);
    const two = play(route, ...withJgz, [jgz, consent('moeder', { recipients: ['koo'] })], [juf, consent('moeder', { recipients: ['koo'], status })]);
    expect(two.state?.ledger.filter((entry) => entry.recipient === 'koo').map((entry) => [entry.sender, entry.status])).toEqual([['school', status], ['jgz', status]]);
  });
  it('may also stop sharing from a seat that is closed, and there nothing else', () => {
    expect(outcomeOf(play(route, ...withdrawn, [jgz, consent('moeder', { recipients: ['koo'], status: 'geweigerd' })]).last)).toEqual(['ConsentRecorded']);
    expect(outcomeOf(play(route, ...withdrawn, [jgz, consent('moeder', { recipients: ['koo'] })]).last)).toBe('sharing-stopped');
    expect(outcomeOf(play(route, ...withdrawn, [jgz, consent('moeder')]).last)).toBe('recipient-records');
  });
  it('was said today at the latest', () => {
    expect(outcomeOf(play(route, opened, [juf, consent('moeder', { on: '2026-11-23' })]).last)).toEqual(['ConsentRecorded']);
    expect(outcomeOf(play(route, opened, [juf, consent('moeder', { on: '2026-11-24' })]).last)).toBe('date-in-future');
  });
  it('recipients that the route does not know are left out', () => {
    expect(outcomeOf(play(route, opened, [juf, consent('moeder', { recipients: ['jgz', 'de-buurman'] })]).last)).toEqual(['ConsentRecorded']);
  });
  it('is no business of an outsider', () => {
    expect(outcomeOf(play(route, opened, [outsider, consent('moeder', { status: 'ingetrokken' })]).last)).toBe('not-a-participant');
  });
});

describe('leaving the parents out', () => {
  it.each(['16-17', '18-plus'])('is for the jongere of %s to choose (TOE-10)', (ageBand) => {
    expect(outcomeOf(play(route, [juf, open({ ageBand })], [juf, consent('jeugdige', { status: 'ouders-erbuiten' })]).last)).toEqual(['ConsentRecorded']);
    expect(outcomeOf(play(route, [juf, open({ ageBand })], [juf, consent('moeder', { status: 'ouders-erbuiten' })]).last)).toBe('parents-choice-16');
  });
  it.each(['onder-12', '12-15'])('is not possible at %s', (ageBand) => {
    expect(outcomeOf(play(route, [juf, open({ ageBand })], [juf, consent('jeugdige', { status: 'ouders-erbuiten' })]).last)).toBe('parents-choice-16');
  });
});

describe('for what', () => {
  const verzuim = { recipients: ['leerplicht'], purpose: 'verzuim', status: 'weet-het' } as const;
  it('is to involve somebody unless another purpose is named, and each purpose counts for itself (N-09)', () => {
    const { state } = play(route, opened, [juf, gezag('moeder')], [juf, consent('moeder', verzuim)]);
    expect(state?.ledger).toMatchObject([{ recipient: 'leerplicht', purpose: 'verzuim' }]);
    expect([mayShare(state, '2026-11-23', 'leerplicht', 'verzuim'), mayShare(state, '2026-11-23', 'leerplicht')]).toEqual([true, false]);
  });
  it('a no without a named purpose is a no to all of them; with one, to that one', () => {
    const both: readonly Said[] = [opened, [juf, gezag('moeder')], [juf, consent('moeder', verzuim)], [juf, consent('moeder', { recipients: ['leerplicht'] })]];
    const all = play(route, ...both, [juf, consent('moeder', { recipients: ['leerplicht'], status: 'ingetrokken' })]).state;
    expect(all?.ledger.map((entry) => `${entry.purpose} ${entry.status}`).sort()).toEqual(['betrekken ingetrokken', 'verzuim ingetrokken']);
    const one = play(route, ...both, [juf, consent('moeder', { ...verzuim, status: 'ingetrokken' })]).state;
    expect([mayShare(one, '2026-11-23', 'leerplicht', 'verzuim'), mayShare(one, '2026-11-23', 'leerplicht')]).toEqual([false, true]);
  });
  it('"weet het" is there where the route is silent, and nowhere else (N-10)', () => {
    const knows = (...recipients: readonly string[]) => outcomeOf(play(route, opened, [juf, consent('moeder', { recipients, status: 'weet-het' })]).last);
    for (const recipient of ['leerplicht', 'swv', 'regievoerder', 'bovenschools-team']) expect(knows(recipient)).toEqual(['ConsentRecorded']);
    for (const recipient of ['jgz', 'koo', 'sociaal-team', 'anders']) expect(knows('leerplicht', recipient)).toBe('consent-knows');
  });
  it('"geïnformeerd" is there where the route says to tell it: registration and the Meldcode', () => {
    const told = (recipient: string, purpose: string) => outcomeOf(play(route, opened, [juf, consent('moeder', { recipients: [recipient], purpose, status: 'geinformeerd' })]).last);
    expect([told('registratie', 'registreren'), told('veilig-thuis', 'meldcode')]).toEqual([['ConsentRecorded'], ['ConsentRecorded']]);
    expect([told('leerplicht', 'verzuim'), told('jgz', 'betrekken')]).toEqual(['consent-inform', 'consent-inform']);
  });
});

describe('asking', () => {
  const asked: readonly Said[] = [opened, [juf, gezag('moeder')], [juf, consent('moeder', { status: 'gevraagd' })]];
  it('opens nothing', () => {
    const { state } = play(route, ...asked);
    expect(state?.ledger).toMatchObject([{ status: 'gevraagd', by: juf.person }]);
    expect(mayShare(state, '2026-11-23')).toBe(false);
  });
  it('wipes out no answer, and is recorded where there is none', () => {
    const { state, last } = play(route, ...asked, [juf, consent('moeder')], [juf, consent('moeder', { status: 'gevraagd', recipients: ['jgz', 'koo'] })]);
    expect(outcomeOf(last)).toEqual(['ConsentRecorded']);
    expect(state?.ledger.map((entry) => `${entry.recipient} ${entry.status}`)).toEqual(['jgz gegeven', 'koo gevraagd']);
    expect(mayShare(state, '2026-11-23')).toBe(true);
  });
  it('never takes a no away, whoever asks', () => {
    const no: readonly Said[] = [openedAt('16-17'), [juf, consent('jeugdige', { recipients: ['swv'], status: 'weet-het' })], [juf, consent('moeder', { recipients: ['swv'], status: 'geweigerd' })]];
    const { state, last } = play(route, ...no, [juf, consent('moeder', { recipients: ['swv'], status: 'gevraagd' })]);
    expect(outcomeOf(last)).toBe('consent-answered');
    expect(mayShare(state, '2026-11-23', 'swv')).toBe(false);
  });
  it('"telt niet meer" comes by time, never from a person', () => {
    expect(outcomeOf(play(route, opened, [juf, consent('moeder', { status: 'verlopen' })]).last)).toBe('choose-status');
  });
});

describe('two people who record opposite things at once', () => {
  const start: readonly Said[] = [opened, [juf, refer()], [juf, gezag('moeder')]];
  const seen = play(route, ...start).events.length;
  const yes: Said = [juf, consent('moeder', { on: '2026-11-23', seen })];
  const no: Said = [ib, consent('moeder', { status: 'geweigerd', on: '2026-11-23', seen })];
  it('end with a no, in either order; the one with the yes is told what stands', () => {
    const late = play(route, ...start, no, yes);
    expect(late.last).toMatchObject({ kind: 'refused', refusal: { id: 'consent-contradicts' } });
    expect(late.last.kind === 'refused' ? late.last.refusal.text : '').toContain('JGZ van de GGD: De moeder heeft geweigerd.');
    for (const { state } of [late, play(route, ...start, yes, no)]) expect(mayShare(state, '2026-11-23')).toBe(false);
  });
  it('who then sees the no can record a newer yes', () => {
    const { state } = play(route, ...start, no, [juf, consent('moeder', { on: '2026-11-23', seen: seen + 1 })]);
    expect(mayShare(state, '2026-11-23')).toBe(true);
  });
  it('a no of somebody else, or for somebody else, is in nobody’s way', () => {
    expect(outcomeOf(play(route, ...start, [ib, consent('vader', { status: 'geweigerd' })], yes).last)).toEqual(['ConsentRecorded']);
    expect(outcomeOf(play(route, ...start, [ib, consent('moeder', { status: 'geweigerd', recipients: ['koo'] })], yes).last)).toEqual(['ConsentRecorded']);
  });
});

describe('from 18', () => {
  it('nobody but the jongere gives an answer; a no of a parent is recorded and closes nothing', () => {
    const adult: readonly Said[] = [openedAt('18-plus'), [juf, consent('jeugdige')]];
    expect(outcomeOf(play(route, ...adult, [juf, consent('moeder')]).last)).toBe('adult-alone');
    expect(mayShare(play(route, ...adult, [juf, consent('moeder', { status: 'geweigerd' })]).state, '2026-11-23')).toBe(true);
  });
});

describe('who has gezag', () => {
  it('is recorded by any participant; the last time counts', () => {
    const { state } = play(route, opened, [juf, refer()], [juf, gezag('vader', 'moeder', 'oma')], [ib, gezag('voogd')]);
    expect(state?.gezag).toEqual(['voogd']);
  });
  it('two mothers: each is asked', () => {
    const one: readonly Said[] = [opened, [juf, gezag('moeder', 'tweede-moeder')], [juf, consent('moeder')]];
    expect(mayShare(play(route, ...one).state, '2026-11-23')).toBe(false);
    expect(mayShare(play(route, ...one, [juf, consent('tweede-moeder')]).state, '2026-11-23')).toBe(true);
  });
  it('somebody who said no is taken off with a reason only, and the reason is kept', () => {
    const story: readonly Said[] = [opened, [juf, gezag('moeder', 'vader')], [juf, consent('moeder')], [juf, consent('vader', { status: 'ingetrokken' })]];
    expect(outcomeOf(play(route, ...story, [juf, gezag('moeder')]).last)).toBe('gezag-reason');
    expect(outcomeOf(play(route, ...story, [juf, { type: 'record-gezag', who: ['moeder'], reason: 'zomaar' }]).last)).toBe('gezag-reason');
    const { state, last } = play(route, ...story, [juf, { type: 'record-gezag', who: ['moeder'], reason: 'gezagsregister' }]);
    expect(last).toEqual({ kind: 'events', events: [{ type: 'GezagRecorded', data: { who: ['moeder'], reason: 'gezagsregister' } }] });
    expect(mayShare(state, '2026-11-23')).toBe(true);
  });
  it('who is added, or did not say no, needs no reason', () => {
    const story: readonly Said[] = [opened, [juf, gezag('moeder')], [juf, consent('moeder')]];
    expect(outcomeOf(play(route, ...story, [juf, gezag('moeder', 'vader')]).last)).toEqual(['GezagRecorded']);
    expect(outcomeOf(play(route, ...story, [juf, gezag('vader')]).last)).toEqual(['GezagRecorded']);
  });
});

describe('the registrations of stap 2 (REG-02)', () => {
  it('one, two or three places at once; the last time counts', () => {
    const first: Said = [juf, registration({ ggd: 'stond-er', leerplicht: 'niet-gedaan', iets: 'gemaakt' }, false)];
    const { state } = play(route, opened, first, [juf, registration({ leerplicht: 'gemaakt', zvjg: '' }), on('2026-11-24')]);
    expect(state?.registrations).toMatchObject([
      { register: 'ggd', result: 'stond-er', informed: false, by: juf.person }, { register: 'leerplicht', result: 'gemaakt', informed: true, at: on('2026-11-24') },
    ]);
  });
  it('is no business of an outsider, nor of a side with which nothing is shared', () => {
    expect(outcomeOf(play(route, opened, [outsider, registration({ ggd: 'stond-er' })]).last)).toBe('not-a-participant');
    expect(outcomeOf(play(route, ...withdrawn, [jgz, registration({ ggd: 'stond-er' })]).last)).toBe('sharing-stopped');
  });
  it('a no from before anybody said who has gezag does not vanish with the first list', () => {
    const said: readonly Said[] = [opened, [juf, consent('vader', { status: 'geweigerd' })]];
    expect(outcomeOf(play(route, ...said, [juf, gezag('moeder')]).last)).toBe('gezag-reason');
    expect(outcomeOf(play(route, ...said, [juf, { type: 'record-gezag', who: ['moeder'], reason: 'gezagsregister' }]).last)).toEqual(['GezagRecorded']);
  });
  it('an older form does not take away who somebody else added to the gezag meanwhile', () => {
    const said: readonly Said[] = [opened, [juf, refer()], [ib, gezag('moeder', 'vader')]];
    expect(outcomeOf(play(route, ...said, [juf, { type: 'record-gezag', who: ['moeder'], seen: 2 }]).last)).toBe('gezag-changed');
    expect(outcomeOf(play(route, ...said, [juf, { type: 'record-gezag', who: ['moeder', 'vader', 'voogd'], seen: 2 }]).last)).toEqual(['GezagRecorded']);
    expect(outcomeOf(play(route, ...said, [juf, { type: 'record-gezag', who: ['moeder'], seen: 4 }]).last)).toEqual(['GezagRecorded']);
  });
  it('a no to being involved is not passed by an older yes for another purpose', () => {
    const said: readonly Said[] = [opened, [juf, consent('moeder', { status: 'geweigerd', on: '2026-11-23' })]];
    expect(outcomeOf(play(route, ...said, [juf, consent('moeder', { purpose: 'verzuim', on: '2026-11-20' })]).last)).toBe('consent-older');
    expect(outcomeOf(play(route, ...said, [juf, consent('moeder', { purpose: 'verzuim', on: '2026-11-23' })]).last)).toEqual(['ConsentRecorded']);
  });
});
