import { fileURLToPath } from 'node:url';

/**
 * The torture harness is a judge from outside: it knows the HTTP contract, the words on the cards and nothing of `src`.
 * Every part takes `Options` and gives back a `Tally`; `main.ts` adds them up.
 */

/** Ways to break the store on purpose, to show that the harness notices. */
export type Breakage = 'drop-event' | 'skip-outbox' | 'drop-text';

export interface Options {
  /** A short run: everything together under 50 s on two cores. */
  readonly quick: boolean;
  /** Every choice of a part follows from this; derive an own generator with `randomOf(seed, 'name of the part')`. */
  readonly seed: number;
  /** How many deaths in all, over SQLite and PostgreSQL. */
  readonly kills: number;
  /** An existing folder in which a part makes its own; `main` removes it at the end. */
  readonly scratch: string;
  /** Told when somebody interrupts: stop soon, and give back what there is. */
  readonly interrupted: AbortSignal;
  readonly breakage?: Breakage;
  /** A line of progress, for people; goes to standard error. */
  progress(line: string): void;
}

/** Something that was done twice for the same thing. */
export interface Duplicate {
  /** How many times more than once. */
  readonly count: number;
  /** Which card, and in which sort of conversation; never an id that changes from run to run. */
  readonly where: string;
  /** What happened around it, as far as the harness knows. */
  readonly why: string;
}

export interface Tally {
  /** Processes killed without goodbye, databases restarted underneath included. */
  kills: number;
  /** Faults put in: answers of the connector, broken disks, doubled deliveries, forged tokens. */
  faults: number;
  /** Requests sent to the bot that were meant to be judged. */
  inputs: number;
  /** Answers of the bot that promised something. */
  acknowledged: number;
  /** One sentence for each promise that was not kept, and for whatever is stuck. */
  readonly losses: string[];
  readonly duplicates: Duplicate[];
  /** One sentence for each thing that happened and should never: a crash, a 5xx, an event nobody was allowed to cause. */
  readonly forbidden: string[];
}

export const emptyTally = (): Tally => ({ kills: 0, faults: 0, inputs: 0, acknowledged: 0, losses: [], duplicates: [], forbidden: [] });

/** Adds `part` to `total`, in place. */
export function addTally(total: Tally, part: Tally): void {
  total.kills += part.kills;
  total.faults += part.faults;
  total.inputs += part.inputs;
  total.acknowledged += part.acknowledged;
  total.losses.push(...part.losses);
  total.duplicates.push(...part.duplicates);
  total.forbidden.push(...part.forbidden);
}

/** Folder of the package, seen from `dist/torture`. */
export const packageFolder = fileURLToPath(new URL('../../', import.meta.url));

/** A promise that is given up after `ms`, with `complaint` as the error. */
export async function within<T>(ms: number, promise: Promise<T>, complaint: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => { timer = setTimeout(() => { reject(new Error(complaint)); }, ms); });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => { setTimeout(resolve, ms); });
