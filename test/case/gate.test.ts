import { describe, expect, it } from 'vitest';
import { gateFor, type Sharing } from '../../src/case/consent/gate.js';
import type { ConsentStatus, Who } from '../../src/case/values.js';
import type { LedgerEntry } from '../../src/case/consent/state.js';
import { realRoute } from '../support/route.js';

const route = realRoute();
type Answers = Partial<Record<Who, ConsentStatus>>;
interface Situation { readonly to?: string; readonly from?: string; readonly age?: string; readonly gezag?: readonly Who[]; readonly said?: Answers; readonly purpose?: string }

function entries({ said = {}, to = 'jgz', from = 'school' }: Situation): LedgerEntry[] {
  return Object.entries(said).map(([who, status]) => ({
    sender: from, recipient: to, purpose: 'betrekken', who: who as Who, status, how: 'mondeling', on: '2026-11-20', until: null, by: 'p-juf', entry: 1,
  }));
}
function gate(situation: Situation, ledger = entries(situation)) {
  const { to = 'jgz', from = 'school', age = 'onder-12', gezag = ['moeder', 'vader'], purpose = 'betrekken' } = situation;
  const sharing: Sharing = { sender: from, recipient: to, purpose };
  return gateFor(route, { gezag, ageBand: age, borderMonth: null, ledger }, sharing, '2026-11-23');
}
const isOpen = (situation: Situation) => gate(situation).open;
const reasons = (situation: Situation) => { const found = gate(situation); return found.open ? [] : found.reasons; };
const both: Answers = { moeder: 'gegeven', vader: 'gegeven' };

describe('school to the JGZ (TOE-06)', () => {
  it('under 12: everybody with gezag must agree (N-13)', () => {
    expect(isOpen({ said: both })).toBe(true);
    expect(reasons({ said: { moeder: 'gegeven' } })).toEqual(['De toestemming van de vader is nog niet vastgelegd.']);
    expect(reasons({ said: { moeder: 'gegeven', vader: 'geweigerd' } })).toEqual(['De vader heeft geweigerd.']);
    expect(isOpen({ gezag: ['moeder'], said: { moeder: 'gegeven' } })).toBe(true);
    expect(isOpen({ gezag: ['voogd'], said: { voogd: 'gegeven' } })).toBe(true);
    expect(isOpen({ gezag: ['voogd'], said: both })).toBe(false);
  });
  it('12 to 15: the jeugdige too (C-01)', () => {
    expect(reasons({ age: '12-15', said: both })).toEqual(['De toestemming van de jeugdige is nog niet vastgelegd.']);
    expect(isOpen({ age: '12-15', said: { ...both, jeugdige: 'gegeven' } })).toBe(true);
    expect(isOpen({ age: '12-15', said: { jeugdige: 'gegeven' } })).toBe(false);
    expect(isOpen({ age: '12-15', said: { ...both, jeugdige: 'geweigerd' } })).toBe(false);
  });
  it('16 and 17: the jongere first, and the parents unless the jongere leaves them out (TOE-10)', () => {
    expect(isOpen({ age: '16-17', said: both })).toBe(false);
    expect(isOpen({ age: '16-17', said: { jeugdige: 'gegeven' } })).toBe(false);
    expect(isOpen({ age: '16-17', said: { ...both, jeugdige: 'gegeven' } })).toBe(true);
    expect(isOpen({ age: '16-17', gezag: [], said: { jeugdige: 'ouders-erbuiten' } })).toBe(true);
    expect(isOpen({ age: '16-17', said: { moeder: 'geweigerd', jeugdige: 'ouders-erbuiten' } })).toBe(true);
    expect(isOpen({ age: '16-17', said: { ...both, jeugdige: 'geweigerd' } })).toBe(false);
  });
  it('18: the jongere alone', () => {
    expect(isOpen({ age: '18-plus', said: both })).toBe(false);
    expect(isOpen({ age: '18-plus', gezag: [], said: { jeugdige: 'gegeven' } })).toBe(true);
  });
  it('as long as nobody knows who has gezag it stays closed', () => {
    expect(reasons({ gezag: [], said: both })).toEqual(['Leg eerst vast wie het gezag heeft.']);
    expect(isOpen({ age: '12-15', gezag: [], said: { ...both, jeugdige: 'gegeven' } })).toBe(false);
  });
  it('knowing of it is not agreeing to it', () => {
    expect(isOpen({ said: { moeder: 'weet-het', vader: 'weet-het' } })).toBe(false);
  });
  it('a withdrawal closes', () => {
    expect(reasons({ said: { moeder: 'ingetrokken', vader: 'gegeven' } })).toEqual(['De moeder heeft de toestemming ingetrokken.']);
  });
  it('an age that is not known is treated with most care', () => {
    expect(isOpen({ age: 'weet-niet', said: both })).toBe(false);
  });
});

describe('school to the KOO (TOE-03)', () => {
  it('12 to 15: asking the jeugdige is advice and does not close (C-03)', () => {
    expect(isOpen({ to: 'koo', age: '12-15', said: both })).toBe(true);
    expect(isOpen({ to: 'koo', age: '12-15', said: { ...both, jeugdige: 'geweigerd' } })).toBe(true);
    expect(isOpen({ to: 'koo', age: '12-15', said: { moeder: 'gegeven' } })).toBe(false);
  });
  it('16 and 17: the jongere first', () => {
    expect(isOpen({ to: 'koo', age: '16-17', said: both })).toBe(false);
    expect(isOpen({ to: 'koo', age: '16-17', said: { jeugdige: 'ouders-erbuiten' } })).toBe(true);
  });
});

