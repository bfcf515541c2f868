import type { RefusalId } from '../../../src/case/refusals.js';
import { consent, gezag, ib, jgz, juf, open, refer, type Said } from '../../support/case.js';
import { border, danger, endDanger, openedAt, registration } from '../../support/consent.js';
import { koo, withJgz } from '../../support/people.js';
import type { Refused } from './refused.js';

const opened: Said = [juf, open()];
const child = openedAt('12-15', '2030-01');
const adult = openedAt('18-plus');

export const consentRefused: Refused = {
  'gezag-reason': [opened, [juf, gezag('moeder', 'vader')], [juf, consent('vader', { status: 'geweigerd' })], [juf, gezag('moeder')]],
  'adult-alone': [adult, [juf, consent('moeder')]],
  'choose-purpose': [opened, [juf, consent('moeder', { purpose: 'roddelen' })]],
  'consent-contradicts': [opened, [juf, consent('moeder', { status: 'geweigerd' })], [juf, consent('moeder', { seen: 2 })]],
  'consent-until': [opened, [juf, consent('moeder', { until: '2026-11-23' })]],
  'consent-answered': [opened, [juf, consent('moeder')], [juf, consent('moeder', { status: 'gevraagd' })]],
  'consent-before-border': [child, [juf, consent('jeugdige', { on: '2025-12-31' })]],
  'consent-knows': [opened, [juf, consent('moeder', { status: 'weet-het' })]],
  'consent-inform': [opened, [juf, consent('moeder', { status: 'geinformeerd' })]],
  'consent-not-asked': [opened, [juf, consent('moeder', { recipients: ['veilig-thuis'], purpose: 'meldcode' })]],
  'border-month': [opened, [juf, border('in het voorjaar')]],
  'border-month-range': [opened, [juf, border('11-2039')]],
  'gezag-changed': [opened, [juf, refer()], [ib, gezag('moeder', 'vader')], [juf, { type: 'record-gezag', who: ['moeder'], seen: 3 }]],
  'choose-age': [opened, [juf, { type: 'correct-age', ageBand: 'peuter', month: '' }]],
  'age-not-yours': [...withJgz, [jgz, { type: 'correct-age', ageBand: '12-15', month: '' }]],
  'danger-reason': [opened, [juf, danger({ reason: 'ruzie' })]],
  'danger-note': [opened, [juf, danger({ noteId: null })]],
  'danger-knows': [...withJgz, [juf, danger({ knows: [koo.person] })]],
  'danger-none': [opened, [juf, danger()], [juf, endDanger('g-2')]],
  'choose-register': [opened, [juf, registration({})]],
  'choose-result': [opened, [juf, registration({ ggd: 'stond-er', zvjg: 'misschien' })]],
};
/** Decided by the app, before or after: tested there. */
export const consentOfTheApp: readonly RefusalId[] = [];
