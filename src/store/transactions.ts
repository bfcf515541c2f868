import type { Kysely, Transaction } from 'kysely';
import type { Tables } from './schema.js';

/** What every query takes: nothing runs outside a transaction. */
export type Tx = Transaction<Tables>;

/** The only way to the database. Every error names the database, so that an operator knows which disk to look at. */
export interface Transactions {
  /** Runs `work` in a transaction of its own; when `undoes` says so of the answer, nothing of it is kept. */
  write<T>(work: (tx: Tx) => Promise<T>, undoes?: (answer: T) => boolean): Promise<T>;
  /** The same for work that only reads. */
  read<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Lets what has begun come to its end, then closes the database. */
  close(): Promise<void>;
}

/** `name` is the file, or the host and database. The driver of `db` decides how a transaction begins. */
export function transactionsOn(db: Kysely<Tables>, name: string): Transactions {
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
    write: (work, undoes = () => false) => named(undoable(db, work, undoes)),
    read: (work) => named(db.transaction().setAccessMode('read only').execute(work)),
    async close() {
      await Promise.allSettled([...running]);
      await named(db.destroy());
    },
  };
}

/** An error with the name of the database in its message and the original as its cause. */
export function storeError(name: string, cause: unknown): Error {
  return new Error(`store ${name}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
}

/** An expected answer can still mean that nothing may be kept; Kysely rolls back on a throw alone. */
async function undoable<T>(db: Kysely<Tables>, work: (tx: Tx) => Promise<T>, undoes: (answer: T) => boolean): Promise<T> {
  const undo = new Error('rolled back on purpose');
  const undone: T[] = [];
  try {
    return await db.transaction().execute(async (tx) => {
      const answer = await work(tx);
      if (!undoes(answer)) return answer;
      undone.push(answer);
      throw undo;
    });
  } catch (error) {
    if (error !== undo) throw error;
    return undone[0] as T;
  }
}
