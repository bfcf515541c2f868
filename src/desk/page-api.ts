import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { clickActivity, textActivity, type Envelope } from './activities.js';
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
  card: z.string(),
  /** Which of the message's cards was clicked. */
  index: z.number().int().min(0).default(0),
  verb: z.string(),
  data: z.record(z.string(), z.unknown()),
});
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

/** Sends the click on; a card in the answer takes the place of the clicked one, for everybody in that conversation. */
async function click(parts: PageParts, req: IncomingMessage, res: ServerResponse): Promise<void> {
  const body = clickSchema.safeParse(await readJson(req));
  if (!body.success) return answerJson(res, 400, { error: NOT_UNDERSTOOD });
  const found = lookUp(parts, body.data.person, body.data.conversation);
  if (found === undefined || parts.history.find(body.data.card)?.conversation !== found.place.id) return answerJson(res, 404, { error: NOT_HERE });
  const { card: id, index, verb, data } = body.data;
  const answer = await parts.bot.click(clickActivity(parts.envelope(), found.person, found.place, { verb, data, cardActivityId: id }));
  if (answer.kind === 'failed') return answerJson(res, 502, { error: answer.reason });
  if (answer.kind !== 'card') return answerJson(res, 200, answer.kind === 'text' ? { text: answer.text } : {});
  const stands = parts.history.find(id);
  const message = stands && parts.history.change(id, { text: stands.text, cards: stands.cards.map((card, at) => (at === index ? answer.card : card)) });
  if (message !== undefined) parts.live.publish({ kind: 'message', message });
  answerJson(res, 200, { message });
}

async function markRead(parts: PageParts, req: IncomingMessage, res: ServerResponse): Promise<void> {
  const body = readSchema.safeParse(await readJson(req));
  const found = body.success ? lookUp(parts, body.data.person, body.data.conversation) : undefined;
  if (found === undefined) return answerJson(res, 404, { error: NOT_HERE });
  parts.history.markRead(found.person.aadObjectId, found.place.id);
  answerJson(res, 200, {});
}
