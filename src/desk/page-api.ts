import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { clickActivity, taskActivity, textActivity, type Envelope } from './activities.js';
import type { BotLine } from './bot-line.js';
import { answerJson, readJson } from './exchange.js';
import type { History } from './history.js';
import type { Live } from './live.js';
import { CHANNELS, personalPlace, placesOf, TEAM, type DeskPerson, type Place } from './places.js';

/** What the page asks of the desk, below `/desk/api`. */

export interface PageParts {
  readonly people: readonly DeskPerson[];
  readonly history: History;
  readonly live: Live;
  readonly bot: BotLine;
  /** An envelope with this id, or with a fresh one. */
  envelope(id?: string): Envelope;
}

const where = { person: z.string(), conversation: z.string() };
const saySchema = z.strictObject({ ...where, text: z.string().trim().min(1).max(4000) });
const clickSchema = z.strictObject({
  ...where,
  /** The message in which it stands. */
  card: z.string(),
  verb: z.string(),
  data: z.record(z.string(), z.unknown()),
  trigger: z.enum(['manual', 'automatic']).default('manual'),
});
const taskSchema = z.strictObject({ ...where, card: z.string(), step: z.enum(['fetch', 'submit']), data: z.record(z.string(), z.unknown()) });
const readSchema = z.strictObject(where);

const NOT_HERE = 'Dit gesprek is er niet voor deze persoon.';
const NOT_UNDERSTOOD = 'Dit verzoek is niet te lezen.';

/** Handles a request below `/desk/api`; `path` is what follows it. */
export async function handlePageApi(parts: PageParts, req: IncomingMessage, res: ServerResponse, path: string, url: URL): Promise<void> {
  const call = `${req.method ?? ''} ${path}`;
  if (call === 'GET /state') return answerJson(res, 200, state(parts, url.searchParams.get('person')));
  if (call === 'GET /events') return parts.live.join(req, res);
  if (call === 'POST /say') return say(parts, req, res);
  if (call === 'POST /click') return click(parts, req, res);
  if (call === 'POST /task') return task(parts, req, res);
  if (call === 'POST /read') return markRead(parts, req, res);
  if (call.startsWith('GET /conversations/')) {
    const id = decodeURIComponent(path.slice('/conversations/'.length));
    const found = lookUp(parts, url.searchParams.get('person') ?? '', id);
    if (found === undefined) return answerJson(res, 404, { error: NOT_HERE });
    return answerJson(res, 200, { id, messages: parts.history.read(id) });
  }
  answerJson(res, 404, { error: 'Deze pagina bestaat niet.' });
}

function lookUp(parts: PageParts, aadObjectId: string, conversation: string): { person: DeskPerson; place: Place } | undefined {
  const person = parts.people.find((candidate) => candidate.aadObjectId === aadObjectId);
  if (person === undefined) return undefined;
  const place = placesOf(person).find((candidate) => candidate.id === conversation);
  return place === undefined ? undefined : { person, place };
}

/** Everybody, with the unread messages of their own chat, and the places of the chosen person. */
function state(parts: PageParts, aadObjectId: string | null): unknown {
  const { history, people } = parts;
  const chosen = people.find((person) => person.aadObjectId === aadObjectId) ?? people[0];
  const withUnread = (person: DeskPerson, place: Place): Place & { unread: number } => ({ ...place, unread: history.unread(person.aadObjectId, place.id) });
  return {
    person: chosen?.aadObjectId,
    people: people.map((person) => ({ ...person, unread: withUnread(person, personalPlace(person)).unread })),
    team: TEAM.name,
    places: chosen === undefined ? CHANNELS : placesOf(chosen).map((place) => withUnread(chosen, place)),
  };
}

/** Puts the text in the history first, so that it is not lost when the bot cannot be reached. */
async function say(parts: PageParts, req: IncomingMessage, res: ServerResponse): Promise<void> {
  const body = saySchema.safeParse(await readJson(req));
  if (!body.success) return answerJson(res, 400, { error: NOT_UNDERSTOOD });
  const found = lookUp(parts, body.data.person, body.data.conversation);
  if (found === undefined) return answerJson(res, 404, { error: NOT_HERE });
  const { person, place } = found;
  const text = body.data.text.replace(/^@routewijzer\s+/i, '');
  const message = parts.history.add({ conversation: place.id, author: person.aadObjectId, text, cards: [] });
  parts.live.publish({ kind: 'message', message });
  const fault = await parts.bot.send(textActivity(parts.envelope(message.id), person, place, text));
  answerJson(res, fault === undefined ? 200 : 502, fault === undefined ? { message } : { message, error: fault });
}

/**
 * Sends the click on. A card in the answer goes to the page of whoever clicked, and to nobody else: what the bot posted stands
 * in the message until the bot itself changes that. So a page that is loaded again shows the posted card, as Teams does.
 */
async function click(parts: PageParts, req: IncomingMessage, res: ServerResponse): Promise<void> {
  const body = clickSchema.safeParse(await readJson(req));
  if (!body.success) return answerJson(res, 400, { error: NOT_UNDERSTOOD });
  const found = lookUp(parts, body.data.person, body.data.conversation);
  if (found === undefined || parts.history.find(body.data.card)?.conversation !== found.place.id) return answerJson(res, 404, { error: NOT_HERE });
  const { card: cardActivityId, verb, data, trigger } = body.data;
  const answer = await parts.bot.click(clickActivity(parts.envelope(), found.person, found.place, { verb, data, cardActivityId, trigger }));
  if (answer.kind === 'failed') return answerJson(res, 502, { error: answer.reason });
  if (answer.kind !== 'card') return answerJson(res, 200, answer.kind === 'text' && answer.text !== '' ? { text: answer.text } : {});
  answerJson(res, 200, { card: answer.card });
}

/** Opens a dialog, or sends what was filled in there. */
async function task(parts: PageParts, req: IncomingMessage, res: ServerResponse): Promise<void> {
  const body = taskSchema.safeParse(await readJson(req));
  if (!body.success) return answerJson(res, 400, { error: NOT_UNDERSTOOD });
  const { card: cardActivityId, step, data } = body.data;
  const found = lookUp(parts, body.data.person, body.data.conversation);
  if (found === undefined) return answerJson(res, 404, { error: NOT_HERE });
  const answer = await parts.bot.task(taskActivity(parts.envelope(), found.person, found.place, { step, data, cardActivityId }));
  if (answer.kind === 'failed') return answerJson(res, 502, { error: answer.reason });
  answerJson(res, 200, { dialog: answer });
}

async function markRead(parts: PageParts, req: IncomingMessage, res: ServerResponse): Promise<void> {
  const body = readSchema.safeParse(await readJson(req));
  const found = body.success ? lookUp(parts, body.data.person, body.data.conversation) : undefined;
  if (found === undefined) return answerJson(res, 404, { error: NOT_HERE });
  parts.history.markRead(found.person.aadObjectId, found.place.id);
  answerJson(res, 200, {});
}
