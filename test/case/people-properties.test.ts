import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CaseCommand } from '../../src/case/commands.js';
import { gateFor } from '../../src/case/consent/gate.js';
import { decideCase } from '../../src/case/decide.js';
import type { Actor } from '../../src/case/decision.js';
import type { CaseEvent, RecordedCaseEvent } from '../../src/case/events.js';
import { caseState } from '../../src/case/evolve.js';
import { seatOf } from '../../src/case/people/circle.js';
import { visibleEvents } from '../../src/case/people/visible.js';
import { waitingFor } from '../../src/case/people/waiting.js';
import { sidesOf } from '../../src/case/sides.js';
import type { CaseState } from '../../src/case/state.js';
import { dayOf } from '../../src/case/time.js';
import { consent, gezag, ib, jgz, juf, mdo, MONDAY, open, outsider, punt, recorded, refer } from '../support/case.js';
import { answered, cmj, directie, duo, duoOf, invite, jgz2, koo, mark, offer, outsiderJoins, replace, turnTo } from '../support/people.js';
import { realRoute } from '../support/route.js';

const route = realRoute();
const DAY = dayOf(MONDAY);
const some = fc.constantFrom;
const crowd: readonly Actor[] = [juf, ib, duo, directie, jgz, jgz2, koo, cmj, outsider, punt];
const who = some(...crowd);
const flag = fc.boolean();

const command: fc.Arbitrary<CaseCommand> = fc.oneof(
  who.map((one) => refer({ person: one.person, role: one.role, organisation: one.organisation })),
  fc.tuple(who, flag, flag).map(([one, told, both]) => invite(one, { told: told || both, duo: both && !told })),
  some('jeugdarts', 'directie', 'koo').map((role) => outsiderJoins({ role })),
  who.map(turnTo),
  fc.tuple(who, some('plek', 'stap'), some('h1', 'h2')).map(([one, what, handover]) => offer(one, { what, handover })),
  fc.tuple(some('accept-handover' as const, 'accept-handover' as const, 'decline-handover' as const, 'withdraw-handover' as const), some('h1', 'h2')).map(([type, handover]) => answered(type, handover)),
  fc.tuple(who, who, flag).map(([from, to, gone]) => replace(from, to, { gone })),
  fc.tuple(who, who, some('form-duo' as const, 'end-duo' as const)).map(([one, other, type]) => duoOf(one, other, type)),
  some<CaseCommand>({ type: 'leave' }, { type: 'remove-outsider', key: 'out:1' }, { type: 'claim' }, { type: 'stuck', kind: 'beide', parentsKnow: true }, mark(), mdo(), mdo({ mdo: 'm2', instead: 'm1' })),
  fc.tuple(some('jgz', 'koo', 'sociaal-team', 'school'), some('gegeven', 'gegeven', 'ingetrokken', 'gevraagd')).map(([recipient, status]) => consent('moeder', { recipients: [recipient], status })),
);
/** Mostly by people who take part from the beginning: others can do little. */
const actor = some(juf, juf, juf, juf, ib, ib, jgz, jgz, koo, ...crowd);
const turns = fc.array(fc.record({ actor, command }), { maxLength: 25, size: 'max' });
type Turn = { readonly actor: Actor; readonly command: CaseCommand };
const began: readonly Turn[] = [open(), gezag('moeder'), consent('moeder'), consent('moeder', { recipients: ['koo'] })].map((one) => ({ actor: juf, command: one }));

interface Step { readonly before: CaseState | undefined; readonly after: CaseState | undefined; readonly fresh: readonly RecordedCaseEvent[]; readonly all: readonly RecordedCaseEvent[] }

/** Plays turns; `also` may add events of its own after each, as commands of another subject would. */
function run(list: readonly Turn[], also: (index: number) => readonly { readonly event: CaseEvent; readonly actor: Actor }[] = () => []): readonly Step[] {
  let all: readonly RecordedCaseEvent[] = [];
  return [...began, ...list].map(({ actor: by, command: given }, index) => {
    const before = caseState(all);
    const decision = decideCase(before, given, { route, now: MONDAY, actor: by });
    const fresh = decision.kind === 'events' ? decision.events.map((event) => recorded(event, MONDAY, by)) : [];
    all = [...all, ...fresh, ...(before ? also(index).map((one) => recorded(one.event, MONDAY, one.actor)) : [])];
    return { before, after: caseState(all), fresh, all };
  });
}

/** With which place somebody comes in by this event. */
function joins(event: RecordedCaseEvent, before: CaseState | undefined): { person: string; role: string; organisation: string; sender: string | null } | undefined {
  if (event.type === 'PersonJoined') return event.data;
  if (event.type === 'PersonReplaced') return { person: event.data.to, role: event.data.toRole, organisation: event.data.toOrganisation, sender: event.data.sender };
  const offered = event.type === 'HandoverAccepted' ? before?.handovers.find((one) => one.id === event.data.handover) : undefined;
  return offered && { person: offered.to, role: offered.toRole, organisation: offered.toOrganisation, sender: offered.sender };
}

