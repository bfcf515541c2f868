import { pause, type Tally } from '../frame.js';
import { readStore } from '../fuzz/store-read.js';
import type { BotProcess } from '../bot-process.js';
import type { AtWork, Outcome, Promised } from './work.js';

/** Something that goes wrong with the disk under a running process. */
export interface Fault {
  readonly name: string;
  /** Puts it on; throws where this machine cannot. */
  begin(): void | Promise<void>;
  end(): void | Promise<void>;
  /** How long it lasts, at least. */
  readonly ms: number;
  /** Must somebody have been refused? Otherwise nothing was wrong and the check proves nothing. */
  readonly bites: boolean;
}

/** After a fault ordinary work goes on by itself within this time. */
const RECOVERS_MS = 20_000;

/**
 * People work while something is wrong with the disk: each is told clearly what became of it, and afterwards everything goes on
 * without hands. False where the fault cannot be made on this machine.
 */
export async function workThrough(fault: Fault, work: AtWork, bot: BotProcess, tally: Tally): Promise<boolean> {
  const outcomes: Outcome[] = [];
  try {
    await fault.begin();
  } catch {
    await fault.end();
    return false;
  }
  tally.faults += 1;
  try {
    const until = performance.now() + fault.ms;
    do outcomes.push(...await work.round());
    while (performance.now() < until && bot.alive());
  } finally {
    await fault.end();
  }
  tally.inputs += outcomes.length;
  tally.acknowledged += outcomes.filter(({ kind }) => kind === 'done').length;
  for (const outcome of outcomes) if (outcome.kind === 'unclear') tell(tally.forbidden, `${fault.name}: somebody was left in the dark: ${outcome.why}`);
  if (fault.bites && outcomes.every(({ kind }) => kind === 'done')) tell(tally.forbidden, `${fault.name}: nobody was refused anything, so nothing was wrong`);
  await recovers(fault.name, work, bot, tally);
  return true;
}

async function recovers(name: string, work: AtWork, bot: BotProcess, tally: Tally): Promise<void> {
  const until = performance.now() + RECOVERS_MS;
  let last: readonly Outcome[] = [];
  while (performance.now() < until) {
    if (!bot.alive()) return tell(tally.forbidden, `${name}: the process died: ${bot.output().slice(-500)}`);
    last = await work.round();
    tally.inputs += last.length;
    if (last.every(({ kind }) => kind === 'done')) {
      tally.acknowledged += last.length;
      return;
    }
    await pause(250);
  }
  tell(tally.losses, `${name}: afterwards it stays stuck: ${JSON.stringify(last).slice(0, 500)}`);
}

function tell(list: string[], sentence: string): void {
  if (list.length < 40 && !list.includes(sentence)) list.push(sentence);
}

/** Everything promised is there, and nothing is half there. */
export function keptPromises(name: string, store: string, promised: Promised, tally: Tally): void {
  const { codes, events, faults } = readStore(store);
  for (const fault of faults) tell(tally.forbidden, `${name}: ${fault}`);
  const streams = (type: string): ReadonlySet<string> => new Set(events.filter((event) => event.type === type).map(({ stream }) => stream));
  const [begun, answered] = [streams('VisitStarted'), streams('Answered')];
  for (const code of promised.codes) if (!codes.has(code)) tell(tally.losses, `${name}: a case that somebody was shown is not there`);
  for (const visit of promised.visits) if (!begun.has(visit)) tell(tally.losses, `${name}: a visit that began is not there`);
  for (const visit of promised.answered) if (!answered.has(visit)) tell(tally.losses, `${name}: an answer that was taken is not there`);
  const notes = events.filter(({ type }) => type === 'ContactNoted').length;
  if (notes < promised.notes) tell(tally.losses, `${name}: ${String(promised.notes - notes)} of ${String(promised.notes)} noted talks are not there`);
  if (notes > promised.noteTries) tell(tally.forbidden, `${name}: ${String(notes)} talks were noted, of ${String(promised.noteTries)} that were sent`);
}
