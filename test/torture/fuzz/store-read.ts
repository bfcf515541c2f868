import Database from 'better-sqlite3';
import type { JudgedEvent, JudgedPerson } from './permission.js';

export interface Reading {
  readonly people: readonly JudgedPerson[];
  readonly events: readonly JudgedEvent[];
  /** What is wrong with the file itself or with how its tables hang together. */
  readonly faults: readonly string[];
  /** Codes of the cases. */
  readonly codes: ReadonlySet<string>;
}

interface EventRow { readonly stream: string; readonly version: number; readonly type: string; readonly data: string; readonly actor: string | null }
interface PersonRow { readonly id: string; readonly aadKey: string; readonly role: string; readonly organisation: string; readonly registered: number }

/** Opens the bot's own file behind its back, to look only. */
export function readStore(file: string): Reading {
  const db = new Database(file, { readonly: true, timeout: 10_000 });
  try {
    return db.transaction(() => ({
      people: db.prepare<[], PersonRow>('select id, aad_key as aadKey, role, organisation, registered from people').all().map((row) => ({ ...row, registered: row.registered === 1 })),
      events: db.prepare<[], EventRow>('select stream, version, type, data, actor from events order by stream, version').all()
        .map((row) => ({ ...row, data: JSON.parse(row.data) as Record<string, unknown> })),
      faults: [...integrity(db), ...halves(db)],
      codes: new Set(db.prepare<[], { code: string }>('select code from streams where code is not null').all().map(({ code }) => code)),
    }))();
  } finally {
    db.close();
  }
}

function integrity(db: Database.Database): readonly string[] {
  const found = db.pragma('integrity_check') as readonly { readonly integrity_check: string }[];
  const dangling = db.pragma('foreign_key_check') as readonly { readonly table: string }[];
  return [...found.filter((row) => row.integrity_check !== 'ok').map((row) => `integrity: ${row.integrity_check}`), ...dangling.map(({ table }) => `a row of ${table} points at nothing`)];
}

/** What an append writes in one go must be there together: row, events without a hole, the command. */
const HALVES: readonly (readonly [what: string, sql: string])[] = [
  ['a stream\'s row and its events tell another version', 'select 1 from streams s where s.version <> (select count(*) from events e where e.stream = s.stream) or s.version <> (select coalesce(max(e.version), 0) from events e where e.stream = s.stream)'],
  ['events of no stream', 'select 1 from events e where not exists (select 1 from streams s where s.stream = e.stream)'],
  ['a text of no stream', 'select 1 from texts t where not exists (select 1 from streams s where s.stream = t.stream)'],
  ['a stream without a command', 'select 1 from streams s where not exists (select 1 from commands c where c.stream = s.stream)'],
  ['a case that was opened without a first step', 'select 1 from events e where e.type = \'CaseOpened\' and not exists (select 1 from events n where n.stream = e.stream and n.version = 2 and n.type = \'StepStarted\')'],
  ['a case without its people', 'select 1 from streams s where s.kind = \'case\' and not exists (select 1 from stream_people p where p.stream = s.stream)'],
];

function halves(db: Database.Database): readonly string[] {
  return HALVES.flatMap(([what, sql]) => (db.prepare(`${sql} limit 1`).get() === undefined ? [] : [`half-written: ${what}`]));
}