const side = (role: string) => sidesOf(route, role).receives;

describe('whoever asks whom, in whatever order', () => {
  it('nobody comes in past a gate: freely only beside somebody of the own organisation and side who hangs on none', () => {
    let gated = 0;
    fc.assert(fc.property(turns, (list) => {
      for (const { before, fresh } of run(list)) {
        for (const event of fresh) {
          const place = joins(event, before);
          if (!place || !before || before.people.some((one) => one.person === place.person)) continue;
          if (place.sender === null) {
            expect(before.people.some((one) => one.sender === null && one.organisation === place.organisation && side(one.role) === side(place.role)), place.person).toBe(true);
          } else {
            gated += 1;
            expect(gateFor(route, before, { sender: place.sender, recipient: side(place.role), purpose: 'betrekken' }, DAY).open).toBe(true);
          }
        }
      }
    }), { numRuns: 600 });
    expect(gated).toBeGreaterThan(30);
  });

  it('there is always an owner who takes part, and a holder, a duo and an offer name participants', () => {
    fc.assert(fc.property(turns, (list) => {
      const state = run(list).at(-1)?.after;
      const there = new Set(state?.people.map((one) => one.person));
      expect(there.has(state?.owner ?? '')).toBe(true);
      expect(there.has(state?.step?.holder ?? '')).toBe(true);
      expect(there.size).toBe(state?.people.length);
      for (const one of [...(state?.duos.flat() ?? []), ...(state?.handovers.map((each) => each.from) ?? [])]) expect(there.has(one)).toBe(true);
    }), { numRuns: 600 });
  });
});