describe('each recipient, sender and purpose for itself (N-09)', () => {
  const toTheKoo = entries({ to: 'koo', said: both });
  it('consent to one is no consent to another', () => {
    expect(gate({ to: 'koo' }, toTheKoo).open).toBe(true);
    for (const to of ['jgz', 'sociaal-team', 'anders']) expect(gate({ to }, toTheKoo).open, to).toBe(false);
  });
  it('consent to talk with the school is no consent to talk with the GGD', () => {
    const toSchool = entries({ from: 'jgz', to: 'school', said: both });
    expect(gate({ from: 'jgz', to: 'school' }, toSchool).open).toBe(true);
    expect(gate({ from: 'jgz', to: 'sociaal-team' }, toSchool).open).toBe(false);
    expect(gate({ from: 'school', to: 'jgz' }, toSchool).open).toBe(false);
  });
  it('consent for one purpose is none for another', () => {
    expect(gate({ said: both, purpose: 'vastlopen' }).open).toBe(false);
  });
  it('within the school none is needed (TOE-02)', () => {
    for (const age of ['onder-12', '12-15', '16-17', '18-plus']) expect(isOpen({ to: 'school', age, gezag: [] }), age).toBe(true);
  });
  it.each([
    ['school', 'sociaal-team'], ['leerplicht', 'sociaal-team'], ['koo', 'sociaal-team'], ['jgz', 'sociaal-team'], ['sociaal-team', 'jgz'],
    ['jgz', 'school'], ['koo', 'school'], ['sociaal-team', 'school'], ['leerplicht', 'school'], ['koo', 'jgz'], ['school', 'anders'],
  ])('%s to %s asks parents, and the jeugdige from 12 (TOE-04, 05, 06, F-C04)', (from, to) => {
    expect(isOpen({ from, to, gezag: [] })).toBe(false);
    expect(isOpen({ from, to, said: both })).toBe(true);
    expect(isOpen({ from, to, age: '12-15', said: both })).toBe(false);
    expect(isOpen({ from, to, age: '12-15', said: { ...both, jeugdige: 'gegeven' } })).toBe(true);
  });
});

describe.each(['leerplicht', 'regievoerder', 'swv', 'bovenschools-team', 'stagnatiepunt'])('where the route is silent: %s (TOE-12, TOE-13, N-10)', (to) => {
  it('somebody must tick that the parents know', () => {
    expect(reasons({ to })).toEqual(['Leg vast dat de ouders met gezag het weten en het ermee eens zijn.']);
    expect(isOpen({ to, said: { moeder: 'weet-het' } })).toBe(false);
    expect(isOpen({ to, said: { moeder: 'weet-het', vader: 'weet-het' } })).toBe(true);
    expect(reasons({ to, gezag: [], said: { vader: 'weet-het' } })).toEqual(['Leg eerst vast wie het gezag heeft.']);
    expect(isOpen({ to, said: { jeugdige: 'weet-het' } })).toBe(false);
  });
  it('whoever is against it closes it', () => {
    expect(reasons({ to, said: { moeder: 'weet-het', vader: 'geweigerd' } })).toEqual(['De vader heeft geweigerd.']);
    expect(isOpen({ to, said: { moeder: 'weet-het', jeugdige: 'ingetrokken' } })).toBe(false);
  });
  it.each(['16-17', '18-plus'])('%s: it is the jongere who must know, parents alone are not enough (TOE-10)', (age) => {
    expect(isOpen({ to, age, said: { moeder: 'weet-het', vader: 'weet-het' } })).toBe(false);
    expect(isOpen({ to, age, said: { jeugdige: 'weet-het' } })).toBe(true);
    expect(isOpen({ to, age, said: { jeugdige: 'ouders-erbuiten' } })).toBe(true);
  });
  it('at 18 parents can not close it', () => {
    expect(isOpen({ to, age: '18-plus', said: { jeugdige: 'weet-het', moeder: 'geweigerd' } })).toBe(true);
  });
});

describe('from 16', () => {
  it('nothing sends anybody to the parents before the jongere has answered (C-01)', () => {
    expect(reasons({ to: 'jgz', age: '16-17', gezag: [] })).toEqual(['Vraag het eerst de jongere zelf.']);
    expect(reasons({ to: 'jgz', age: '16-17', said: { moeder: 'geweigerd' } })).toEqual(['Vraag het eerst de jongere zelf.']);
  });
  it('after a yes of the jongere the next question is whether the parents may be there', () => {
    expect(reasons({ to: 'jgz', age: '16-17', said: { jeugdige: 'gegeven' } })[0]).toContain('Vraag de jongere of de ouders erbij mogen.');
    expect(isOpen({ to: 'jgz', age: '16-17', said: { ...both, jeugdige: 'gegeven' } })).toBe(true);
    expect(isOpen({ to: 'jgz', age: '16-17', gezag: [], said: { jeugdige: 'ouders-erbuiten' } })).toBe(true);
  });
});

describe('danger', () => {
  it('opens Veilig Thuis and nothing else (N-07)', () => {
    expect(isOpen({ to: 'veilig-thuis', purpose: 'meldcode', gezag: [] })).toBe(true);
    for (const to of route.parties.keys()) {
      if (to === 'veilig-thuis' || to === 'school') continue;
      expect(isOpen({ to, gezag: [], purpose: 'meldcode' }), to).toBe(false);
    }
  });
  it('Veilig Thuis is not opened for anything but the Meldcode', () => {
    expect(isOpen({ to: 'veilig-thuis', gezag: [] })).toBe(false);
  });
});
