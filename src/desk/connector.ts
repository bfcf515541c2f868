import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { answerJson, readJson } from './exchange.js';
import type { History } from './history.js';
import type { Live } from './live.js';
import { membersOf, personalPlace, TENANT_ID, userId, withoutThread, type DeskPerson } from './places.js';

/** The Bot Connector that the bot calls: the part of its REST interface that a Teams bot uses for messages. */

const activitySchema = z.object({
  type: z.string().default('message'),
  text: z.string().nullish(),
  attachments: z.array(z.object({ contentType: z.string(), content: z.unknown() })).nullish(),
});
type BotActivity = z.output<typeof activitySchema>;
const newConversationSchema = z.object({
  members: z.array(z.object({ id: z.string() })).nullish(),
  channelData: z.object({ channel: z.object({ id: z.string() }).nullish() }).nullish(),
  activity: activitySchema.nullish(),
});

export interface ConnectorParts {
  readonly people: readonly DeskPerson[];
  readonly history: History;
  readonly live: Live;
}

function contentOf(activity: BotActivity): { text: string; cards: Record<string, unknown>[] } {
  const cards = (activity.attachments ?? [])
    .filter((attachment) => attachment.contentType === 'application/vnd.microsoft.card.adaptive')
    .flatMap((attachment) => {
      const card = z.record(z.string(), z.unknown()).safeParse(attachment.content);
      return card.success ? [card.data] : [];
    });
  return { text: activity.text ?? '', cards };
}

function refuse(res: ServerResponse, status: number, code: string): void {
  answerJson(res, status, { error: { code, message: code } });
}

function account(person: DeskPerson): Record<string, unknown> {
  return { id: userId(person), objectId: person.aadObjectId, aadObjectId: person.aadObjectId, name: person.name, tenantId: TENANT_ID, userRole: 'user' };
}

/** Puts what the bot says into the history; typing is only passed on. Answers the id that Teams would give. */
function receive(parts: ConnectorParts, conversation: string, activity: BotActivity): string {
  if (activity.type === 'typing') parts.live.publish({ kind: 'typing', conversation });
  if (activity.type !== 'message') return parts.history.nextId();
  const message = parts.history.add({ conversation, author: 'bot', ...contentOf(activity) });
  parts.live.publish({ kind: 'message', message });
  return message.id;
}

/**
 * Handles a request below `/desk/connector`.
 * @param path what follows `/desk/connector`, for example `/v3/conversations/a%3A1/activities`
 */
export async function handleConnector(parts: ConnectorParts, req: IncomingMessage, res: ServerResponse, path: string): Promise<void> {
  const [version, collection, rawId, part, rawItem, ...rest] = path.split('/').slice(1);
  if (version !== 'v3' || collection !== 'conversations' || rest.length > 0) return refuse(res, 404, 'NotFound');
  if (rawId === undefined || rawId === '') return req.method === 'POST' ? openConversation(parts, req, res) : refuse(res, 405, 'MethodNotAllowed');

  const conversation = withoutThread(decodeURIComponent(rawId));
  const members = membersOf(parts.people, conversation);
  if (members === undefined) return refuse(res, 404, 'ConversationNotFound');
  const item = rawItem === undefined ? undefined : decodeURIComponent(rawItem);
  if (part === 'activities') return handleActivity(parts, req, res, conversation, item);
  if (req.method === 'GET' && part === 'pagedmembers') return answerJson(res, 200, { members: members.map(account) });
  if (req.method === 'GET' && part === 'members') {
    if (item === undefined) return answerJson(res, 200, members.map(account));
    const member = members.find((person) => userId(person) === item || person.aadObjectId === item);
    return member === undefined ? refuse(res, 404, 'MemberNotFoundInConversation') : answerJson(res, 200, account(member));
  }
  refuse(res, 404, 'NotFound');
}

async function handleActivity(
  parts: ConnectorParts, req: IncomingMessage, res: ServerResponse, conversation: string, id: string | undefined,
): Promise<void> {
  const { history, live } = parts;
  if (req.method !== 'POST' && (id === undefined || history.find(id)?.conversation !== conversation)) return refuse(res, 404, 'ActivityNotFound');
  if (req.method === 'DELETE' && id !== undefined) {
    history.remove(id);
    live.publish({ kind: 'removed', conversation, id });
    return answerJson(res, 200, {});
  }
  const activity = activitySchema.safeParse(await readJson(req));
  if (!activity.success) return refuse(res, 400, 'BadSyntax');
  if (req.method === 'POST') return answerJson(res, 201, { id: receive(parts, conversation, activity.data) });
  if (req.method !== 'PUT' || id === undefined) return refuse(res, 405, 'MethodNotAllowed');
  const message = history.change(id, contentOf(activity.data));
  if (message !== undefined) live.publish({ kind: 'message', message });
  answerJson(res, 200, { id });
}

/** Creates nothing: a chat with a person and the channels exist already, their id is looked up. */
async function openConversation(parts: ConnectorParts, req: IncomingMessage, res: ServerResponse): Promise<void> {
  const wish = newConversationSchema.safeParse(await readJson(req));
  if (!wish.success) return refuse(res, 400, 'BadSyntax');
  const member = wish.data.members?.[0]?.id;
  const person = parts.people.find((candidate) => userId(candidate) === member || candidate.aadObjectId === member);
  const id = wish.data.channelData?.channel?.id ?? (person === undefined ? undefined : personalPlace(person).id);
  if (id === undefined || membersOf(parts.people, id) === undefined) return refuse(res, 403, 'BotNotInConversationRoster');
  const conversation = withoutThread(id);
  const activityId = wish.data.activity ? receive(parts, conversation, wish.data.activity) : undefined;
  answerJson(res, 201, { id: conversation, activityId });
}
