import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { z } from 'zod';

/** One line of a conversation. `revision` rises with each change, so that a page never goes back to an older card. */
export interface Message {
  readonly id: string;
  readonly conversation: string;
  /** `bot`, or the aadObjectId of a person. */
  readonly author: string;
  readonly text: string;
  readonly cards: readonly Record<string, unknown>[];
  /** ISO 8601, the bot's time. */
  readonly at: string;
  readonly revision: number;
}
export type NewMessage = Pick<Message, 'conversation' | 'author' | 'text' | 'cards'>;

export interface History {
  /** An activity id that this desk never gave out before: milliseconds, as in Teams, but always rising. */
  nextId(): string;
  add(message: NewMessage): Message;
  /** The changed message, or undefined when it does not stand there. */
  change(id: string, to: Pick<Message, 'text' | 'cards'>): Message | undefined;
  /** The removed message, or undefined when it did not stand there. */
  remove(id: string): Message | undefined;
  find(id: string): Message | undefined;
  /** The last 300 messages, oldest first. */
  read(conversation: string): readonly Message[];
  /** This person has seen everything that stands in the conversation now. */
  markRead(person: string, conversation: string): void;
  unread(person: string, conversation: string): number;
  close(): void;
}

const TABLES = `
  create table if not exists ids (one integer primary key check (one = 1), last integer not null);
  insert or ignore into ids values (1, 0);
  create table if not exists messages (
    id integer primary key, conversation text not null, author text not null,
    text text not null, cards text not null, at text not null, revision integer not null
  );
  create index if not exists messages_of on messages (conversation, id);
  create table if not exists reads (
    person text not null, conversation text not null, last integer not null, primary key (person, conversation)
  );
`;

const rowSchema = z.object({
  id: z.number().transform(String),
  conversation: z.string(),
  author: z.string(),
  text: z.string(),
  cards: z.string().transform((json) => z.array(z.record(z.string(), z.unknown())).parse(JSON.parse(json))),
  at: z.string(),
  revision: z.number(),
});

/**
 * Opens the desk's own conversation history, which survives reload and restart.
 * @param file path of the SQLite file, or `:memory:`
 * @param now the bot's time, ISO 8601
 */
export function openHistory(file: string, now: () => string): History {
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true });
  const database = new Database(file);
  database.pragma('journal_mode = WAL');
  database.exec(TABLES);
  const bump = database.prepare<[number], { last: number }>('update ids set last = max(last + 1, ?) returning last');
  const insert = database.prepare('insert into messages values (?, ?, ?, ?, ?, ?, 1)');
  const update = database.prepare('update messages set text = ?, cards = ?, revision = revision + 1 where id = ?');
  const erase = database.prepare('delete from messages where id = ?');
  const one = database.prepare('select * from messages where id = ?');
  const last = database.prepare('select * from (select * from messages where conversation = ? order by id desc limit 300) order by id');
  const seen = database.prepare(`insert into reads select ?, ?, coalesce(max(id), 0) from messages where conversation = ?
    on conflict do update set last = excluded.last`);
  const count = database.prepare<[string, string, string], { n: number }>(`select count(*) as n from messages
    where conversation = ? and author <> ? and id > coalesce((select last from reads where person = ? and reads.conversation = messages.conversation), 0)`);

  const nextId = (): string => String(bump.get(Date.parse(now()))?.last);
  const find = (id: string): Message | undefined => {
    const row = one.get(Number(id));
    return row === undefined ? undefined : rowSchema.parse(row);
  };
  return {
    nextId,
    find,
    add(message) {
      const id = nextId();
      const at = now();
      insert.run(Number(id), message.conversation, message.author, message.text, JSON.stringify(message.cards), at);
      return { ...message, id, at, revision: 1 };
    },
    change(id, to) {
      update.run(to.text, JSON.stringify(to.cards), Number(id));
      return find(id);
    },
    remove(id) {
      const message = find(id);
      erase.run(Number(id));
      return message;
    },
    read: (conversation) => z.array(rowSchema).parse(last.all(conversation)),
    markRead: (person, conversation) => void seen.run(person, conversation, conversation),
    unread: (person, conversation) => count.get(conversation, person, person)?.n ?? 0,
    close: () => void database.close(),
  };
}
