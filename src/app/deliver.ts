import { plusTime } from '../case/time.js';
import { cardOfCase, channelCard, isForm, isNews, viewNamed } from './cards-of-case.js';
import { visitRendered } from './cards-of-visit.js';
import type { Parts } from './parts.js';
import { isOld, markOld } from './old-cards.js';
import { listOf } from './on-click.js';
import type { Instant, Place, Rendered, SendResult } from './ports.js';
import type { OutboxRow, SentCard, Settlement } from './store-port.js';
import type { Banner } from './present/words.js';
import { bannerIn } from './refresh.js';
import { forgetStray } from './record/forgetting.js';
import { recordWork } from './record/work.js';
import { loadCase, runCase } from './run-case.js';
import { loadVisit } from './run-visit.js';
import { caseTimers } from './timers.js';

type CardRow = Extract<OutboxRow, { kind: 'card' }>;
type TimerRow = Extract<OutboxRow, { kind: 'timer' }>;

const BATCH = 20;
const LEASE_MS = 60_000;

/**
 * Delivers what is due at `now`: brings cards up to date and carries timers back through `decide`, until nothing is due.
 * Returns how many rows were handled. A row that fails is tried again later; one row never holds up another.
 */
export async function deliverDue(parts: Parts, now: Instant): Promise<number> {
  let handled = 0;
  for (;;) {
    const rows = await parts.store.claimDue(now, BATCH, LEASE_MS);
    if (rows.length === 0) return handled;
    for (const row of rows) {
      await parts.store.settle(row, await attempt(parts, row, now));
      handled += 1;
    }
  }
}

async function attempt(parts: Parts, row: OutboxRow, now: Instant): Promise<Settlement> {
  try {
    return row.kind === 'timer' ? await fire(parts, row) : await deliver(parts, row, now);
  } catch (error) {
    parts.log('error', 'delivery-failed', { row: row.id, attempts: row.attempts, reason: error instanceof Error ? error.name : 'unknown' });
    return later(row, now, undefined, 'internal error');
  }
}

/** A timer brings a command, judged like any other: a late one finds that there is nothing left to do. */
async function fire(parts: Parts, row: TimerRow): Promise<Settlement> {
  if (row.timer === 'forget-visit') {
    await parts.store.forget(row.stream);
    return { kind: 'done' };
  }
  const work = recordWork.get(row.timer);
  if (work) return work(parts, row, parts.clock.now());
  const command = caseTimers.get(row.timer);
  // A timer of an earlier version: there is nobody left to carry it back to.
  if (!command) return { kind: 'done' };
  const { refusal } = await runCase(parts, { stream: row.stream, command: await command(parts, row.stream, row.key), commandId: `${row.timer} ${row.key} ${row.stream} ${row.dueAt}`, actor: null });
  // A timer fires once: one that met others at work comes back.
  if (refusal?.id === 'busy') return later(row, parts.clock.now(), undefined, 'busy');
  // What it led to is due a moment later than the `now` of this round.
  parts.wake();
  return { kind: 'done' };
}

async function deliver(parts: Parts, row: CardRow, now: Instant): Promise<Settlement> {
  if (isOld(row.card)) return markOld(parts, row, (reason) => later(row, now, undefined, reason));
  const sent = await parts.store.sentCard(row.stream, row.card, row.place);
  if (!sent && row.mode === 'update') return { kind: 'done' };
  // Somebody may be filling it in; what it brings back is judged against the case as it then stands.
  // Tried again: an update may have been drawn over the form, so the form is drawn again.
  if (sent && isForm(sent.view) && row.attempts <= 1) return { kind: 'done' };
  const rendered = await renderRow(parts, row, sent);
  if (!rendered) {
    if (sent) await forgetStray(parts, row, sent.activityId);
    return { kind: 'done' };
  }
  const conversation = await parts.store.conversation(row.place);
  if (!conversation) return { kind: 'waiting' };
  const result = sent && sent.activityId !== ''
    ? await parts.outgoing.update(conversation, sent.activityId, rendered.message)
    : await parts.outgoing.post(conversation, rendered.message);
  if (result.kind === 'sent') {
    // Forgotten while it was on its way.
    if (await forgetStray(parts, row, result.activityId)) return { kind: 'done' };
    // Somebody clicked while this was on its way: what the click put there stands, and is drawn again.
    const meanwhile = await parts.store.sentCard(row.stream, row.card, row.place);
    if (JSON.stringify(meanwhile) !== JSON.stringify(sent)) return { kind: 'retry', at: now, reason: 'the card changed while it was sent' };
    await parts.store.saveSentCard(row.stream, row.card, row.place, {
      activityId: sent && sent.activityId !== '' ? sent.activityId : result.activityId, view: sent?.view ?? (row.card === 'visit' ? 'visit' : 'case'), version: rendered.version,
      ...(sent?.banner !== undefined && sent.version === rendered.version ? { banner: sent.banner } : {}),
    });
  }
  return settlement(parts, row, now, result);
}

