import { INVOKE_RESPONSE_KEY, TurnContext, type Activity, type ResourceResponse } from 'botbuilder';
import { TeamsAdapter } from '@microsoft/teams-ai/lib/TeamsAdapter.js';
import { TurnState } from '@microsoft/teams-ai/lib/TurnState.js';
import { z } from 'zod';
import { ActivityNotSent } from './errors.js';
import type { Connector } from './connector.js';
import type { credentialsFactory, BotIdentity } from './credentials.js';

/** What the HTTP answer to an activity is. */
export interface TurnResult {
  readonly status: number;
  readonly body: unknown;
}

const invokeResponseSchema = z.object({ value: z.object({ status: z.number().int(), body: z.unknown().optional() }) });

/**
 * The SDK's adapter (TurnContext, middleware) with three changes: who calls is judged before, by `authenticate.ts`, which
 * lets less in than the SDK; it sends through our light connector; and it hands the result back instead of writing errors
 * to the console and to the caller.
 */
export class LightAdapter extends TeamsAdapter {
  readonly #connector: Connector;

  constructor(identity: BotIdentity, factory: ReturnType<typeof credentialsFactory>, connector: Connector) {
    super({ ...(identity.appId === undefined ? {} : { MicrosoftAppId: identity.appId }) }, factory);
    this.#connector = connector;
  }

  /** Runs one turn for an activity that has been authenticated. */
  async turn(activity: Activity, logic: (context: TurnContext) => Promise<void>): Promise<TurnResult> {
    const context = new TurnContext(this, activity);
    await this.runMiddleware(context, logic);
    if (activity.deliveryMode === 'expectReplies') {
      return { status: 200, body: { activities: context.bufferedReplyActivities } };
    }
    if (activity.type !== 'invoke') return { status: 200, body: undefined };
    const answer = invokeResponseSchema.safeParse(context.turnState.get(INVOKE_RESPONSE_KEY));
    return answer.success ? { status: answer.data.value.status, body: answer.data.value.body } : { status: 400, body: undefined };
  }

  /** Posts one by one, in order; `id` is '' where the channel gave none. Throws `ActivityNotSent`. */
  override async sendActivities(context: TurnContext, activities: Partial<Activity>[]): Promise<ResourceResponse[]> {
    const sent: ResourceResponse[] = [];
    for (const activity of activities) sent.push({ id: await this.#send(context, activity) });
    return sent;
  }

  async #send(context: TurnContext, activity: Partial<Activity>): Promise<string> {
    if (activity.type === 'invokeResponse') {
      context.turnState.set(INVOKE_RESPONSE_KEY, activity);
      return '';
    }
    const result = await this.#connector({
      serviceUrl: activity.serviceUrl ?? '',
      conversationId: activity.conversation?.id ?? '',
      activity,
    });
    if (result.kind !== 'sent') throw new ActivityNotSent(result.reason);
    return result.activityId;
  }
}

/**
 * teams-ai insists on a state for each turn. Ours is empty and shared by nobody: the store is the only truth, and a
 * malformed activity must not fail for want of the ids that storage keys are made of.
 */
export class NoState extends TurnState {
  override onComputeStorageKeys(): Promise<Record<string, string>> {
    return Promise.resolve({ conversation: 'none', user: 'none' });
  }
}