describe('what somebody sees of what happened', () => {
  const known = (one: Actor, organisation = one.organisation) => ({ person: one.person, organisation, registered: true });
  const extra = fc.array(fc.record({ at: fc.nat(28), kind: some('danger', 'ended', 'contact', 'strike', 'mark'), by: who, knows: fc.subarray([...crowd]) }), { maxLength: 8 });

  it('is nothing for a closed seat or none; never a danger, a mark or an entry that is not theirs to see', () => {
    let seen = 0;
    fc.assert(fc.property(turns, extra, (list, more) => {
      let count = 0;
      const steps = run(list, (index) => more.filter((one) => one.at === index).flatMap(({ kind, by, knows }): { event: CaseEvent; actor: Actor }[] => {
        count += 1;
        const danger = `d${String(count)}`;
        const noted: CaseEvent = { type: 'DangerNoted', data: { danger, reason: 'kind', noteId: 't', parentsNotYet: true, knows: knows.map((one) => one.person) } };
        const spoke: CaseEvent = { type: 'ContactNoted', data: { note: danger, organisation: by.organisation, side: '', on: DAY, with: ['moeder'], discussedId: 't1', agreedId: 't2' } };
        if (kind === 'danger') return [{ event: noted, actor: by }];
        if (kind === 'ended') return [{ event: noted, actor: by }, { event: { type: 'DangerEnded', data: { danger } }, actor: by }];
        if (kind === 'mark') return [{ event: { type: 'ReferenceSet', data: { organisation: by.organisation, referenceId: 't3' } }, actor: by }];
        return [{ event: spoke, actor: by }];
      }));
      const last = steps.at(-1);
      if (!last?.after) return;
      const contact = last.all.findIndex((event) => event.type === 'ContactNoted');
      const events = contact < 0 || !more.some((one) => one.kind === 'strike') ? last.all
        : [...last.all, recorded({ type: 'EntryStruck', data: { entry: contact + 1, reason: 'verkeerde-casus' } }, MONDAY, juf)];
      const state = caseState(events);
      if (!state) return;
      for (const one of crowd) {
        const visible = visibleEvents(route, state, events, known(one), DAY);
        const seat = seatOf(route, state, one.person, DAY);
        if (seat?.kind !== 'open') {
          expect(visible).toEqual([]);
          continue;
        }
        seen += visible.length;
        const notes = new Map(events.flatMap((event) => (event.type === 'DangerNoted' ? [[event.data.danger, [event.actor, ...event.data.knows]] as const] : [])));
        for (const { entry, event } of visible) {
          expect(event).toBe(events[entry - 1]);
          if (event.type === 'DangerNoted' || event.type === 'DangerEnded') expect(notes.get(event.data.danger)).toContain(one.person);
          if (event.type === 'ReferenceSet') expect(event.data.organisation).toBe(one.organisation);
          if (contact >= 0 && events.length > last.all.length) expect(entry).not.toBe(contact + 1);
        }
        if (seat.participant.sender === null) expect(visible[0]?.entry).toBe(1);
        else expect(visible.length).toBeLessThan(events.length);
        expect(visibleEvents(route, state, events, { ...known(one), registered: false }, DAY)).toEqual([]);
      }
    }), { numRuns: 400 });
    expect(seen).toBeGreaterThan(1000);
  });

  it('begins for who was brought in from another side with their own joining, the last time they did', () => {
    const list: readonly Turn[] = [{ actor: juf, command: invite(jgz) }, { actor: jgz, command: { type: 'leave' } }, { actor: juf, command: refer() }, { actor: juf, command: invite(jgz) }, { actor: juf, command: turnTo(ib) }];
    const { after, all } = run(list).at(-1) ?? {};
    const visible = after && all && visibleEvents(route, after, all, known(jgz), DAY);
    expect(visible?.map(({ event }) => event.type)).toEqual(['PersonJoined', 'HolderSet']);
    expect(visible?.[0]?.event.data).toMatchObject({ person: jgz.person });
  });

  it('what came along from a merged case is under the same rules', () => {
    const taken = { gezag: [], ledger: [], contacts: [], registrations: [], outsiders: [], risk: null, references: { 'De Proefschool': 't1', GGD: 't2' }, dangers: [{ id: 'd9', reason: 'kind' as const, noteId: 't', parentsNotYet: true, by: juf.person, at: MONDAY, knows: [] }] };
    const took: CaseEvent = { type: 'CaseTookOver', data: { from: 'c-2', fromCode: 'K0002', events: 3, taken } };
    const { all } = run([{ actor: juf, command: refer() }], (index) => (index === 4 ? [{ event: took, actor: juf }] : [])).at(-1) ?? { all: [] };
    const state = caseState(all);
    const parts = (one: Actor) => (state ? visibleEvents(route, state, all, known(one), DAY) : []).flatMap(({ event }) => (event.type === 'CaseTookOver' ? [event.data.taken] : []));
    expect(parts(juf)).toMatchObject([{ dangers: [{ id: 'd9' }], references: { 'De Proefschool': 't1' } }]);
    expect(parts(ib)).toMatchObject([{ dangers: [] }]);
    expect(parts(ib)[0]?.references).toEqual({ 'De Proefschool': 't1' });
  });

  it('a strike stands there, and what it struck does not; a struck danger leaves no strike for who did not know', () => {
    const noted: CaseEvent = { type: 'DangerNoted', data: { danger: 'd1', reason: 'kind', noteId: 't', parentsNotYet: true, knows: [] } };
    const { all } = run([{ actor: juf, command: refer() }], (index) => (index === 3 ? [{ event: noted, actor: juf }] : [])).at(-1) ?? { all: [] };
    const entry = all.findIndex((event) => event.type === 'DangerNoted') + 1;
    const events = [...all, recorded({ type: 'EntryStruck', data: { entry, reason: 'verkeerd-ingevuld' } }, MONDAY, juf)];
    const state = caseState(events);
    const types = (one: Actor) => state && visibleEvents(route, state, events, known(one), DAY).map(({ event }) => event.type);
    expect(types(juf)).toContain('EntryStruck');
    expect(types(juf)).not.toContain('DangerNoted');
    expect(types(ib)).not.toContain('EntryStruck');
  });
});

describe('what waits for somebody', () => {
  it('is for who has something to do with the case, through an open gate, and never on a closed one', () => {
    let found = 0;
    fc.assert(fc.property(turns, (list) => {
      const state = run(list).at(-1)?.after;
      if (!state) return;
      for (const one of crowd) {
        const waiting = waitingFor(route, state, one.person, MONDAY);
        found += waiting.length;
        const seat = seatOf(route, state, one.person, DAY);
        for (const each of waiting) {
          expect(each.since <= MONDAY).toBe(true);
          if (each.card === 'case') expect(seat?.kind).toBe('open');
          if (each.what === 'mdo-uitnodiging') {
            const invitee = state.mdo?.invitees.find((there) => there.personId === one.person);
            expect(gateFor(route, state, { sender: state.mdo?.sender ?? '', recipient: invitee?.recipient ?? '', purpose: 'betrekken' }, DAY).open).toBe(true);
          }
          if (each.what === 'overdracht') expect(state.handovers.some((there) => there.to === one.person)).toBe(true);
          if (each.what === 'stagnatie') expect(state.stagnation?.claimedBy).toBe(one.person);
        }
        const closed = { ...state, closed: { ending: 'niet-nodig', at: MONDAY, reasonId: null } };
        expect(waitingFor(route, closed, one.person, MONDAY)).toEqual([]);
      }
    }), { numRuns: 400 });
    expect(found).toBeGreaterThan(50);
  });
});
