import type { CaseCommand } from '../../../src/case/commands.js';
import { consent, gezag, invitees, jgz, juf, mdo, open, outsider, planned, punt, punt2, refer, reply, type Said } from '../../support/case.js';
import type { Refused } from './refused.js';

const stranger = { person: 'p-onbekend', role: 'onbekend', organisation: '' };
const opened: Said = [juf, open()];
const older: Said = [juf, open({ ageBand: '16-17' })];
const stuck: readonly Said[] = [opened, [juf, { type: 'stuck', kind: 'samenwerking', parentsKnow: true }]];
const ready = planned.slice(0, -1);
const ask = (changes: Parameters<typeof consent>[1], who = 'moeder'): readonly Said[] => [opened, [juf, consent(who, changes)]];
const plan = (changes: Parameters<typeof mdo>[0]): readonly Said[] => [...ready, [juf, mdo(changes)]];
const answer = (changes: Parameters<typeof reply>[0], actor = jgz): readonly Said[] => [...planned, [actor, reply(changes)]];
const by = (command: CaseCommand, actor = juf): readonly Said[] => [opened, [actor, command]];
const ending: CaseCommand = { type: 'close-stagnation', ending: 'anders', noteId: null };

/** One way to each refusal that a command on a case can give. */
export const coreRefused: Refused = {
  gone: [[juf, refer()]],
  'unknown-button': [opened, [juf, { type: 'term-passed' }]],
  'already-open': [opened, opened],
  'choose-step-and-age': [[juf, open({ step: 'veiligheid' })]],
  'not-a-participant': by({ type: 'step-done', step: 'signaal' }, outsider),
  'stale-card': by({ type: 'step-done', step: 'plan' }),
  'stagnatiepunt-only': [...stuck, [juf, { type: 'claim' }]],
  'role-may-not': by(gezag('moeder'), { ...juf, role: 'manager' }),
  'register-only': [[stranger, open()], [stranger, { type: 'stuck', kind: 'samenwerking', parentsKnow: true }]],
  'case-closed': [opened, [juf, { type: 'close', ending: 'niet-nodig' }], [juf, refer()]],
  'already-referred': [opened, [juf, refer()], [juf, refer()]],
  'choose-gezag': by(gezag('oma')),
  'choose-recipients': ask({ recipients: ['oma'] }),
  'choose-person': ask({}, 'oma'),
  'choose-status': ask({ status: 'misschien' }),
  'choose-how': ask({ how: 'telepathisch' }),
  'date-needed': ask({ on: 'gisteren' }),
  'date-in-future': ask({ on: '2026-12-24' }),
  'recipient-records': ask({ recipients: ['school'] }),
  'consent-older': [opened, [juf, consent('moeder', { status: 'ingetrokken', on: '2026-11-19' })], [juf, consent('moeder', { on: '2026-11-01' })]],
  'mdo-changed': [...planned, [juf, mdo({ mdo: 'm2' })]],
  'mdo-too-many': plan({ invitees: Array.from({ length: 13 }, (_, at) => ({ ...invitees.jgz, key: `person:p-${String(at)}`, personId: `p-${String(at)}` })) }),
  'mdo-parents-left-out': [
    older, [juf, consent('jeugdige', { status: 'ouders-erbuiten', recipients: ['jgz'] })], [juf, mdo({ parents: true, jeugdige: true })],
  ],
  'parents-choice-16': ask({ status: 'ouders-erbuiten' }, 'jeugdige'),
  'date-in-past': plan({ date: '2026-11-01' }),
  'mdo-needs-both': plan({ leefvraag: 'geen' }),
  'mdo-purpose': plan({ hasPurpose: false }),
  'mdo-two-invitees': plan({ invitees: [invitees.jgz] }),
  'mdo-unknown-invitee': plan({ invitees: [invitees.jgz, invitees.directie, undefined] }),
  'mdo-other-school': plan({ invitees: [invitees.jgz, invitees.directieElders] }),
  'mdo-parents': plan({ parents: false }),
  'mdo-jeugdige': [older, [juf, consent('jeugdige', { status: 'ouders-erbuiten' })], [juf, mdo()]],
  'mdo-told': plan({ told: false }),
  'mdo-time': plan({ time: 'straks' }),
  'mdo-gate': [opened, [juf, mdo()]],
  'mdo-none': [opened, [jgz, reply()]],
  'mdo-not-invited': answer({}, outsider),
  'mdo-passed': [...planned, [jgz, reply(), '2027-01-04T08:00:00.000Z']],
  'mdo-closed': [...planned, [juf, consent('moeder', { status: 'ingetrokken' })], [jgz, reply()]],
  'mdo-answered': [...answer({}), [juf, reply()]],
  'proposal-needed': answer({ answer: 'ander-moment', proposal: '' }),
  'choose-wait': by({ type: 'step-waits', waitFor: 'godot', until: '2026-12-01' }),
  'wait-too-long': by({ type: 'step-waits', waitFor: 'ouders', until: '2028-12-01' }),
  'choose-kind': by({ type: 'stuck', kind: 'alles', parentsKnow: false }),
  'already-stuck': [...stuck, [juf, { type: 'stuck', kind: 'plek', parentsKnow: false }]],
  'not-stuck': by({ type: 'runs-again' }),
  'already-claimed': [...stuck, [punt, { type: 'claim' }], [punt2, { type: 'claim' }]],
  'not-claimed': [...stuck, [punt, ending]],
  'choose-ending': by({ type: 'close', ending: 'zomaar' }),
  'still-stuck': [...stuck, [juf, { type: 'close', ending: 'niet-nodig' }]],
};
