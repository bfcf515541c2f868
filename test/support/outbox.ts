import type { Run } from '../../src/app/pulse.js';
import type { OutboxInput } from '../../src/app/store-port.js';
import { chatId, type House, type Who } from './house.js';

/** Somebody who never stops and is never woken. */
export const undisturbed: Run = { stopping: () => false, woken: () => new Promise(() => undefined) };

/** A promise that is resolved from outside. */
export function latch(): { readonly opened: Promise<void>; open(): void } {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => { open = resolve; });
  return { opened, open: () => { open(); } };
}

let commands = 0;
/** Asks for these without an event. */
export async function ask(house: House, stream: string, ...outbox: readonly OutboxInput[]): Promise<void> {
  commands += 1;
  const row = await house.store.row(stream);
  if (!row) throw new Error(`no stream ${stream}`);
  const result = await house.store.append({ stream, expectedVersion: row.version, commandId: `ask-${String(commands)}`, at: house.parts.clock.now(), actor: null, events: [], row, texts: [], outbox });
  if (result !== 'appended') throw new Error(result);
}

/** Begins a dialog for each, in a chat that can be reached, and gives the streams: their cards can be asked for in any place. */
export async function dialogs(house: House, ...who: readonly Who[]): Promise<readonly string[]> {
  const streams: string[] = [];
  for (const one of who) {
    await house.say(one, 'wat nu?');
    const [row] = await house.store.rowsOf((await house.person(one)).id, 'visit');
    if (row) streams.push(row.stream);
  }
  // What the dialogs asked for themselves is out of the way.
  await house.deliver();
  return streams;
}

/** The card of a dialog, asked for in the chat of this person. */
export async function visitTo(house: House, who: Who, mode: 'post' | 'update' = 'post'): Promise<OutboxInput> {
  return { kind: 'card', card: 'visit', place: { kind: 'person', personId: (await house.person(who)).id }, mode, dueAt: house.parts.clock.now() };
}

/** A message for each of these, in their own chats. */
export async function messageEach(house: House, ...who: readonly Who[]): Promise<void> {
  const streams = await dialogs(house, ...who);
  for (const [index, one] of who.entries()) await ask(house, streams[index] ?? '', await visitTo(house, one));
}

/** As many messages, all for this one. */
export async function messagesTo(house: House, who: Who, from: readonly Who[]): Promise<void> {
  for (const stream of await dialogs(house, ...from)) await ask(house, stream, await visitTo(house, who));
}

/** What was sent to this one: "post" or "update", in order. */
export function sentTo(house: House, who: Who): readonly string[] {
  return house.sent.filter((one) => one.conversationId === chatId(who)).map(({ kind }) => kind);
}

/** Time goes on by so many seconds. */
export function pass(house: House, seconds: number): void {
  house.at(new Date(Date.parse(house.parts.clock.now()) + seconds * 1000).toISOString());
}
