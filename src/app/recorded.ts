import type { Parts } from './parts.js';
import type { Store } from './store-port.js';

/** A turn failed, and surely nothing of what the person did was written down: it may be said so. The cause is what went wrong. */
export class NothingRecorded extends Error {
  override readonly name = 'NothingRecorded';
  constructor(cause: unknown) {
    super('the turn failed before anything was recorded', { cause });
  }
}

/** What writes down something that a person did. Where somebody is reached, what they opened and which card stands where is none of these. */
type Recording = 'append' | 'forget' | 'forgetPerson' | 'saveRemark' | 'retryDead' | 'dropDead' | 'tellOutside' | 'wasDone';

/**
 * Runs one turn. When it fails and nothing was recorded in it, nor by the same click before, the failure comes out as
 * `NothingRecorded`. Where that is not sure (the connection broke while it was committed), it comes out as it is.
 */
export async function sayingWhatIsRecorded<T>(parts: Parts, turn: (parts: Parts) => Promise<T>): Promise<T> {
  let perhaps = false;
  const noted = async <A>(work: Promise<A>, recorded: (answer: A) => boolean = () => true): Promise<A> => {
    try {
      const answer = await work;
      perhaps ||= recorded(answer);
      return answer;
    } catch (error) {
      perhaps ||= !undone(error);
      throw error;
    }
  };
  const { store } = parts;
  const watched: Pick<Store, Recording> = {
    // `repeated`: the same click was recorded before.
    append: (input) => noted(store.append(input), (result) => result !== 'conflict'),
    wasDone: (commandId) => noted(store.wasDone(commandId), (done) => done),
    forget: (stream, remains) => noted(store.forget(stream, remains)),
    forgetPerson: (personId) => noted(store.forgetPerson(personId)),
    saveRemark: (remark, goesAt) => noted(store.saveRemark(remark, goesAt)),
    retryDead: (id, dueAt) => noted(store.retryDead(id, dueAt)),
    dropDead: (id) => noted(store.dropDead(id)),
    tellOutside: (stream, place) => noted(store.tellOutside(stream, place)),
  };
  try {
    return await turn({ ...parts, store: { ...store, ...watched } });
  } catch (error) {
    throw perhaps ? error : new NothingRecorded(error);
  }
}

/**
 * Is this an answer of the database itself, after which it has undone the transaction? SQLite always answers; of PostgreSQL
 * a full disk, a read-only server, a lock, a time limit, too many connections. Also a server that was never reached.
 */
function undone(error: unknown): boolean {
  for (let at = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth += 1) {
    if ('code' in at && typeof at.code === 'string' && /^(SQLITE_[A-Z_]+|53\d{3}|25006|55P03|57014|ECONNREFUSED|ENOTFOUND)$/.test(at.code)) return true;
  }
  return false;
}