/** The card as it stands now; the gate is asked again in here, at the moment of sending. */
async function renderRow(
  parts: Parts, row: CardRow, sent: SentCard | undefined,
): Promise<{ message: Rendered; version: number } | undefined> {
  if (row.card === 'visit') {
    const visit = await loadVisit(parts, row.stream);
    return visit && { message: visitRendered(parts, visit, bannerOn(sent, visit.version)), version: visit.version };
  }
  if (row.card === 'list') return sent && listAgain(parts, row.place, sent);
  const loaded = await loadCase(parts, row.stream);
  if (!loaded) return undefined;
  if (row.place.kind === 'stagnatiepunt') {
    if (!sent && loaded.state.stagnation?.atStagnatiepunt !== true) return undefined;
    const message = await channelCard(parts, loaded, undefined);
    return message && { message, version: loaded.version };
  }
  const viewer = await parts.store.person(row.place.personId);
  if (!viewer) return undefined;
  if (!sent && !isNews(parts, row.card, loaded, viewer)) return undefined;
  const name = viewNamed(sent?.view ?? 'case');
  const message = await cardOfCase(parts, loaded, viewer, { card: row.card, view: name, banner: bannerOn(sent, loaded.version) });
  return message && { message, version: loaded.version };
}

/** A list shows what it shows by the button that opened it, for the person whose chat it is. */
async function listAgain(parts: Parts, place: Place, { view, version }: SentCard): Promise<{ message: Rendered; version: number } | undefined> {
  const viewer = place.kind === 'person' ? await parts.store.person(place.personId) : undefined;
  const message = viewer && await listOf(parts, viewer, view);
  return message && { message, version };
}

/** The update that follows a click says again what the click's own answer said; after the next event it is old news. */
function bannerOn(sent: SentCard | undefined, version: number): Banner | undefined {
  return sent?.version === version ? bannerIn(sent.banner) : undefined;
}

function settlement(parts: Parts, row: CardRow, now: Instant, result: SendResult): Settlement {
  switch (result.kind) {
    case 'sent': return { kind: 'done' };
    case 'retry': return later(row, now, result.afterMs, result.reason);
    case 'permanent':
      parts.log('warn', 'not-delivered', { row: row.id, card: row.card, reason: result.reason });
      return { kind: 'dead', reason: result.reason };
  }
}

const MOST_ATTEMPTS = 20;
const FIRST_WAIT_MS = 2_000;
const LONGEST_WAIT_MS = 600_000;

/** Twice as long each time, unless the other side said how long. */
function later(row: OutboxRow, now: Instant, afterMs: number | undefined, reason: string): Settlement {
  // A timer is never given up; a card after about two hours is shown to its owner as not delivered.
  if (row.kind === 'card' && row.attempts >= MOST_ATTEMPTS) return { kind: 'dead', reason };
  // Never at once: a Retry-After of 0 would keep this very delivery going round.
  const wait = Math.max(afterMs ?? Math.min(FIRST_WAIT_MS * 2 ** row.attempts, LONGEST_WAIT_MS), FIRST_WAIT_MS);
  return { kind: 'retry', at: plusTime(now, wait), reason };
}
