import { pino, type DestinationStream } from 'pino';

export type Level = 'info' | 'warn' | 'error' | 'fatal';
export type LogFacts = Readonly<Record<string, string | number>>;
/** Writes one line for operators, in English. `event` and the names of the facts are those of `EVENTS`; anything else is left out. */
export type Log = (level: Level, event: string, facts: LogFacts) => void;

/** What a fact may look like. A string must fit whole; none of these shapes has room for a name, an e-mail address or a sentence. */
type Shape = 'count' | RegExp;

const word = /^[a-z]{1,24}(-[a-z0-9]{1,24}){0,5}$/;
const errorName = /^(unknown|[A-Z][A-Za-z]{2,59})$/;
/** Of Node (`ECONNREFUSED`), of SQLite (`SQLITE_FULL`), or of PostgreSQL (`40001`). */
const errorCode = /^([A-Z][A-Z0-9_]{2,59}|[0-9A-Z]{5})$/;
const hash = /^[0-9a-f]{8,64}$/;
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
/** Of a person, a stream or a text, as `Ids` or the store made it. */
const ourId = /^([a-z]-)?([A-Za-z0-9_-]{22}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;
const status = 'status \\d{3}( [A-Z][A-Za-z]{2,59})?';
/** Why sending failed: what the connector of `src/teams` makes of it. */
const sendReason = new RegExp(`^(${status}|[A-Z][A-Za-z0-9_]{2,59}|serviceUrl not allowed|internal error|the card changed while it was sent|busy|unknown)$`);
/** Why the keys of the Bot Framework could not be had. */
const cause = new RegExp(`^(${status}|[A-Z][A-Za-z0-9_]{2,59}|[a-z]{1,24}([ -][a-z]{1,24}){0,5})$`);

/** The allow-list: every event that may be written, with what may stand in it. Whoever adds one adds it here. */
const EVENTS: Readonly<Record<string, Readonly<Record<string, Shape>>>> = {
  'turn-failed': { error: errorName, code: errorCode },
  'request-failed': { error: errorName, code: errorCode },
  'request-refused': { reason: word, times: 'count', cause },
  'route-not-kept': { hash },
  'calendar-ends-soon': { until: /^\d{4}-\d\d-\d\d$/ },
  'texts-sealed': { texts: 'count' },
  'case-deleted': { onRequestOf: word, region: word },
  'access-not-kept': { error: errorName, code: errorCode },
  'tidying-failed': { error: errorName, code: errorCode },
  'second-person-unknown': { region: word },
  'stop-failed': { error: errorName, code: errorCode },
  'delivery-round-failed': { error: errorName, code: errorCode },
  'delivery-failed': { row: 'count', attempts: 'count', reason: errorName },
  'not-settled': { row: 'count', reason: errorName },
  'not-delivered': { row: 'count', card: word, reason: sendReason },
  'dead-letter-retried': { row: 'count', by: ourId },
  'dead-letter-dropped': { row: 'count', by: ourId },
  'sending-paused': { until: instant },
  /** Nothing was typed by then: `reason` is made by `startFault` alone. */
  'start-failed': { reason: /^[^@"\n]{0,400}$/ },
};

/** Stands for what was not written. */
const DROPPED = '[dropped]';

/** A log that lets through what is on the allow-list; of all else it says that something was left out, and how much. */
export function createLog(destination: DestinationStream): Log {
  const lines = pino({ level: 'info', base: null }, destination);
  return (level, event, facts) => {
    const shapes = Object.hasOwn(EVENTS, event) ? EVENTS[event] : undefined;
    lines[level](shapes ? passed(shapes, facts) : { dropped: Object.keys(facts).length + 1 }, shapes ? event : DROPPED);
  };
}

/** The names of the events that may be written, each with its facts. */
export const knownEvents: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(EVENTS).map(([event, shapes]) => [event, Object.keys(shapes)]));

function passed(shapes: Readonly<Record<string, Shape>>, facts: LogFacts): LogFacts {
  const kept: Record<string, string | number> = {};
  let dropped = 0;
  for (const [name, value] of Object.entries(facts)) {
    const shape = Object.hasOwn(shapes, name) ? shapes[name] : undefined;
    const fits = shape !== undefined && fitsShape(shape, value);
    if (!fits) dropped += 1;
    // An unknown name may itself be what somebody typed.
    if (shape !== undefined) kept[name] = fits ? value : DROPPED;
  }
  return dropped === 0 ? kept : { ...kept, dropped };
}

function fitsShape(shape: Shape, value: string | number): boolean {
  if (shape === 'count') return typeof value === 'number' && Number.isFinite(value);
  return typeof value === 'string' && shape.test(value);
}

/** Of an error its name and its code, never its message: that may quote what somebody typed. */
export function errorFacts(error: unknown): LogFacts {
  if (!(error instanceof Error)) return { error: 'unknown' };
  const code = codeOf(error);
  return { error: error.name, ...(code === undefined ? {} : { code }) };
}

/** The code of the error, or of the one that caused it: the store wraps those of the database. */
function codeOf(error: Error): string | undefined {
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 4; at = at.cause, depth += 1) {
    if ('code' in at && typeof at.code === 'string') return at.code;
  }
  return undefined;
}

/**
 * Why the process did not start, in one line: what an operator needs is in the message (a path, what the database said).
 * Whatever could be a person's in it is taken out: addresses, values that a database quotes, numbers of nine digits.
 */
export function startFault(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.replaceAll(/\s+/g, ' ')
    .replaceAll(/"[^"]*"/g, (quoted) => (/^"[a-z0-9_./-]+"$/.test(quoted) ? quoted.slice(1, -1) : DROPPED))
    .replaceAll(/\S*@\S*/g, DROPPED).replaceAll(/(?<![0-9a-z])\d{9,}(?![0-9a-z])/g, DROPPED).replaceAll('"', '').slice(0, 400);
}
