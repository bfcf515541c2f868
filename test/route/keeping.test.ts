import { describe, expect, it } from 'vitest';
import { forgetAt, mayDelete, remarksGoAt, remarksSince } from '../../src/case/record/keeping.js';
import { juf, open, play } from '../support/case.js';
import { realRoute } from '../support/route.js';
import { faultsWith, goodRoute } from './fixture.js';

const FILE = 'dialogs/bewaren.yaml';
const messages = (...edits: readonly (readonly [string, string])[]) => faultsWith({ [FILE]: edits }).map(({ file, message }) => `${file}: ${message}`);

describe('keeping and deleting, as data', () => {
  it('is read for each step of a case', () => {
    expect(goodRoute().keeping).toMatchObject({ deleteBy: { owner: true, roles: ['ib'] }, retention: { zien: { days: 10, proposal: false }, samen: { days: 20 } } });
  });
  it.each([
    ['a step without a number of days', ['  samen: { days: 20, setBy: Overleg, setOn: 2026-01-05 }\n', ''], "the case step 'samen' is missing; needed: zien, samen"],
    ['a step that no case has', ['  samen:', '  uit:'], "unknown case step 'uit'; known: zien, samen"],
    ['a role that is not there', ['roles: [ib]', 'roles: [ibb]'], "unknown role 'ibb'; known: "],
    ['a rule that is not there', ['rules: [SVO-01]', 'rules: [SVO-09]'], "unknown rule 'SVO-09'"],
    ['nobody who may delete', ['owner: true, roles: [ib]', 'owner: false, roles: []'], 'nobody could delete a case'],
    ['no days at all', ['days: 10', 'days: 0'], 'retention.zien.days'],
    ['nobody who can ask', ['[{ id: ouders, label: de ouders }]', '[]'], ''],
  ] as const)('%s is a fault', (_, edit, message) => {
    const found = messages(edit);
    expect(found.length).toBeGreaterThan(0);
    expect(found.every((one) => one.startsWith(FILE))).toBe(true);
    if (!message.includes('retention.')) expect(found.join('\n')).toContain(message);
  });
  it('does not move a live case: the structure stays the same', () => {
    expect(goodRoute({ [FILE]: [['days: 10', 'days: 11']] }).hash).toBe(goodRoute().hash);
  });
});

describe('the route of the repository', () => {
  const route = realRoute();
  it('calls its days an example of our own, for every step', () => {
    const terms = Object.values(route.keeping.retention);
    expect(terms).toHaveLength([...route.steps.values()].filter((step) => step.caseStep).length);
    for (const term of terms) expect(term).toMatchObject({ proposal: true, setBy: expect.stringContaining('voorbeeld') as string });
    expect(route.keeping.rules).toEqual(['F-R08']);
    expect(route.keeping.remarks).toMatchObject({ days: 180, proposal: true, setBy: expect.stringContaining('voorbeeld') as string });
  });
  it('remarks go in the morning after their days, a Sunday too; without days of their own, as soon as a case does', () => {
    expect(remarksGoAt(route, '2026-11-23')).toBe('2027-05-23T07:00:00.000Z');
    expect(remarksSince(route, '2027-05-24')).toBe('2026-11-25');
    const { deleteBy, onRequestOf, retention, rules } = route.keeping;
    expect(remarksSince({ keeping: { deleteBy, onRequestOf, retention, rules } }, '2026-12-31')).toBe('2026-12-01');
  });
  it('an open case has no day on which it goes; a closed one has, by the step it was closed in', () => {
    const state = play(route, [juf, open()]).state;
    const closed = play(route, [juf, open()], [juf, { type: 'close', ending: 'niet-nodig' }]).state;
    expect(state && forgetAt(route, state)).toBeUndefined();
    expect(closed && forgetAt(route, closed)).toBe('2026-12-24T08:00:00.000Z');
    // A step of an older route counts as the shortest.
    expect(closed?.step && forgetAt(route, { ...closed, step: { ...closed.step, id: 'vroeger' } })).toBe('2026-12-24T08:00:00.000Z');
  });
  it('the owner may delete, and the directie of the house that opened it; nobody else', () => {
    const state = play(route, [juf, open()]).state;
    const may = (person: string, role: string, organisation: string) => state && mayDelete(route, state, { person, role, organisation });
    expect(may(juf.person, juf.role, juf.organisation)).toBe(true);
    expect(may('p-dir', 'directie', 'De Proefschool')).toBe(true);
    expect(may('p-dir', 'directie', 'De Andere School')).toBe(false);
    expect(may('p-ib', 'ib-er', 'De Proefschool')).toBe(false);
    expect(may('p-weg', 'onbekend', 'De Proefschool')).toBe(false);
  });
});
