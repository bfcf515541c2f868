import type { Conversation, PersonInput, Place } from '../../../src/app/ports.js';
import type { Append, OutboxInput, OutboxRow, Store, StreamRow } from '../../../src/app/store-port.js';

/** A moment on one day, minutes after eight. */
export function at(minutes: number): string {
  return new Date(Date.UTC(2026, 10, 23, 8, minutes)).toISOString();
}
export const MINUTE = 60_000;

export const anna: Place = { kind: 'person', personId: 'p-anna' };
export const bram: Place = { kind: 'person', personId: 'p-bram' };
export const channel: Place = { kind: 'stagnatiepunt', region: 'midden-groningen' };

export function row(changes: Partial<StreamRow> = {}): StreamRow {
  return {
    kind: 'case', owner: 'p-anna', region: 'midden-groningen', status: 'open', code: null, step: 'stap-1',
    ageBand: '4-11', stalled: false, openedAt: at(0), updatedAt: at(0), people: ['p-anna'], ...changes,
  };
}

let commands = 0;
/** One event on a new stream, by a command that was never seen before. */
export function command(changes: Partial<Append> = {}): Append {
  commands += 1;
  return {
    stream: 's1', expectedVersion: 0, commandId: `command-${commands}`, at: at(0), actor: 'p-anna',
    events: [{ type: 'CaseOpened', data: { answers: { leeftijd: '4-11' } } }], row: row(), texts: [], outbox: [], ...changes,
  };
}

export function card(changes: Partial<Extract<OutboxInput, { kind: 'card' }>> = {}): OutboxInput {
  return { kind: 'card', card: 'case', place: anna, mode: 'post', dueAt: at(0), ...changes };
}
export function timer(changes: Partial<Extract<OutboxInput, { kind: 'timer' }>> = {}): OutboxInput {
  return { kind: 'timer', timer: 'term', key: 'stap-1', dueAt: at(0), ...changes };
}

/** Asks for these without an event: the stream stays where it is. */
export async function ask(store: Store, ...outbox: OutboxInput[]): Promise<void> {
  await store.append(command({ stream: 'nowhere', events: [], outbox }));
}

/** Claims the only row that is due. */
export async function claimOne(store: Store, now: string, leaseMs = MINUTE): Promise<OutboxRow> {
  const [first, ...others] = await store.claimDue(now, 10, leaseMs);
  if (first === undefined || others.length > 0) throw new Error(`expected one row that is due, not ${others.length + (first ? 1 : 0)}`);
  return first;
}

export const conversation: Conversation = {
  serviceUrl: 'https://smba.example/emea/', conversationId: 'a:1', channelId: 'msteams', tenantId: 't-1', botId: '28:bot', userId: '29:anna',
};

export function registered(changes: Partial<PersonInput> = {}): PersonInput {
  return {
    aadObjectId: 'AAAA-1', name: 'Anna de Vries', email: 'anna@school.example', role: 'leerkracht', organisation: 'De Akkers',
    organisationType: 'school', region: 'midden-groningen', ...changes,
  };
}
