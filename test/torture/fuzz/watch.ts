import type { BotProcess } from '../bot-process.js';
import { kindOf } from '../card.js';
import type { Tally } from '../frame.js';
import { caseSeenOf } from './case-seen.js';
import type { Input } from './generate.js';
import { forbiddenEvents } from './permission.js';
import { SEATS, type Seat } from './seats.js';
import type { Reading } from './store-read.js';
import type { Stories } from './story.js';
import type { talkOver } from './talk.js';
import type { Answered } from './wire.js';

/** No person waits longer. */
const SLOWEST_MS = 10_000;
/** Sentences of one sort are told a few times, not thousands. */
const MOST_SENTENCES = 40;

/** Judges each answer as it comes; `told` remembers to whom words of a case were shown. */
export function watchOver(tally: Tally, { secrets }: Stories) {
  const told = new Map<string, { readonly seat: Seat; readonly ref: string }>();
  const forbid = (sentence: string): void => {
    if (tally.forbidden.length < MOST_SENTENCES && !tally.forbidden.includes(sentence)) tally.forbidden.push(sentence);
  };
  return {
    forbid,
    told,
    judge({ kind, seat, body, tooLarge }: Input, { status, body: answer, ms }: Answered, bot: BotProcess): void {
      const what = (): string => `${kind} of ${seat.who} (${body.slice(0, 1500)})`;
      if (!bot.alive()) forbid(`the process died: ${bot.output().slice(-500)}`);
      else if (status === 0 && !tooLarge) forbid(`the connection was cut at ${what()}`);
      if (status >= 500) forbid(`${String(status)} was the answer to ${what()}`);
      if (ms > SLOWEST_MS) forbid(`${String(Math.round(ms))} ms for ${what()}`);
      for (const { words, ref } of secrets) if (answer.includes(words)) told.set(`${seat.who} ${ref}`, { seat, ref });
    },
  };
}
export type Watch = ReturnType<typeof watchOver>;

/** The process is the same one, its time is today, no prototype holds what was put there, and an ordinary person is answered. */
export async function stillSound(bot: BotProcess, talk: ReturnType<typeof talkOver>, { forbid }: Watch): Promise<void> {
  if (!bot.alive()) return forbid(`the process died: ${bot.output().slice(-500)}`);
  const health = await fetch(`${bot.url}/healthz`).then((response) => response.json() as Promise<Record<string, unknown>>, () => ({ status: 'no answer' }) as Record<string, unknown>);
  if (health['status'] !== 'ok' || JSON.stringify(health).includes('p0lluted')) forbid(`health says ${JSON.stringify(health)}`);
  if (Math.abs(Date.parse(String(health['now'])) - Date.now()) > 3_600_000) forbid(`the clock stands at ${String(health['now'])}`);
  for (const seat of SEATS) {
    const card = await talk.says(seat, 'wat nu?').catch((error: unknown) => String(error));
    if (typeof card === 'string' || kindOf(card) === '') forbid(`afterwards ${seat.who} gets no answer: ${JSON.stringify(card).slice(0, 300)}`);
  }
}

/** What stands in the store in the end, against what stood there after the stories. */
export function judgeStore(after: Reading, before: Reading, { kept, secrets }: Stories, { forbid, told }: Watch): void {
  const baseline = new Map<string, number>();
  for (const { stream, version } of before.events) baseline.set(stream, Math.max(version, baseline.get(stream) ?? 0));
  for (const fault of [...before.faults, ...after.faults]) forbid(fault);
  // The stories themselves must be allowed too: otherwise the table is wrong and proves nothing.
  for (const fault of forbiddenEvents(before.people, before.events)) forbid(`in the stories: ${fault}`);
  for (const fault of forbiddenEvents(after.people, after.events, baseline)) forbid(fault);
  if (!after.codes.has(kept.code)) forbid('a case vanished that its owner did not delete');
  for (const { seat, ref } of told.values()) {
    if (!mayRead(after, seat, ref)) forbid(`${seat.who} was shown words of a talk in a case that are not for that person`);
  }
  if (secrets.length === 0) forbid('no secret was planted');
}

/** Words of a talk are for those of the same organisation who took part in that case, or in the one that it went on in. */
function mayRead({ people, events }: Reading, seat: Seat, ref: string): boolean {
  const person = people.find(({ aadKey }) => aadKey === seat.aadObjectId.toLowerCase());
  const noted = events.find((event) => event.stream === ref && event.type === 'ContactNoted');
  // Of a case that is gone nobody can tell any more who took part.
  if (!noted) return true;
  const went = [ref, ...events.filter(({ type, data }) => type === 'CaseTookOver' && data['from'] === ref).map(({ stream }) => stream)];
  const tookPart = went.some((stream) => person !== undefined && caseSeenOf(events.filter((event) => event.stream === stream))?.ever.has(person.id));
  return tookPart && person?.organisation === noted.data['organisation'];
}
