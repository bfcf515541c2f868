import fc from 'fast-check';
import type { CaseCommand } from '../../src/case/commands.js';
import { decideCase } from '../../src/case/decide.js';
import type { Actor } from '../../src/case/decision.js';
import type { RecordedCaseEvent } from '../../src/case/events.js';
import { caseState, evolveCase } from '../../src/case/evolve.js';
import type { CaseState } from '../../src/case/state.js';
import { caseEndings, consentStatuses, people, risks, stagnationEndings, stuckKinds } from '../../src/case/values.js';
import { ib, invitees, jgz, juf, mdo, MONDAY, outsider, punt, punt2, recorded, refer, regievoerder } from './case.js';
import { border, danger, endDanger, registration } from './consent.js';
import { attended, cancel, fix, remind } from './mdo.js';
import { answered, cmj, directie, duoOf, invite, koo, mark as reference, offer, outsiderJoins, replace, turnTo } from './people.js';
import { action, adopt, evaluate, goals, levels, regie, responsible } from './plan.js';
import { note, strike } from './record.js';
import { handOn, mark, progress } from './stagnation.js';
import { agreedRoute } from './stagnation.js';

/** The route on which every command can be given, also those that a region has to agree on. */
export const route = agreedRoute;
const some = fc.constantFrom;
const flag = fc.boolean();
export const days = ['2026-11-20', '2026-11-23', '2026-12-01', '2027-01-18', '2027-03-01', ''] as const;
const step = some('signaal', 'triage', 'plan');
const crowd: readonly Actor[] = [juf, ib, directie, jgz, koo, cmj, outsider, punt, punt2, regievoerder];
const who = some(...crowd);
const bands = some('onder-12', '12-15', '16-17', '18-plus');

const consents: fc.Arbitrary<CaseCommand> = fc.oneof(
  fc.subarray(['moeder', 'vader', 'voogd']).chain((list) => some('', 'gezagsregister').map((reason): CaseCommand => ({ type: 'record-gezag', who: list, reason }))),
  { weight: 4, arbitrary: fc.record({
    type: fc.constant('record-consent' as const), recipients: fc.subarray(['jgz', 'koo', 'school', 'sociaal-team', 'leerplicht', 'regievoerder'], { minLength: 1 }),
    who: some(...people), status: some('gegeven', ...consentStatuses), how: fc.constant('mondeling'), on: some(...days),
    purpose: some('', 'betrekken', 'vastlopen'), until: some('', '', '2026-11-30', '2027-06-01'), seen: some(1, 3, 5, 999),
  }) },
  some('12-2026', '01-2027', '').map(border),
  fc.tuple(bands, some('', '12-2026')).map(([ageBand, month]): CaseCommand => ({ type: 'correct-age', ageBand, month })),
  who.map((one) => danger({ knows: [one.person] })), some(endDanger(), registration({ ggd: 'gemaakt' })),
  some<CaseCommand>({ type: 'border-passed' }, { type: 'consent-expired' }),
);
const roles: fc.Arbitrary<CaseCommand> = fc.oneof(
  who.map(({ person, role, organisation }) => refer({ person, role, organisation })),
  fc.tuple(who, flag).map(([one, told]) => invite(one, { told })), some('jeugdarts', 'koo').map((role) => outsiderJoins({ role })), who.map(turnTo),
  fc.tuple(who, some('plek', 'stap'), some('h1', 'h2')).map(([one, what, handover]) => offer(one, { what, handover })),
  fc.tuple(some('accept-handover' as const, 'accept-handover' as const, 'decline-handover' as const, 'withdraw-handover' as const), some('h1', 'h2')).map(([type, handover]) => answered(type, handover)),
  fc.tuple(who, who, flag).map(([from, to, gone]) => replace(from, to, { gone })), fc.tuple(who, who).map(([one, other]) => duoOf(one, other, 'form-duo')),
  some<CaseCommand>({ type: 'leave' }, { type: 'remove-outsider', key: 'out:1' }, reference(), note()),
);
const meeting: fc.Arbitrary<CaseCommand> = fc.oneof(
  fc.record({
    invitees: fc.subarray([...Object.values(invitees)], { minLength: 1 }), leefvraag: some('enkelvoudig', 'complex', 'geen'), date: some(...days),
    parents: flag, jeugdige: flag, mdo: some('m1', 'm2'), instead: some('', 'm1'),
  }).map((changes) => mdo(changes)),
  fc.record({
    type: fc.constant('answer-mdo' as const), mdo: some('m1', 'm2'), invitee: some(...Object.values(invitees).map((one) => one.key)),
    answer: some('komt' as const, 'kan-niet' as const, 'ander-moment' as const), proposal: some(...days), noteId: fc.constant(null), options: fc.constant([]), substitute: fc.constant(null),
  }),
  some(fix('o1'), cancel(), attended(), remind('antwoord'), remind('bijna'), remind('geweest')),
);
const plans: fc.Arbitrary<CaseCommand> = fc.oneof(
  some(levels(), levels('complex', 'geen'), goals(), action(), responsible(), regie(), adopt(), evaluate()),
  some<CaseCommand>({ type: 'remove-actions', actions: ['a1'] }, { type: 'action-done', actions: ['a1'] }, { type: 'evaluation-due' }),
);
const steps: fc.Arbitrary<CaseCommand> = fc.oneof(
  fc.record({ type: fc.constant('open' as const), code: fc.constant('K1'), region: fc.constant('midden-groningen'), step, ageBand: bands, borderMonth: some('', '2026-12'), answers: fc.constant({}) }),
  step.map((id): CaseCommand => ({ type: 'step-done', step: id })),
  fc.record({ type: fc.constant('step-waits' as const), waitFor: some('ouders', 'jgz', 'werkvoorraad'), until: some(...days) }),
  some<CaseCommand>({ type: 'term-passed' }, { type: 'grace-passed' }, { type: 'reopen', reasonId: 't-weer' }),
  fc.integer({ min: 1, max: 25 }).map((entry) => strike(entry)), fc.integer({ min: 1, max: 25 }).map((entry): CaseCommand => ({ type: 'replace-note', entry, note: note({ note: 'g2' }) })),
);
const stuck: fc.Arbitrary<CaseCommand> = fc.oneof(
  fc.record({ type: fc.constant('stuck' as const), kind: some(...stuckKinds), parentsKnow: flag }), who.map(({ person }): CaseCommand => ({ type: 'nudge', person })),
  fc.record({ type: fc.constant('close-stagnation' as const), ending: some(...stagnationEndings), noteId: fc.constant(null) }),
  some<CaseCommand>({ type: 'runs-again' }, { type: 'claim' }, { type: 'claim' }, { type: 'release-claim' }, { type: 'propose-mdo' }, { type: 'parents-told' }, handOn(), { type: 'unclaimed' }, { type: 'unclaimed-second', second: 'p-tweede' }),
  some(...risks).map(mark), some<CaseCommand>(progress(), { type: 'end-risk' }),
);
/** A plan with nothing against it but perhaps the gate. */
const fair = some([invitees.jgz, invitees.koo], [invitees.jgz, invitees.directie], [invitees.koo, invitees.casemanager])
  .map((invited) => mdo({ invitees: invited, jeugdige: true, date: '2027-06-01' }));
