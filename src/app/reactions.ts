import type { RecordedCaseEvent } from '../case/events.js';
import type { CaseState } from '../case/state.js';
import type { Route } from '../route/model.js';
import { reactToConsent } from './consent/reactions.js';
import { reactToMdo } from './mdo/reactions.js';
import { chatOf } from './parts.js';
import { reactToPeople } from './people/reactions.js';
import { reactToPlan } from './plan/reactions.js';
import type { Instant } from './ports.js';
import type { OutboxInput } from './store-port.js';
import type { React, Reacting } from './reacting.js';
import { reactToRecord } from './record/reactions.js';
import { reactToStagnation } from './stagnation/reactions.js';
import { reactToStep } from './step/reactions.js';

const REACTIONS: readonly React[] = [reactToStep, reactToPeople, reactToConsent, reactToMdo, reactToPlan, reactToStagnation, reactToRecord];

/** What must still happen after these events: which cards to bring up to date, and when to look again. Pure. */
export function caseReactions(
  before: CaseState | undefined, after: CaseState, events: readonly RecordedCaseEvent[], now: Instant, route: Route,
): readonly OutboxInput[] {
  const on: Reacting = {
    before, after, now, route,
    card: (name, place, mode) => ({ kind: 'card', card: name, place, mode, dueAt: now }),
    anew: (name, place) => ({ kind: 'card', card: name, place, mode: 'post', fresh: true, dueAt: now }),
    timer: (name, dueAt, key = name) => ({ kind: 'timer', timer: name, key, dueAt }),
    channel: { kind: 'stagnatiepunt', region: after.region },
  };
  const follow = events.flatMap((event) => REACTIONS.flatMap((react) => react(event, on)));
  const everybody = new Set([...(before?.people ?? []), ...after.people].map((one) => one.person));
  const live = [...everybody].map((person) => on.card('case', chatOf(person), 'update'));
  return strongest([...follow, ...live]);
}

/** One row for each card and timer: `post` wins over `update`, the last moment of a timer counts. */
function strongest(rows: readonly OutboxInput[]): readonly OutboxInput[] {
  const kept = new Map<string, OutboxInput>();
  for (const row of rows) {
    const key = row.kind === 'timer' ? `timer ${row.timer} ${row.key}` : `card ${row.card} ${JSON.stringify(row.place)}`;
    const present = kept.get(key);
    if (present?.kind === 'card' && present.mode === 'post') continue;
    kept.set(key, row);
  }
  return [...kept.values()];
}
