import type { CaseCommand } from '../../../src/case/commands.js';
import type { Actor } from '../../../src/case/decision.js';
import type { RefusalId } from '../../../src/case/refusals.js';
import { consent, ib, jgz, juf, mdo, open, refer, type Said } from '../../support/case.js';
import {
  answered, directie, duo, duoOf, elders, invite, jgz2, koo, manager, mark, offer, outsiderJoins, replace, turnTo, withdrawn, withJgz,
} from '../../support/people.js';
import type { Refused } from './refused.js';

const opened: Said = [juf, open()];
const by = (command: CaseCommand, actor: Actor = juf): readonly Said[] => [opened, [actor, command]];
const withIb: readonly Said[] = [opened, [juf, refer()]];
const crowd = Array.from({ length: 19 }, (_, at): Said => [juf, invite({ ...directie, person: `p-${String(at)}` })]);
const moved: Actor = { ...ib, organisation: 'De Andere School' };

export const peopleRefused: Refused = {
  'person-unknown': by(invite(undefined)),
  'person-no-role': by(invite(manager)),
  'person-other-school': by(invite(elders)),
  'people-too-many': [opened, ...crowd, [juf, invite(ib)]],
  'invite-gate': by(invite(jgz)),
  'invite-told': by(invite(ib, { told: false })),
  'left-not-alone': by({ type: 'take-left-behind', gone: [] }, ib),
  'left-not-yours': by({ type: 'take-left-behind', gone: [juf.person] }, elders),
  'outsider-role': by(outsiderJoins({ role: 'stagnatiepunt' })),
  'outsider-gone': by({ type: 'remove-outsider', key: 'out:9' }),
  'outsider-not-yours': [...withIb, [juf, invite(directie)], [ib, outsiderJoins({ role: 'directie' })], [directie, { type: 'remove-outsider', key: 'out:1' }]],
  'owner-stays': by({ type: 'leave' }),
  'leave-holds': [...withJgz, [juf, refer()], [ib, mdo()], [ib, { type: 'leave' }]],
  'leave-turn': [
    ...withJgz, [juf, refer()], [juf, offer(jgz)], [jgz, answered('accept-handover')], [ib, turnTo(ib)],
    [ib, consent('moeder', { status: 'ingetrokken', on: '2026-11-23' })], [ib, { type: 'leave' }],
  ],
  'holder-unknown': by(turnTo(ib)),
  'holder-closed': [...withdrawn, [juf, turnTo(jgz)]],
  'holder-already': by(turnTo(juf)),
  'choose-handover': by(offer(ib, { what: 'alles' })),
  'choose-handover-reason': by(offer(ib, { reason: 'zomaar' })),
  'handover-self': by(offer(juf)),
  'handover-not-holder': [...withIb, [ib, offer(directie, { what: 'stap' })]],
  'handover-none': [opened, [juf, offer(ib)], [directie, answered('accept-handover')]],
  'handover-passed': [...withIb, [juf, offer(ib, { what: 'stap' })], [juf, invite(directie)], [juf, turnTo(directie)], [ib, answered('accept-handover')]],
  'handover-gate': [...withJgz.slice(0, 3), [juf, offer(jgz)], [juf, consent('moeder', { status: 'ingetrokken', on: '2026-11-23' })], [jgz, answered('accept-handover')]],
  'handover-changed': [opened, [juf, offer(ib)], [moved, answered('accept-handover')]],
  'replace-who': by(replace(ib, directie)),
  'replace-self': by(replace(juf, ib)),
  'replace-not-yours': [...withIb, [juf, invite(duo)], [duo, replace(ib, directie)]],
  'replace-colleague': [...withJgz, [juf, replace(jgz, koo)]],
  'duo-same': [...withIb, [juf, duoOf(juf, ib)]],
  'duo-there': [opened, [juf, invite(duo, { duo: true })], [juf, invite({ ...duo, person: 'p-duo2' }, { duo: true })]],
  'duo-none': by(duoOf(juf, duo, 'end-duo')),
  'duo-organisation': [...withJgz, [jgz, invite(jgz2)], [juf, invite(duo)], [jgz, duoOf(juf, duo)]],
  'reference-form': by(mark({ wellFormed: false })),
  'reference-organisation': [...withIb, [moved, mark()]],
};

/** Decided by the app, before or after: tested there. */
export const peopleOfTheApp: readonly RefusalId[] = ['choose-cases'];