const close = some(...caseEndings).map((ending): CaseCommand => ({ type: 'close', ending, reasonId: 't-klaar' }));
const command = fc.oneof(
  { weight: 7, arbitrary: consents }, { weight: 6, arbitrary: roles }, { weight: 4, arbitrary: meeting }, { weight: 7, arbitrary: fair }, { weight: 3, arbitrary: plans },
  { weight: 4, arbitrary: steps }, { weight: 3, arbitrary: stuck }, { weight: 1, arbitrary: close },
);
/** Mostly by people who take part from the beginning: others can do little. */
export const actor: fc.Arbitrary<Actor | null> = some(juf, juf, juf, juf, ib, jgz, jgz, punt, regievoerder, null, null, ...crowd);
export interface Turn { readonly actor: Actor | null; readonly command: CaseCommand; readonly hours: number }
/** `hours`: how many pass before it. */
const any: fc.Arbitrary<Turn> = fc.record({ actor, command, hours: some(0, 0, 0, 1, 30, 200) });
const word = (status: string): CaseCommand => ({ type: 'record-consent', recipients: ['jgz', 'koo'], who: 'moeder', status, how: 'mondeling', on: '2026-11-23' });
/** What people would do, so that a story gets further than its first refusals. */
const likely: fc.Arbitrary<Turn> = some<Turn>(
  { actor: juf, command: invite(jgz), hours: 0 }, { actor: juf, command: invite(koo), hours: 0 }, { actor: juf, command: refer(), hours: 1 },
  { actor: juf, command: word('gegeven'), hours: 1 }, { actor: ib, command: word('ingetrokken'), hours: 1 }, { actor: jgz, command: word('geweigerd'), hours: 0 },
  { actor: null, command: { type: 'border-passed' }, hours: 1000 }, { actor: jgz, command: offer(koo), hours: 0 }, { actor: juf, command: danger({ knows: [ib.person] }), hours: 0 },
);
const turn = fc.oneof({ weight: 4, arbitrary: any }, { weight: 1, arbitrary: likely });

/** Begins with a case that is far enough for something to happen. */
export const turns: fc.Arbitrary<Turn[]> = fc.tuple(bands, some('', '2026-12'), fc.array(turn, { maxLength: 30, size: 'max' })).map(([ageBand, month, rest]) => {
  const first = (given: CaseCommand): Turn => ({ actor: juf, hours: 0, command: given });
  return [
    first({ type: 'open', code: 'K1', region: 'midden-groningen', step: 'signaal', ageBand, borderMonth: ageBand === '18-plus' ? '' : month, answers: {} }),
    first({ type: 'record-gezag', who: ['moeder'] }),
    first({ type: 'record-consent', recipients: ['jgz', 'koo'], who: 'moeder', status: 'gegeven', how: 'mondeling', on: '2026-11-20' }),
    ...rest,
  ];
});

export interface Happened { readonly before: CaseState | undefined; readonly after: CaseState | undefined; readonly events: readonly RecordedCaseEvent[]; readonly at: string }

/** Gives the commands one after the other; a refused one changes nothing. */
export function run(list: readonly Turn[]): Happened[] {
  let history: readonly RecordedCaseEvent[] = [];
  let state: CaseState | undefined;
  let now = Date.parse(MONDAY);
  return list.map(({ actor: by, command: given, hours }) => {
    now += hours * 3_600_000;
    const at = new Date(now).toISOString();
    const decision = decideCase(state, given, { route, now: at, actor: by, history });
    const events = decision.kind === 'events' ? decision.events.map((event) => recorded(event, at, by)) : [];
    const before = state;
    history = [...history, ...events];
    // What is struck out reaches back.
    state = events.some((event) => event.type === 'EntryStruck') ? caseState(history) : events.reduce<CaseState | undefined>(evolveCase, state);
    return { before, after: state, events, at };
  });
}
