// Not the package's own entry: that brings its language models, and half a second, along.
import { Application } from '@microsoft/teams-ai/lib/Application.js';
import type { Activity, TurnContext } from 'botbuilder';
import type { Handler } from '../app/input.js';
import type { Clock, Outgoing } from '../app/ports.js';
import { NothingRecorded } from '../app/recorded.js';
import { LightAdapter, NoState, type TurnResult } from './adapter.js';
import { answerDialog, answerDialogText, answerFailedDialog, answerMalformedDialog, isDialog } from './answer-dialog.js';
import { answerClick, answerFailure, answerMalformedClick, answerMessage, answerUnknownInvoke, ONLY_TEXT, sendText, WHO_ARE_YOU } from './answer.js';
import { createAuthenticator, type Admission, type Caller } from './authenticate.js';
import { BOT_FRAMEWORK_METADATA, isKeyAddress } from './authenticate-keys.js';
import { createConnector } from './connector.js';
import { credentialsFactory, tokenSource, type BotIdentity } from './credentials.js';
import { ActivityNotSent } from './errors.js';
import { ATTACHMENT_ONLY, NOBODY, parseActivity } from './parse.js';
import { refusedLog } from './refused-log.js';
import { createOutgoing } from './sending.js';
import { notAdmitted } from './tenants.js';

export interface BotOptions extends BotIdentity {
  readonly handler: Handler;
  /** Told of every turn that failed. The error may name what broke, the activity's content is not added. */
  readonly onError: (error: unknown) => void;
  /** Talks to this machine only. Without it an app id is obligatory. */
  readonly localMode: boolean;
  /** By which the tokens of callers are judged. */
  readonly clock: Clock;
  /** Tenants whose people may use it, in lower case. Outside local mode nobody else gets in: undefined is nobody at all. */
  readonly tenants?: readonly string[] | undefined;
  /** OpenID metadata of who signs the callers' tokens; the Bot Framework's own when left out. https, or this machine. */
  readonly openIdMetadata?: string | undefined;
  /** Told why callers were turned away, by name; each reason once a minute at most. */
  readonly onRefused?: (facts: { readonly reason: string; readonly times: number; readonly cause?: string }) => void;
}

/** One activity as parsed JSON, and who brought it, as `admit` said. */
export interface BotRequest {
  readonly body: Readonly<Record<string, unknown>>;
  readonly caller: Caller;
}
export interface BotResponse {
  status(code: number): unknown;
  send(body: unknown): unknown;
  end(): unknown;
}

export interface Bot {
  /** Judges the `Authorization` headers of a request, each on its own, before anything else of it is read; never rejects. */
  admit(authorization: readonly string[]): Promise<Admission>;
  /** Handles one activity and answers it; never rejects. 401 when the activity is not the one of the caller's token, 403 for another tenant. */
  process(req: BotRequest, res: BotResponse): Promise<void>;
  readonly outgoing: Outgoing;
}

/**
 * Puts the Teams edge together. Throws when the identity is incomplete: without an app id nobody is authenticated, so
 * that is for local mode only.
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

  const refused = refusedLog(options.clock, options.onRefused ?? (() => undefined));

  const receive = async ({ body, caller }: BotRequest): Promise<TurnResult> => {
    const not = caller.kind === 'local' && !localMode ? STRANGER_IN_THE_HOUSE : notAdmitted(body, caller, options.tenants);
    if (not) {
      refused(not.reason, not.cause);
      return { status: not.status, body: { error: not.status === 403 ? 'forbidden' : 'unauthorized' } };
    }
    return adapter.turn(body as unknown as Activity, async (context) => { await app.run(context); });
  };

  return {
    outgoing: createOutgoing(connector),
    admit: admission(identity, options, refused),
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

/** Outside local mode nobody is local, whatever the caller of `process` thinks. */
const STRANGER_IN_THE_HOUSE = { ok: false, status: 401, reason: 'no-token', cause: undefined } as const;

function admission({ appId }: BotIdentity, { localMode, openIdMetadata = BOT_FRAMEWORK_METADATA, clock }: BotOptions, refused: ReturnType<typeof refusedLog>): Bot['admit'] {
  if (localMode || appId === undefined) return () => Promise.resolve({ ok: true, caller: { kind: 'local' } });
  if (!isKeyAddress(openIdMetadata)) throw new Error('the OpenID metadata must be at an https address');
  const authenticate = createAuthenticator(appId, openIdMetadata, clock);
  return async (authorization) => {
    const admitted = await authenticate(authorization);
    if (!admitted.ok) refused(admitted.reason, admitted.cause);
    return admitted;
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
  else if (input.kind === 'unsupported' && input.what === NOBODY) await answerNobody(context);
  else if (isDialog(context)) await answerMalformedDialog(context);
  else if (context.activity.name === 'adaptiveCard/action') await answerMalformedClick(context);
  else await answerUnknownInvoke(context);
}

/** A click of which the channel does not say whose it is. */
async function answerNobody(context: TurnContext): Promise<void> {
  const reply = { kind: 'text', text: WHO_ARE_YOU } as const;
  await (isDialog(context) ? answerDialogText(context, WHO_ARE_YOU) : answerClick(context, reply));
}

async function onOther(context: TurnContext, handler: Handler, onError: (error: unknown) => void): Promise<void> {
  const input = parseActivity(context.activity);
  if (input.kind !== 'unsupported') await answerMessage(context, await handler.handle(input), onError);
  else if (input.what === ATTACHMENT_ONLY) await sendText(context, ONLY_TEXT);
  else if (input.what === NOBODY && context.activity.type === 'message') await sendText(context, WHO_ARE_YOU);
}

/** A failed turn is reported and answered with a sentence; it never fails for a second time. */
async function apologise(context: TurnContext, error: unknown, onError: (error: unknown) => void): Promise<void> {
  onError(error instanceof NothingRecorded ? error.cause : error);
  if (error instanceof ActivityNotSent) return;
  await (isDialog(context) ? answerFailedDialog(context, error) : answerFailure(context, error)).catch(onError);
}
