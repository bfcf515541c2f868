import { codeOf, kindOf, textOf } from '../card.js';
import type { Call } from '../connector.js';
import { pause, type Tally } from '../frame.js';
import type { BotProcess } from '../bot-process.js';
import type { AtWork } from './work.js';

const DAY_MS = 86_400_000;
/** Day by day from the shortest that a first step of the example region can take, to beyond its term and the longest holiday. */
const SOONEST = 10;
const LATEST = 75;
/** In the middle of a working day, when somebody may be reminded of something. */
const AT_HOUR_UTC = 10;

/**
 * The clock goes ahead until a holder is asked how it stands, back to before that, and ahead again: nobody is asked twice for
 * the same thing, and while it stands back people go on working.
 */
export async function clockBack(bot: BotProcess, work: AtWork, calls: readonly Call[], tally: Tally): Promise<void> {
  const start = new Date().setUTCHours(AT_HOUR_UTC, 30, 0, 0);
  const at = (days: number): Promise<void> => bot.clock(new Date(start + days * DAY_MS).toISOString());
  const asked = (code: string): number => calls.filter((call) => call.kind === 'post' && kindOf(call.card) === 'term' && codeOf(call.card) === code).length;
  let reached = SOONEST;
  await at(reached);
  while (asked(work.code) === 0 && reached < LATEST) {
    reached += 1;
    await at(reached);
  }
  if (asked(work.code) !== 1) tally.losses.push(`the clock: after ${String(reached)} days the holder was asked ${String(asked(work.code))} times, not once`);
  for (const days of [reached - 1, 1, -2, 0.5]) {
    tally.faults += 1;
    await at(days);
    const outcomes = await work.round();
    tally.inputs += outcomes.length;
    tally.acknowledged += outcomes.filter(({ kind }) => kind === 'done').length;
    for (const outcome of outcomes) if (outcome.kind !== 'done') tally.forbidden.push(`the clock set back to day ${String(days)}: ${outcome.kind === 'unclear' ? outcome.why : 'work was refused'}`.slice(0, 500));
  }
  await at(reached);
  await pause(200);
  await at(reached);
  if (asked(work.code) > 1) tally.forbidden.push(`the clock: set back and on again, the holder was asked ${String(asked(work.code))} times for one term`);
  const said = calls.filter((call) => kindOf(call.card) === 'term').map((call) => textOf(call.card)).join('\n');
  if (said.includes('Invalid Date')) tally.forbidden.push('the clock: a card shows no date');
}
