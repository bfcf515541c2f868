import type { Parts } from '../parts.js';
import { quietUntil } from '../quiet.js';
import { recordWork } from '../record/work.js';
import { runCase } from '../run-case.js';
import type { OutboxRow, Settlement } from '../store-port.js';
import { caseTimers } from '../timers.js';
import { later } from './backoff.js';

type TimerRow = Extract<OutboxRow, { kind: 'timer' }>;

/** A timer brings a command, judged like any other: a late one finds that there is nothing left to do. */
export async function fire(parts: Parts, row: TimerRow): Promise<Settlement> {
  if (row.timer === 'forget-visit') {
    await parts.store.forget(row.stream);
    return { kind: 'done' };
  }
  const work = recordWork.get(row.timer);
  if (work) return work(parts, row, parts.clock.now());
  const command = caseTimers.get(row.timer);
  // A timer of an earlier version: there is nobody left to carry it back to.
  if (!command) return { kind: 'done' };
  const at = await quietUntil(parts, row, parts.clock.now());
  if (at !== undefined) return { kind: 'retry', at, reason: 'nobody is reminded now', uncounted: true };
  const { refusal } = await runCase(parts, { stream: row.stream, command: await command(parts, row.stream, row.key), commandId: `${row.timer} ${row.key} ${row.stream} ${row.dueAt}`, actor: null });
  // A timer fires once: one that met others at work comes back.
  if (refusal?.id === 'busy') return later(parts, row, parts.clock.now(), { reason: 'busy' });
  // What it led to is due a moment later than the `now` of this round.
  parts.wake();
  return { kind: 'done' };
}
