import type { CaseCommand } from '../case/commands.js';
import { decideCase } from '../case/decide.js';
import type { Actor } from '../case/decision.js';
import { caseEventSchema, type RecordedCaseEvent } from '../case/events.js';
import { forgottenTexts } from '../case/record/entries.js';
import { refuse, type Refusal } from '../case/refusals.js';
import { caseState } from '../case/evolve.js';
import type { CaseState } from '../case/state.js';
import type { Parts } from './parts.js';
import type { Instant } from './ports.js';
import type { StoredEvent, StreamRow } from './store-port.js';
import { caseReactions } from './reactions.js';

export interface LoadedCase {
  readonly stream: string;
  readonly version: number;
  readonly state: CaseState;
  readonly events: readonly RecordedCaseEvent[];
}

/** The case as it stands, or undefined when this stream holds none: a button may name any stream. */
export async function loadCase(parts: Pick<Parts, 'store'>, stream: string): Promise<LoadedCase | undefined> {
  const stored = await parts.store.load(stream);
  if (stored[0]?.type !== 'CaseOpened') return undefined;
  const events = stored.map(recorded);
  const state = caseState(events);
  return state ? { stream, version: events.length, state, events } : undefined;
}

function recorded(stored: StoredEvent): RecordedCaseEvent {
  const event = caseEventSchema.parse({ type: stored.type, data: stored.data });
  return { ...event, at: stored.at, actor: stored.actor };
}

export interface CaseRequest {
  readonly stream: string;
  readonly command: CaseCommand;
  readonly commandId: string;
  readonly actor: Actor | null;
  /** Free text that the command names by id, stored with its events. */
  readonly texts?: readonly { readonly id: string; readonly body: string }[];
}

/** `refusal` says why nothing happened; the case is as it stands now either way. */
export interface CaseOutcome {
  readonly loaded: LoadedCase | undefined;
  readonly refusal: Refusal | undefined;
  /** This very command was committed before: the case may have moved on since. */
  readonly repeated?: boolean;
}

/** How often a decision is made anew when somebody else was first. */
const TRIES = 3;

/** Loads, decides and appends in one go; a repeated command changes nothing and is no refusal. */
export async function runCase(parts: Parts, request: CaseRequest): Promise<CaseOutcome> {
  const { stream, command, commandId, actor, texts = [] } = request;
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const loaded = await loadCase(parts, stream);
    const now = parts.clock.now();
    const decision = decideCase(loaded?.state, command, { route: parts.route, now, actor, history: loaded?.events ?? [] });
    if (decision.kind === 'refused') {
      return (await parts.store.wasDone(commandId)) ? { loaded, refusal: undefined, repeated: true } : { loaded, refusal: decision.refusal };
    }
    if (decision.events.length === 0) return { loaded, refusal: undefined };
    const events = decision.events.map((event): RecordedCaseEvent => ({ ...event, at: now, actor: actor?.person ?? null }));
    // Folded anew rather than on: an entry that is struck out reaches back.
    const state = caseState([...(loaded?.events ?? []), ...events]);
    if (!state) throw new Error(`${command.type} left no case behind`);
    // Only what the events name is kept: a text that was brought along for nothing is not.
    const said = JSON.stringify(decision.events);
    const result = await parts.store.append({
      stream, expectedVersion: loaded?.version ?? 0, commandId, at: now, actor: actor?.person ?? null,
      events: decision.events, row: caseRow(state, now), texts: texts.filter(({ id }) => said.includes(JSON.stringify(id))), forgetTexts: forgottenTexts(loaded?.events ?? [], decision.events),
      outbox: caseReactions(loaded?.state, state, events, now, parts.route),
    });
    if (result === 'conflict') continue;
    if (result === 'repeated') return { loaded: await loadCase(parts, stream), refusal: undefined, repeated: true };
    return { loaded: await loadCase(parts, stream), refusal: undefined };
  }
  return { loaded: await loadCase(parts, stream), refusal: refuse('busy') };
}

/** The read-model row of a case: what lists and overviews need, nothing that says who it is. */
export function caseRow(state: CaseState, now: Instant): StreamRow {
  return {
    kind: 'case', owner: state.owner, region: state.region, status: state.closed ? 'closed' : 'open', code: state.code,
    step: state.step?.id ?? null, ageBand: state.ageBand, stalled: state.stagnation !== null,
    openedAt: state.openedAt, updatedAt: now, people: concerned(state),
  };
}

/** Who finds the case in "mijn casussen": who takes part, is invited, is asked to take over, or claimed that it is stuck. What each may see there is another question. */
function concerned(state: CaseState): readonly string[] {
  const invited = state.mdo && !state.mdo.cancelled && !state.mdo.held ? state.mdo.invitees.flatMap((one) => one.personId ?? []) : [];
  const claimed = state.stagnation?.claimedBy ?? null;
  return [...new Set([...state.people.map((one) => one.person), ...state.handovers.map((one) => one.to), ...invited, ...(claimed === null ? [] : [claimed])])];
}
