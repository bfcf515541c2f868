import { Application } from '@microsoft/teams-ai';
import type { Activity, TurnContext } from 'botbuilder';
import type { Handler } from '../app/input.js';
import type { Outgoing } from '../app/ports.js';
import { LightAdapter, NoState, type TurnResult } from './adapter.js';
import { answerDialog, answerFailedDialog, answerMalformedDialog, isDialog } from './answer-dialog.js';
import { answerClick, answerFailure, answerMalformedClick, answerMessage, answerUnknownInvoke, ONLY_TEXT, sendText } from './answer.js';
import { createConnector } from './connector.js';
import { credentialsFactory, tokenSource, type BotIdentity } from './credentials.js';
import { ActivityNotSent, isRefusal } from './errors.js';
import { ATTACHMENT_ONLY, parseActivity } from './parse.js';
import { createOutgoing } from './sending.js';

export interface BotOptions extends BotIdentity {
  readonly handler: Handler;
  /** Told of every turn that failed. The error may name what broke, the activity's content is not added. */
  readonly onError: (error: unknown) => void;
  /** Talks to this machine only. Without it an app id is obligatory. */
  readonly localMode: boolean;
}

/** One HTTP request with an activity as parsed JSON; the shape that the SDK's own `process` takes. */
export interface BotRequest {
  readonly body: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly method: string;
}
export interface BotResponse {
  status(code: number): unknown;
  send(body: unknown): unknown;
  end(): unknown;
}

export interface Bot {
  /** Handles one activity and answers it; never rejects. 401 when the caller is not the Bot Framework. */
  process(req: BotRequest, res: BotResponse): Promise<void>;
  readonly outgoing: Outgoing;
}

/**
 * Puts the Teams edge together. Throws when the identity is incomplete: without an app id the SDK authenticates
 * nobody, so that is for local mode only.
 */
export function createBot(options: BotOptions): Bot {
  const { handler, onError, localMode } = options;
  const identity: BotIdentity = { ...options, appId: options.appId === '' ? undefined : options.appId };
  if (identity.appId === undefined && !localMode) throw new Error('an app id is required outside local mode');

  const factory = credentialsFactory(identity);
  const token = localMode ? () => Promise.resolve(undefined) : tokenSource(identity, factory);
  const connector = createConnector({ token, localMode });
  const adapter = new LightAdapter(identity, factory, connector);
  const app = createApplication(adapter, handler, onError);

  async function receive(req: BotRequest): Promise<TurnResult> {
    const activity = req.body as unknown as Activity;
    try {
      await adapter.authenticate(activity, authorization(req));
    } catch (error) {
      if (!isRefusal(error)) onError(error);
      return { status: 401, body: { error: 'unauthorized' } };
    }
    return adapter.turn(activity, async (context) => { await app.run(context); });
  }

  return {
    outgoing: createOutgoing(connector),
    process: async (req, res) => {
      const { status, body } = await receive(req).catch((error: unknown): TurnResult => {
        onError(error);
        return { status: 200, body: undefined };
      });
      res.status(status);
      if (body !== undefined) res.send(body);
      res.end();
    },
  };
}

function createApplication(adapter: LightAdapter, handler: Handler, onError: (error: unknown) => void): Application<NoState> {
  const app = new Application<NoState>({
    adapter, turnStateFactory: () => new NoState(), removeRecipientMention: false, startTypingTimer: false,
  });
  // `run` starts it whatever the option says, and its one timer is shared by all concurrent turns.
  app.startTypingTimer = () => undefined;
  const guarded = (turn: (context: TurnContext) => Promise<void>) =>
    (context: TurnContext) => turn(context).catch((error: unknown) => apologise(context, error, onError));
  app.addRoute(isInvoke, guarded((context) => onInvoke(context, handler)), true);
  app.addRoute(async (context) => !(await isInvoke(context)), guarded((context) => onOther(context, handler, onError)));
  return app;
}

const isInvoke = (context: TurnContext): Promise<boolean> => Promise.resolve(context.activity.type === 'invoke');

async function onInvoke(context: TurnContext, handler: Handler): Promise<void> {
  const input = parseActivity(context.activity);
  if (input.kind === 'click' && input.dialog !== 'none') await answerDialog(context, input, await handler.handle(input));
  else if (input.kind === 'click') await answerClick(context, await handler.handle(input));
  else if (isDialog(context)) await answerMalformedDialog(context);
  else if (context.activity.name === 'adaptiveCard/action') await answerMalformedClick(context);
  else await answerUnknownInvoke(context);
}

async function onOther(context: TurnContext, handler: Handler, onError: (error: unknown) => void): Promise<void> {
  const input = parseActivity(context.activity);
  if (input.kind !== 'unsupported') await answerMessage(context, await handler.handle(input), onError);
  else if (input.what === ATTACHMENT_ONLY) await sendText(context, ONLY_TEXT);
}

/** A failed turn is reported and answered with a sentence; it never fails for a second time. */
async function apologise(context: TurnContext, error: unknown, onError: (error: unknown) => void): Promise<void> {
  onError(error);
  if (error instanceof ActivityNotSent) return;
  await (isDialog(context) ? answerFailedDialog(context) : answerFailure(context)).catch(onError);
}

function authorization({ headers }: BotRequest): string {
  const header = headers['authorization'];
  return typeof header === 'string' ? header : '';
}
