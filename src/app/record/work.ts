import { forgetAt, remarksGoAt, remarksSince } from '../../case/record/keeping.js';
import { dayOf, plusDays, plusTime } from '../../case/time.js';
import type { Parts } from '../parts.js';
import type { Instant, Place } from '../ports.js';
import type { OutboxRow, Settlement } from '../store-port.js';
import { loadCase, runCase, type LoadedCase } from '../run-case.js';
import { forgetCase, goneCard, KEPT_LONG_ENOUGH } from './forgetting.js';
import { otherCase, textsOfBoth } from './merging.js';

type TimerRow = Extract<OutboxRow, { kind: 'timer' }>;
/** What a timer does that is more than one command on one case. Each may be done twice, or be stopped halfway and begun again. */
type Work = (parts: Parts, row: TimerRow, now: Instant) => Promise<Settlement>;

const DONE: Settlement = { kind: 'done' };
const SOON_MS = 2_000;
const MINUTE_MS = 60_000;
/** A message that could not be brought to "verwijderd" for some hours: it was taken away, or the chat left. */
const MOST_ATTEMPTS = 20;
/** How often it is looked anew when a case is to go: the days in the file may have changed. */
const LOOK_DAYS = 7;

/** A closed case is forgotten when the days of its step have passed; one that was reopened is left alone. */
const retention: Work = async (parts, { stream }, now) => {
  const loaded = await loadCase(parts, stream);
  const at = loaded && forgetAt(parts.route, loaded.state);
  if (!loaded || at === undefined) return DONE;
  const look = plusDays(dayOf(now), LOOK_DAYS);
  if (at > now) return { kind: 'retry', at: dayOf(at) < look ? at : plusTime(now, LOOK_DAYS * 24 * 60 * MINUTE_MS), reason: 'kept until then' };
  await forgetCase(parts, loaded, KEPT_LONG_ENOUGH, []);
  parts.wake();
  return DONE;
};

/** Ends the case (`key`) that this one took over; first takes over what came in between, so that no later "no" is lost. */
const mergeEnd: Work = async (parts, { stream, key }, now) => {
  for (let look = 0; look < 3; look += 1) {
    const here = await loadCase(parts, stream);
    const there = await loadCase(parts, key);
    const took = here?.events.findLast((event) => event.type === 'CaseTookOver' && event.data.from === key);
    if (!here || !there || took?.type !== 'CaseTookOver' || here.state.mergedInto || there.state.mergedInto) return DONE;
    if (there.version > took.data.events) await takeRest(parts, here, there);
    else if (await end(parts, here, there)) return DONE;
  }
  return { kind: 'retry', at: plusTime(now, SOON_MS), reason: 'others were at work' };
};

async function takeRest(parts: Parts, here: LoadedCase, there: LoadedCase): Promise<void> {
  const { other, texts } = await otherCase(parts, there);
  await runCase(parts, {
    stream: here.stream, actor: null, texts, commandId: `merge-rest ${there.stream} ${String(there.version)}`,
    command: { type: 'merge-rest', stream: here.stream, other },
  });
}

/** True when the case has ended in the other. */
async function end(parts: Parts, here: LoadedCase, there: LoadedCase): Promise<boolean> {
  const { loaded } = await runCase(parts, {
    stream: there.stream, actor: null, commandId: `merge-end ${there.stream} ${String(there.version)}`,
    command: { type: 'merge-end', into: here.stream, intoCode: here.state.code, events: there.version, forgot: textsOfBoth(here.state, there.state) },
  });
  parts.wake();
  return loaded?.state.mergedInto !== null;
}

/** Brings a message that showed something to "verwijderd", and then forgets that it was there. */
const gone: Work = async (parts, row, now) => {
  const place = placeOf(row.key);
  const sent = place && await parts.store.sentCard(row.stream, 'gone', place);
  const to = place && sent && await parts.store.conversation(place);
  if (place && sent && to) {
    const result = await parts.outgoing.update(to, sent.activityId, goneCard(parts, row.stream, place, false));
    if (result.kind === 'retry' && row.attempts < MOST_ATTEMPTS) return again(now, result.afterMs, result.reason);
  }
  await parts.store.forget(row.stream);
  return DONE;
};

/** Tells somebody who took part. Who has no chat is not told: nothing may be kept for later. */
const goneTold: Work = async (parts, row, now) => {
  const place = placeOf(row.key);
  const to = place && await parts.store.conversation(place);
  if (place && to) {
    const result = await parts.outgoing.post(to, goneCard(parts, row.stream, place, true));
    if (result.kind === 'retry' && row.attempts < MOST_ATTEMPTS) return again(now, result.afterMs, result.reason);
  }
  return DONE;
};

/** The remarks of one day (`key`) go, and older ones; the days in the file may have changed since. */
const forgetRemarks: Work = async ({ route, store }, { key }, now) => {
  const at = remarksGoAt(route, key);
  if (at > now) return { kind: 'retry', at, reason: 'kept until then' };
  await store.forgetRemarks(remarksSince(route, dayOf(now)));
  return DONE;
};

function again(now: Instant, afterMs: number | undefined, reason: string): Settlement {
  return { kind: 'retry', at: plusTime(now, Math.max(afterMs ?? MINUTE_MS, SOON_MS)), reason };
}

/** `person:<id>` or `stagnatiepunt:<region>`, as the store writes a place. */
function placeOf(key: string): Place | undefined {
  const id = key.slice(key.indexOf(':') + 1);
  if (key.startsWith('person:')) return { kind: 'person', personId: id };
  return key.startsWith('stagnatiepunt:') ? { kind: 'stagnatiepunt', region: id } : undefined;
}

export const recordWork: ReadonlyMap<string, Work> = new Map(Object.entries({ retention, 'merge-end': mergeEnd, gone, 'gone-told': goneTold, 'forget-remarks': forgetRemarks }));
