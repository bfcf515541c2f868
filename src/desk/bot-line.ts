import { z } from 'zod';
import type { Activity } from './activities.js';

/** What came back on a click: the card that takes the place of the clicked one, a line of text, or nothing to show. */
export type ClickAnswer =
  | { readonly kind: 'card'; readonly card: Record<string, unknown> }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'none' }
  | { readonly kind: 'failed'; readonly reason: string };

/** What came back for a dialog: the card that stands in it now, its last word, or nothing, which closes it. */
export type DialogAnswer =
  | { readonly kind: 'card'; readonly title: string; readonly height: 'small' | 'medium' | 'large'; readonly card: Record<string, unknown> }
  | { readonly kind: 'message'; readonly text: string }
  | { readonly kind: 'closed' }
  | { readonly kind: 'failed'; readonly reason: string };

/** The bot's messaging endpoint as the desk reaches it. */
export interface BotLine {
  /** Undefined when the bot took it, otherwise why it did not, in Dutch. */
  send(activity: Activity): Promise<string | undefined>;
  click(activity: Activity): Promise<ClickAnswer>;
  task(activity: Activity): Promise<DialogAnswer>;
}

/** Teams gives a bot about this long. */
const TIME_OUT_MS = 15_000;
const UNREACHABLE = 'Routewijzer is nu niet bereikbaar. Wat je invulde staat er nog. Probeer het zo nog een keer.';
const TOO_SLOW = 'Routewijzer deed er te lang over. Wat je invulde staat er nog. Probeer het zo nog een keer.';
const WENT_WRONG = 'Dit ging niet goed. Wat je invulde staat er nog. Probeer het zo nog een keer.';

const invokeSchema = z.object({
  statusCode: z.number().default(200),
  type: z.string().default(''),
  value: z.unknown(),
});

const taskSchema = z.object({
  task: z.discriminatedUnion('type', [
    z.object({ type: z.literal('message'), value: z.string() }),
    z.object({
      type: z.literal('continue'),
      value: z.object({
        title: z.string().default('Routewijzer'),
        height: z.enum(['small', 'medium', 'large']).catch('medium'),
        card: z.object({ contentType: z.literal('application/vnd.microsoft.card.adaptive'), content: z.record(z.string(), z.unknown()) }),
      }),
    }),
  ]),
});

/** Opens the line to `${botUrl}/api/messages`. Nothing here throws for an unreachable or failing bot. */
export function openBotLine(botUrl: string): BotLine {
  async function post(activity: Activity): Promise<Response | string> {
    try {
      return await fetch(`${botUrl}/api/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(activity),
        signal: AbortSignal.timeout(TIME_OUT_MS),
      });
    } catch (fault) {
      return fault instanceof Error && fault.name === 'TimeoutError' ? TOO_SLOW : UNREACHABLE;
    }
  }
  return {
    async send(activity) {
      const response = await post(activity);
      if (typeof response === 'string') return response;
      await response.arrayBuffer().catch(() => undefined);
      return response.ok ? undefined : WENT_WRONG;
    },
    async click(activity) {
      const response = await post(activity);
      if (typeof response === 'string') return { kind: 'failed', reason: response };
      const body: unknown = await response.json().catch(() => undefined);
      return response.ok ? readInvoke(body) : { kind: 'failed', reason: WENT_WRONG };
    },
    async task(activity) {
      const response = await post(activity);
      if (typeof response === 'string') return { kind: 'failed', reason: response };
      const body = await response.text().catch(() => '');
      return response.ok ? readTask(body) : { kind: 'failed', reason: WENT_WRONG };
    },
  };
}

function readInvoke(body: unknown): ClickAnswer {
  const parsed = invokeSchema.safeParse(body ?? {});
  if (!parsed.success || parsed.data.statusCode >= 400) return { kind: 'failed', reason: WENT_WRONG };
  const { type, value } = parsed.data;
  if (type === 'application/vnd.microsoft.card.adaptive') {
    const card = z.record(z.string(), z.unknown()).safeParse(value);
    return card.success ? { kind: 'card', card: card.data } : { kind: 'failed', reason: WENT_WRONG };
  }
  if (type === 'application/vnd.microsoft.activity.message' && typeof value === 'string') return { kind: 'text', text: value };
  return { kind: 'none' };
}

/** No body, or none of `task`, closes the dialog. */
function readTask(body: string): DialogAnswer {
  if (body === '' || body === '{}') return { kind: 'closed' };
  const parsed = taskSchema.safeParse(asJson(body));
  if (!parsed.success) return { kind: 'failed', reason: WENT_WRONG };
  const { task } = parsed.data;
  if (task.type === 'message') return { kind: 'message', text: task.value };
  return { kind: 'card', title: task.value.title, height: task.value.height, card: task.value.card.content };
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
