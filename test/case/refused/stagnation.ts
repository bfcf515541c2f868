import type { RefusalId } from '../../../src/case/refusals.js';
import { consent, gezag, mdo, open, outsider, punt, type Said } from '../../support/case.js';
import { close, handOn, mark, progress, stuck } from '../../support/stagnation.js';
import type { Refused } from './refused.js';

/** Of a school whose board the region of the repository knows. */
const teacher = { person: 'p-vjuf', role: 'leerkracht', organisation: 'De Voorbeeldschool' };
const regie = { person: 'p-vregie', role: 'regievoerder', organisation: 'Schoolbestuur (voorbeeld)' };
const elders = { person: 'p-eregie', role: 'regievoerder', organisation: 'Schoolbestuur Elders' };
const koo = { person: 'p-koo', role: 'koo', organisation: 'Gemeente (voorbeeld)' };
const opened: Said = [teacher, open()];
const claimed = (parentsKnow = true, by = teacher): readonly Said[] => [[by, open()], [by, stuck('beide', parentsKnow)], [punt, { type: 'claim' }]];
const known: readonly Said[] = [opened, [teacher, gezag('moeder')], [teacher, consent('moeder', { recipients: ['regievoerder'], purpose: 'vastlopen', status: 'weet-het' })]];
const marked: readonly Said[] = [...known, [teacher, mark()]];

export const stagnationRefused: Refused = {
  'nudge-who': [...claimed(), [punt, { type: 'nudge', person: outsider.person }]],
  'nudged-already': [...claimed(), [punt, { type: 'nudge', person: teacher.person }], [punt, { type: 'nudge', person: teacher.person }, '2026-11-25T08:00:00.000Z']],
  'mdo-ahead': [opened, [teacher, gezag('moeder')], [teacher, consent('moeder')], [teacher, mdo({ invitees: [
    { key: 'role:jeugdverpleegkundige', personId: null, role: 'jeugdverpleegkundige', organisation: '' }, { key: 'role:directie', personId: null, role: 'directie', organisation: '' },
  ] })], ...claimed().slice(1), [punt, { type: 'propose-mdo' }]],
  'mdo-proposed-already': [...claimed(), [punt, { type: 'propose-mdo' }], [punt, { type: 'propose-mdo' }]],
  'parents-know-already': [...claimed(), [teacher, { type: 'parents-told' }]],
  'no-regievoerder': [...claimed(), [punt, handOn({ found: [elders] })]],
  'choose-regievoerder': [...claimed(), [punt, handOn({ found: [regie, { ...regie, person: 'p-vregie2' }] })]],
  'hand-on-closed': [...claimed(false), [punt, handOn({ found: [regie] })]],
  'choose-ending': [...claimed(), [punt, close('naar-regievoerder')]],
  'risk-by-school': [[koo, open()], [koo, mark()]],
  'choose-risk': [...known, [teacher, mark('zomaar')]],
  'choose-stage': [...marked, [teacher, progress('zomaar')]],
  'no-board': [[{ ...teacher, organisation: 'De Proefschool' }, open()], [{ ...teacher, organisation: 'De Proefschool' }, mark()]],
  'risk-closed': [opened, [teacher, mark()]],
  'no-risk': [...known, [teacher, progress()]],
};
/** Decided by the app, before or after: tested there. */
export const stagnationOfTheApp: readonly RefusalId[] = ['regievoerder-only'];
