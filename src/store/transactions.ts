import type { Kysely, Transaction } from 'kysely';
import type { Tables } from './schema.js';

/** What every query takes: nothing runs outside a transaction. */
export type Tx = Transaction<Tables>;

/** The only way to the database. Every error names the database, so that an operator knows which disk to look at. */
export interface Transactions {
  /**
   * Runs `work` in a transaction of its own; when `undoes` says so of the answer, nothing of it is kept. `work` may run
   * more than once, of which one run counts. `repeatable`: it does no harm when it is committed twice, so that it is tried
   * again even when the connection broke while it was committed.
   */
  write<T>(work: (tx: Tx) => Promise<T>, undoes?: (answer: T) => boolean, repeatable?: boolean): Promise<T>;
  /** The same for work that only reads: it sees one moment of the database. */
  read<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Lets what has begun come to its end, then closes the database. */
  close(): Promise<void>;
}

/**
 * `collided`: two transactions were in each other's way, this one was undone by the database. `lost`: the connection broke,
 * or none could be had; what was not committed is undone. `final`: trying again does not help.
 */
export type Failure = 'collided' | 'lost' | 'final';

/** What is tried again. SQLite needs none of it: its one writer waits for the lock. */
export interface Retrying {
  failureOf(error: unknown): Failure;
  /** Milliseconds to wait before each try after the first, when a connection was lost. */
  readonly pauses: readonly number[];
  wait(ms: number): Promise<void>;
}

const NEVER: Retrying = { failureOf: () => 'final', pauses: [], wait: () => Promise.resolve() };
/** One of two that collide always goes on; so many in a row are no accident. */
const MOST_COLLISIONS = 8;

/** How far a try has come. */
interface Stage { committing: boolean }

/** `name` is the file, or the host and database. The driver of `db` decides how a transaction begins. */
export function transactionsOn(db: Kysely<Tables>, name: string, retrying: Retrying = NEVER): Transactions {
  const running = new Set<Promise<unknown>>();

  async function named<T>(work: Promise<T>): Promise<T> {
    running.add(work);
    try {
      return await work;
    } catch (error) {
      throw storeError(name, error);
    } finally {
      running.delete(work);
    }
  }

  return {
    write: (work, undoes = () => false, repeatable = false) => named(tried(retrying, repeatable, (stage) => undoable(db, work, undoes, stage))),
    read: (work) => named(tried(retrying, true, () => db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(work))),
    async close() {
      await Promise.allSettled([...running]);
      await named(db.destroy());
    },
  };
}

/** An error with the name of the database in its message and the original as its cause. */
export function storeError(name: string, cause: unknown): Error {
  return new Error(`store ${name}: ${reasonOf(cause)}`, { cause });
}

/** Node gives no message when none of the addresses of a host could be reached. */
function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  return cause.message !== '' || !('code' in cause) ? cause.message : String(cause.code);
}

async function tried<T>({ failureOf, pauses, wait }: Retrying, repeatable: boolean, attempt: (stage: Stage) => Promise<T>): Promise<T> {
  let collisions = 0;
  let losses = 0;
  for (;;) {
    const stage: Stage = { committing: false };
    try {
      return await attempt(stage);
    } catch (error) {
      const failure = failureOf(error);
      if (failure === 'collided') {
        collisions += 1;
        if (collisions > MOST_COLLISIONS) throw error;
        continue;
      }
      const pause = pauses[losses];
      // Between the sending of COMMIT and its answer nobody knows whether it was kept.
      if (failure === 'final' || pause === undefined || (stage.committing && !repeatable)) throw error;
      losses += 1;
      await wait(pause);
    }
  }
}

/**
 * An expected answer can still mean that nothing may be kept; Kysely rolls back on a throw alone. READ COMMITTED, which
 * matters on PostgreSQL alone: what must not run beside each other takes a lock first (see `Arms.alone`), and every
 * statement after it has to see what the one before it committed. A stricter level would go on with the moment before it
 * waited.
 */
async function undoable<T>(db: Kysely<Tables>, work: (tx: Tx) => Promise<T>, undoes: (answer: T) => boolean, stage: Stage): Promise<T> {
  const undo = new Error('rolled back on purpose');
  const undone: T[] = [];
  try {
    return await db.transaction().setIsolationLevel('read committed').execute(async (tx) => {
      const answer = await work(tx);
      if (!undoes(answer)) {
        stage.committing = true;
        return answer;
      }
      undone.push(answer);
      throw undo;
    });
  } catch (error) {
    if (error !== undo) throw error;
    return undone[0] as T;
  }
}
