import type { RefusalId } from '../../../src/case/refusals.js';
import { consent, gezag, ib, invitees, juf, mdo, open, refer, type Said } from '../../support/case.js';
import { merge, otherOf, second, strike } from '../../support/record.js';
import { realRoute } from '../../support/route.js';
import type { Refused } from './refused.js';

const route = realRoute();
const opened: readonly Said[] = [[juf, open()], [juf, gezag('moeder')]];
const into = (there: readonly Said[], changes: Parameters<typeof merge>[1] = {}): readonly Said[] => [...opened, [juf, merge(otherOf(route, ...there), changes)]];
/** The third event is the gezag. */
const GEZAG = 3;
const complex = { leervraag: 'complex', leefvraag: 'complex' } as const;
const planned: readonly Said[] = [...second, [juf, mdo({ ...complex, invitees: [invitees.jgz, invitees.directie] })]];

export const recordRefused: Refused = {
  'strike-unknown': [...opened, [juf, strike(2)]],
  'strike-done': [...opened, [juf, strike(GEZAG)], [juf, strike(GEZAG)]],
  'strike-not-yours': [...opened, [juf, refer()], [ib, strike(GEZAG)]],
  'choose-strike-reason': [...opened, [juf, strike(GEZAG, 'zomaar')]],
  'strike-opens': [
    [juf, open()], [juf, refer()], [juf, gezag('moeder')], [juf, consent('moeder')], [juf, gezag('moeder', 'vader')],
    [ib, consent('vader', { status: 'geweigerd' })], [juf, strike(6)],
  ],
  'merge-unknown': [...opened, [juf, merge(undefined)]],
  'merge-closed': into([...second, [juf, { type: 'close', ending: 'niet-nodig' }]]),
  'merge-different': into([[juf, open({ ageBand: '12-15' })]]),
  'merge-stuck': into([...second, [juf, { type: 'stuck', kind: 'samenwerking', parentsKnow: true }]]),
  'merge-mdo': into(planned),
  'merge-gezag': into([[juf, open({ code: 'K0002' })], [juf, gezag('moeder', 'vader')]]),
  'merge-same-child': into(second, { sameChild: false }),
  'case-merged': [[juf, open()], [null, { type: 'merge-end', into: 'c-hier', intoCode: 'K0009', events: 2, forgot: [] }], [juf, refer()]],
};
/** Decided by the app, before or after: tested there. */
export const recordOfTheApp: readonly RefusalId[] = ['merge-plan', 'delete-not-you', 'delete-code', 'choose-requester', 'me-holds', 'me-registered'];
