import type { CaseCommand } from '../../src/case/commands.js';
import type { Actor } from '../../src/case/decision.js';
import type { CaseAction } from '../../src/route/rights.js';
import { choosing, AFTER, attended, cancel, fix } from './mdo.js';
import { consent, gezag, ib, jgz, juf, mdo, open, planned, punt, regievoerder, refer, reply, type Said } from './case.js';
import { border, danger, endDanger, registration } from './consent.js';
import { answered, directie, duo, duoOf, invite, mark as reference, offer, outsiderJoins, replace, turnTo, withJgz } from './people.js';
import { action, adopt, adopted, drafted, EVALUATION, evaluate, goals, levels, regie, responsible } from './plan.js';
import { first, merge, note, otherOf, second, strike } from './record.js';
import { agreedRoute, claimed, close as endStagnation, handOn, mark, motherKnows, progress, stuck } from './stagnation.js';

/** A command of a person, never of time. */
export type GivenAction = Exclude<CaseAction, 'term-passed' | 'grace-passed' | 'unclaimed' | 'unclaimed-second' | 'border-passed' | 'consent-expired' | 'remind-mdo' | 'evaluation-due' | 'merge-rest' | 'merge-end'>;

/** A case in which nothing but the role stands in the way: `actor` gives `command` after `story`, and something happens. */
export interface Scene { readonly story: readonly Said[]; readonly actor: Actor; readonly command: CaseCommand; readonly at?: string }

const opened: readonly Said[] = [[juf, open()]];
const by = (command: CaseCommand, story: readonly Said[] = opened, actor: Actor = juf): Scene => ({ story, actor, command });
const stalled: readonly Said[] = [...opened, [juf, stuck('samenwerking')]];
const shared: readonly Said[] = [...opened, [juf, refer()], [juf, invite(duo)]];
const offered: readonly Said[] = [...opened, [juf, refer()], [juf, offer(ib)]];
const atRisk: readonly Said[] = [...opened, ...motherKnows, [juf, mark()]];

/** One scene for each command that people give. */
export const scenes: Readonly<Record<GivenAction, Scene>> = {
  open: by(open(), []), 'step-done': by({ type: 'step-done', step: 'signaal' }), 'step-waits': by({ type: 'step-waits', waitFor: 'ouders', until: '2026-12-01' }),
  close: by({ type: 'close', ending: 'niet-nodig' }), reopen: by({ type: 'reopen', reasonId: 't-weer' }, [...opened, [juf, { type: 'close', ending: 'niet-nodig' }]]),
  'record-gezag': by(gezag('moeder')), 'record-consent': by(consent('moeder')), 'set-border-month': by(border('12-2030')),
  'correct-age': by({ type: 'correct-age', ageBand: '12-15', month: '' }), 'note-danger': by(danger()), 'end-danger': by(endDanger(), [...opened, [juf, danger()]]),
  'note-registration': by(registration({ ggd: 'stond-er' })), 'note-contact': by(note()),
  refer: by(refer()), 'invite-person': by(invite(jgz), withJgz.slice(0, -1)), 'add-outsider': by(outsiderJoins(), withJgz.slice(0, -1)),
  'remove-outsider': by({ type: 'remove-outsider', key: 'out:1' }, [...withJgz, [juf, outsiderJoins()]]), leave: by({ type: 'leave' }, withJgz, jgz), 'set-holder': by(turnTo(ib), shared),
  'offer-handover': by(offer(ib), shared), 'withdraw-handover': by(answered('withdraw-handover'), offered), 'accept-handover': by(answered('accept-handover'), offered, ib),
  'decline-handover': by(answered('decline-handover'), offered, ib), 'replace-person': by(replace(ib, directie), shared), 'form-duo': by(duoOf(juf, duo), shared),
  'end-duo': by(duoOf(juf, duo, 'end-duo'), [...shared, [juf, duoOf(juf, duo)]]), 'set-reference': by(reference()),
  'take-left-behind': by({ type: 'take-left-behind', gone: [juf.person] }, opened, ib),
  'plan-mdo': by(mdo(), planned.slice(0, -1)), 'answer-mdo': by(reply(), planned, jgz), 'fix-date': by(fix('o2'), choosing), 'cancel-mdo': by(cancel(), planned),
  'record-attendance': { ...by(attended(), planned), at: AFTER },
  'set-levels': by(levels()), 'set-goals': by(goals(), drafted.slice(0, 2)), 'add-action': by(action(), drafted.slice(0, 3)),
  'remove-actions': by({ type: 'remove-actions', actions: ['a1'] }, drafted), 'set-responsible': by(responsible(), drafted.slice(0, 4)), 'set-regie': by(regie(), drafted.slice(0, 5)),
  'adopt-plan': by(adopt(), drafted), 'action-done': by({ type: 'action-done', actions: ['a1'] }, adopted), 'record-evaluation': { ...by(evaluate(), adopted), at: EVALUATION },
  'strike-entry': by(strike(3), [...opened, [juf, note()]]), 'replace-note': by({ type: 'replace-note', entry: 3, note: note({ note: 'g2' }) }, [...opened, [juf, note()]]),
  merge: by(merge(otherOf(agreedRoute, ...second)), first),
  stuck: by(stuck('samenwerking')), 'runs-again': by({ type: 'runs-again' }, stalled), claim: by({ type: 'claim' }, stalled, punt), 'release-claim': by({ type: 'release-claim' }, claimed, punt),
  nudge: by({ type: 'nudge', person: juf.person }, claimed, punt), 'propose-mdo': by({ type: 'propose-mdo' }, claimed, punt),
  'parents-told': by({ type: 'parents-told' }, [...opened, [juf, stuck('samenwerking', false)]]), 'close-stagnation': by(endStagnation(), claimed, punt),
  'hand-on': by(handOn(), [...opened, ...motherKnows, ...claimed.slice(1)], punt),
  'mark-risk': by(mark(), [...opened, ...motherKnows]), 'progress-offer': by(progress(), atRisk, regievoerder), 'end-risk': by({ type: 'end-risk' }, atRisk, regievoerder),
};
