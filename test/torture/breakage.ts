import Database from 'better-sqlite3';
import { join } from 'node:path';
import type { Breakage } from './frame.js';
import type { Ledger } from './ledger.js';

/** Where the bot keeps everything in SQLite. */
export const databaseIn = (folder: string): string => join(folder, 'routewijzer.sqlite');

/**
 * Takes something out of the store behind the bot's back, while it is dead: something that was acknowledged. Returns what, for
 * people. The harness must find it missing without being told what it was.
 */
export function breakStore(folder: string, how: Breakage, ledger: Ledger): string {
  const database = new Database(databaseIn(folder));
  try {
    const planned = ledger.cases.find(({ onMdo }) => onMdo.length > 0);
    const waiting = ledger.cases.find(({ due, onMdo }) => due !== undefined && onMdo.length === 0);
    switch (how) {
      case 'drop-event': {
        const target = planned ?? ledger.cases.find(({ step }) => step.startsWith('Stap 2')) ?? ledger.cases[0];
        if (target === undefined) return 'nothing: no case was opened';
        const last = database.prepare<[string], { version: number; type: string }>('select version, type from events where stream = ? order by version desc limit 1').get(target.ref);
        database.prepare('delete from events where stream = ? and version = ?').run(target.ref, last?.version ?? 0);
        // So that nothing looks out of order: the case simply does not know it any more.
        database.prepare('update streams set version = version - 1 where stream = ?').run(target.ref);
        return `event ${last?.type ?? 'none'}`;
      }
      case 'skip-outbox': {
        if (waiting === undefined) return 'nothing: no case waits for its term';
        const { changes } = database.prepare("delete from outbox where stream = ? and kind = 'timer'").run(waiting.ref);
        return `${String(changes)} timers of a case`;
      }
      case 'drop-text': {
        if (planned === undefined) return 'nothing: no MDO was planned';
        const { changes } = database.prepare('delete from texts where stream = ?').run(planned.ref);
        return `${String(changes)} texts of a case`;
      }
    }
  } finally {
    database.close();
  }
}

/** What should have been delivered by now and is not, by kind; what waits for a conversation is no fault. */
export function leftOver(folder: string, nowIso: string): readonly string[] {
  const database = new Database(databaseIn(folder), { readonly: true });
  try {
    return database.prepare<[string], { line: string }>(LEFT_OVER.replace('$1', '?')).all(nowIso).map(({ line }) => line);
  } finally {
    database.close();
  }
}

/** The same question for both databases. */
export const LEFT_OVER = `select kind || ' ' || name || ' is ' || state || ' after ' || attempts || ' attempts' as line from outbox
  where state = 'dead' or (state = 'pending' and due_at <= $1)`;
