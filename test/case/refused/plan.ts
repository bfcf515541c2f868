import type { RefusalId } from '../../../src/case/refusals.js';
import { juf, ib, open, refer, type Said } from '../../support/case.js';
import { action, adopt, adopted, drafted, evaluate, EVALUATION, goals, levels, regie, responsible, who } from '../../support/plan.js';
import type { Refused } from './refused.js';

const opened: Said = [juf, open({ step: 'plan' })];
const ready: readonly Said[] = [opened, [juf, levels()]];
const many = (count: number) => Array.from({ length: count }, (_, at) => ({ id: `g${String(at)}`, textId: `t${String(at)}` }));
const held = (changes: Parameters<typeof evaluate>[0]): readonly Said[] => [...adopted, [juf, evaluate(changes), EVALUATION]];

export const planRefused: Refused = {
  'choose-levels': [opened, [juf, levels('complex', 'meervoudig')]],
  'levels-first': [opened, [juf, regie()]],
  'goals-needed': [opened, [juf, goals({ onderwijs: [], zorg: [] })]],
  'too-many-goals': [opened, [juf, goals({ onderwijs: many(6) })]],
  'plan-changed': [...drafted, [juf, regie({ seen: 1 })]],
  'action-what': [opened, [juf, action({ textId: '' })]],
  'choose-who': [opened, [juf, action({ who: 'person:p-vreemd' })]],
  'too-many-actions': [opened, ...Array.from({ length: 16 }, (_, at): Said => [juf, action({ action: `a${String(at)}` })])],
  'choose-action': [...adopted, [juf, { type: 'action-done', actions: ['a9'] }]],
  'date-too-far': [opened, [juf, action({ on: '2028-12-01' })]],
  'responsible-needed': [...ready, [juf, responsible({ onderwijs: '', zorg: '' })]],
  'responsible-school': [...ready, [juf, responsible({ onderwijs: who.casemanager })]],
  'responsible-casemanager': [opened, [juf, levels('geen', 'complex')], [juf, responsible({ onderwijs: '', zorg: who.koo })]],
  'regie-school': [...ready, [juf, regie({ who: who.casemanager })]],
  'regie-casemanager': [opened, [juf, levels('complex', 'complex')], [juf, regie()]],
  'regie-none': [opened, [juf, levels('geen', 'enkelvoudig')], [juf, regie({ who: who.casemanager })]],
  'choose-contacts': [...ready, [juf, regie({ contactGemeente: who.ib })]],
  'plan-adopter': [...drafted, [juf, refer()], [ib, adopt()]],
  'plan-incomplete': [opened, [juf, adopt()]],
  'evaluate-later': [...drafted, [juf, adopt({ evaluateOn: '2026-11-23' })]],
  'no-plan': [opened, [juf, evaluate()]],
  'choose-outcome': held({ outcome: 'doorschuiven' }),
  'evaluation-not-yet': held({ on: '2027-01-19' }),
  'evaluation-contacts': held({ contactGemeente: false }),
  'evaluation-next': held({ nextOn: '' }),
  'evaluation-recorded': [...held({}), [juf, evaluate({ evaluation: 'e2' })]],
  'reason-needed': held({ reasonId: '' }),
  'not-closed': [opened, [juf, { type: 'reopen', reasonId: 't1' }]],
};
/** Decided by the app, before or after: tested there. */
export const planOfTheApp: readonly RefusalId[] = [];
