import type { RefusalId } from '../../../src/case/refusals.js';
import { consent, gezag, ib, invitees, jgz, juf, mdo, open, planned, refer, regievoerder, reply, type Said } from '../../support/case.js';
import { attended, cancel, choosing, colleague, fix, AFTER, sends } from '../../support/mdo.js';
import type { Refused } from './refused.js';

const ready = planned.slice(0, -1);
const plan = (changes: Parameters<typeof mdo>[0]): readonly Said[] => [...ready, [juf, mdo(changes)]];
const cancelled: readonly Said[] = [...planned, [juf, cancel()]];

export const mdoRefused: Refused = {
  'mdo-needs-complex': [
    [regievoerder, open()], [regievoerder, gezag('moeder')], [regievoerder, consent('moeder', { recipients: ['jgz', 'koo'] })],
    [regievoerder, mdo({ leervraag: 'geen', leefvraag: 'enkelvoudig', invitees: [invitees.jgz, invitees.koo] })],
  ],
  'mdo-record-first': [...planned, [juf, mdo({ mdo: 'm2', instead: 'm1', date: '2026-12-10' }), AFTER]],
  'mdo-moments': plan({ others: ['02', '03', '04'].map((day) => ({ date: `2026-12-${day}`, time: '10:00' })) }),
  'mdo-moments-same': plan({ others: [{ date: '2026-12-01', time: '14:30' }] }),
  'mdo-closest': plan({ closest: invitees.jgz.key }),
  'mdo-closest-invited': plan({ closest: 'person:p-niemand' }),
  'mdo-organiser': [...planned, [juf, refer()], [ib, cancel()]],
  'mdo-replaced': [...planned, [juf, mdo({ mdo: 'm2', instead: 'm1' })], [jgz, reply()]],
  'mdo-cancelled': [...cancelled, [jgz, reply()]],
  'mdo-held': [...planned, [juf, attended(), AFTER], [jgz, reply()]],
  'mdo-fixed': [...planned, [juf, fix('o1')]],
  'mdo-no-date': [...choosing, [juf, fix('o9')]],
  'mdo-cancel-reason': [...planned, [juf, cancel('zomaar')]],
  'mdo-not-yet': [...planned, [juf, attended()]],
  'mdo-present': [...planned, [juf, attended({ present: [] }), AFTER]],
  'mdo-present-unknown': [...planned, [juf, attended({ present: ['person:p-niemand'] }), AFTER]],
  'mdo-choose-answer': [...planned, [jgz, reply({ answer: 'misschien' })]],
  'mdo-choose-moment': [...choosing, [jgz, reply({ options: ['o9'] })]],
  'mdo-substitute': [...planned, [jgz, sends(undefined)]],
  'mdo-substitute-side': [...planned, [jgz, sends({ ...colleague, organisation: 'Een andere GGD' })]],
  'mdo-substitute-invited': [...planned, [jgz, sends(invitees.jgz)]],
  'mdo-substitute-told': [...planned, [jgz, sends(colleague, { told: false })]],
  'mdo-substitute-once': [...planned, [jgz, sends(colleague)], [{ ...jgz, person: 'p-jgz2' }, sends({ ...colleague, key: 'person:p-jgz3', personId: 'p-jgz3' }, {}, colleague.key)]],
  'sharing-stopped': [...planned, [juf, attended(), AFTER], [juf, consent('moeder', { status: 'ingetrokken', on: '2026-12-02' })], [jgz, refer()]],
  'mdo-closed-other': [...planned, [juf, consent('moeder', { status: 'ingetrokken' })], [juf, reply()]],
};
/** Decided by the app, before or after: tested there. */
export const mdoOfTheApp: readonly RefusalId[] = [];
