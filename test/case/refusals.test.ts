import { describe, expect, it } from 'vitest';
import { refusalTexts, type RefusalId } from '../../src/case/refusals.js';
import { decideVisit, type VisitCommand, type VisitState } from '../../src/case/visit.js';
import { ib, juf, mdo, open, outcomeOf, play, refer } from '../support/case.js';
import { realRoute } from '../support/route.js';
import { coreRefused } from './refused/core.js';
import { consentOfTheApp, consentRefused } from './refused/consent.js';
import { contactOfTheApp, contactRefused } from './refused/contact.js';
import { mdoOfTheApp, mdoRefused } from './refused/mdo.js';
import { peopleOfTheApp, peopleRefused } from './refused/people.js';
import { planOfTheApp, planRefused } from './refused/plan.js';
import { recordOfTheApp, recordRefused } from './refused/record.js';
import { stagnationOfTheApp, stagnationRefused } from './refused/stagnation.js';

const route = realRoute();
/** One way to each refusal that a command on a case can give. */
const ofCases = { ...coreRefused, ...peopleRefused, ...consentRefused, ...contactRefused, ...mdoRefused, ...planRefused, ...stagnationRefused, ...recordRefused };
const visit: VisitState = { person: juf.person, tree: 'wat-nu', routeHash: route.hash, known: {}, answers: {}, stopped: false };
const ofVisits: Partial<Record<RefusalId, readonly [VisitState | undefined, VisitCommand]>> = {
  gone: [undefined, { type: 'back' }],
  'stale-card': [visit, { type: 'answer', fact: 'leeftijd', value: '12-15' }],
  'unknown-answer': [visit, { type: 'answer', fact: 'aanleiding', value: 'toverij' }],
  'nothing-before': [visit, { type: 'back' }],
};

/** These are no matter of one case or visit: the app decides them before or after. */
const ofTheApp: readonly RefusalId[] = ['danger', 'not-yours', 'managers-only', 'beheerder-only', 'owner-chooses', 'no-ib', 'bsn', 'child-name', 'too-long', 'busy',
  ...peopleOfTheApp, ...consentOfTheApp, ...contactOfTheApp, ...mdoOfTheApp, ...planOfTheApp, ...stagnationOfTheApp, ...recordOfTheApp,
];

describe('every refusal', () => {
  it.each(Object.entries(ofCases))('%s: a command on a case', (id, story) => {
    const { last, events } = play(route, ...story);
    expect(outcomeOf(last)).toBe(id);
    expect(events).toEqual(play(route, ...story.slice(0, -1)).events);
  });
  it.each(Object.entries(ofVisits))('%s: a command on a visit', (id, [state, command]) => {
    expect(decideVisit(route, state, command)).toMatchObject({ kind: 'refused', refusal: { id } });
  });
  it('has a test, or belongs to the app', () => {
    const known = new Set([...Object.keys(ofCases), ...Object.keys(ofVisits), ...ofTheApp]);
    expect([...known].sort()).toEqual(Object.keys(refusalTexts).sort());
  });
  it('is said in whole, kind sentences', () => {
    for (const [id, text] of Object.entries(refusalTexts)) {
      expect(text, id).toMatch(/^[A-Z].*[.]$/);
      expect(text, id).not.toMatch(/\bu\b|\buw\b|fout|verboden|ongeldig/i);
    }
  });
  it('an MDO is refused before anything is said to a closed recipient', () => {
    expect(outcomeOf(play(route, [juf, open()], [juf, refer()], [ib, mdo()]).last)).toBe('mdo-gate');
  });
});
