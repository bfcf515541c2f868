import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createHttpServer, type HttpServer } from '../../src/http/server.js';
import type { Handler, Input, Reply } from '../../src/app/input.js';
import { createBot } from '../../src/teams/bot.js';
import { person, startConnector, type FakeConnector, type TestPerson } from '../support/connector.js';

const WENT_WRONG = 'Er ging iets mis. Probeer het zo nog eens.';
const card = (id: string) => ({ type: 'AdaptiveCard', body: [{ type: 'TextBlock', id, text: id }] });
const reply = (id: string, sent?: (activityId: string) => Promise<void>): Reply =>
  ({ kind: 'card', message: { card: card(id), summary: `summary ${id}` }, ...(sent ? { sent } : {}) });
const NOBODY = { appId: undefined, password: undefined, tenantId: undefined, appType: undefined };

let connector: FakeConnector;
let server: HttpServer;
let url: string;
let seen: Input[];
let errors: unknown[];
/** What the handler under the bot does; each test sets its own. */
let answer: (input: Input) => Promise<Reply>;
let anna: TestPerson;
let bas: TestPerson;

beforeEach(async () => {
  connector = await startConnector();
  seen = [];
  errors = [];
  answer = () => Promise.resolve(reply('card:question'));
  const handler: Handler = { handle: (input) => { seen.push(input); return answer(input); } };
  const bot = createBot({ ...NOBODY, handler, onError: (error) => { errors.push(error); }, localMode: true, clock: { now: () => new Date().toISOString() } });
  server = createHttpServer({ bot, health: () => ({}), local: true });
  ({ url } = await server.listen(0, '127.0.0.1'));
  anna = person({ botUrl: url, connector, aadObjectId: 'anna', name: 'Anna' });
  bas = person({ botUrl: url, connector, aadObjectId: 'bas', name: 'Bas' });
});
afterEach(async () => {
  await server.close();
  await connector.close();
});

describe('a message', () => {
  it('is answered with a card in the conversation, with a summary', async () => {
    const answers = await anna.say('wat nu?');
    expect(answers).toMatchObject([{
      type: 'message', summary: 'summary card:question',
      attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card('card:question') }],
    }]);
    expect(seen).toMatchObject([{ kind: 'text', text: 'wat nu?', speaker: { aadObjectId: 'anna' } }]);
  });

  it('tells the handler which activity the card became', async () => {
    const sent: string[] = [];
    answer = () => Promise.resolve(reply('card:question', (id) => { sent.push(id); return Promise.resolve(); }));
    const [posted] = await anna.say('wat nu?');
    expect(sent).toEqual([posted?.id]);
  });

  it('is answered once, also when remembering the card fails', async () => {
    answer = () => Promise.resolve(reply('card:question', () => Promise.reject(new Error('store'))));
    expect(await anna.say('wat nu?')).toHaveLength(1);
    expect(errors).toHaveLength(1);
  });

  it('counts as answered when the answer was sent, and as not answered when it could not be', async () => {
    const told: string[] = [];
    const turn = { answered: () => { told.push('answered'); return Promise.resolve(); }, failed: () => { told.push('failed'); return Promise.resolve(); } };
    answer = () => Promise.resolve({ ...reply('card:question', () => { told.push('sent'); return Promise.resolve(); }), turn });
    await anna.say('wat nu?');
    expect(told).toEqual(['sent', 'answered']);
    connector.failNext(503);
    await anna.say('wat nu?');
    expect(told).toEqual(['sent', 'answered', 'failed']);
    answer = () => Promise.resolve({ kind: 'text', text: 'Dag!', turn });
    await anna.say('hoi');
    expect(told.at(-1)).toBe('answered');
  });

  it('is answered in its own thread, and known by the root of the channel', async () => {
    const channel = { id: '19:stagnatie@thread.tacv2', name: 'Stagnatiepunt', thread: '17' };
    const answers = await anna.sayIn(channel, 'help');
    expect(answers).toHaveLength(1);
    expect(seen).toMatchObject([{
      text: 'help', scene: { kind: 'channel', channelName: 'Stagnatiepunt', conversation: { conversationId: channel.id } },
    }]);
  });

  it('can be answered with a sentence, or with nothing', async () => {
    answer = (input) => Promise.resolve(input.kind === 'text' && input.text === 'hoi' ? { kind: 'text', text: 'Dag!' } : { kind: 'none' });
    expect(await anna.say('hoi')).toMatchObject([{ type: 'message', text: 'Dag!' }]);
    expect(await anna.say('stil')).toEqual([]);
  });

  it('with expectReplies is answered in the HTTP body', async () => {
    expect(await anna.ask('wat nu?')).toMatchObject([{ summary: 'summary card:question' }]);
    expect(connector.posts).toEqual([]);
  });

  it('with only a photo in it gets a sentence in personal chat', async () => {
    const response = await anna.send({ type: 'message', attachments: [{ contentType: 'image/png' }] });
    expect(response.status).toBe(200);
    expect(connector.activities(anna.conversationId)).toMatchObject([{ text: expect.stringContaining('alleen tekst') as string }]);
    expect(seen).toEqual([]);
  });

  it('starts no typing timer, which teams-ai shares between all turns', async () => {
    const timers = vi.spyOn(globalThis, 'setTimeout');
    await anna.say('wat nu?');
    const typing = timers.mock.calls.filter(([, delay]) => delay === 1000);
    timers.mockRestore();
    expect(typing).toEqual([]);
  });
});

describe('a click', () => {
  it('is answered with the next card, without any call to the connector', async () => {
    const body = await anna.click({ verb: 'answer', data: { v: 1 } }, { note: 'typed' }, { cardActivityId: 'card-1' });
    expect(body).toEqual({ statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: card('card:question') });
    expect(seen).toMatchObject([{ kind: 'click', verb: 'answer', data: { v: 1, note: 'typed' }, cardActivityId: 'card-1', automatic: false }]);
    expect(connector.posts).toEqual([]);
  });

  it('can be answered with a sentence', async () => {
    answer = () => Promise.resolve({ kind: 'text', text: 'Dat kan nu niet.' });
    expect(await anna.click({ verb: 'answer', data: {} }))
      .toEqual({ statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: 'Dat kan nu niet.' });
  });

  it('by Teams itself is known as automatic', async () => {
    await anna.click({ verb: 'refresh', data: {} }, {}, { automatic: true });
    expect(seen).toMatchObject([{ automatic: true }]);
  });

  it('at the same moment as another gets its own answer', async () => {
    // The first is held until the second has come in, so that both turns surely run at once.
    let second: () => void = () => undefined;
    const bothIn = new Promise<void>((resolve) => { second = resolve; });
    answer = async (input) => {
      const who = input.kind === 'click' ? input.speaker.aadObjectId : '';
      if (who === 'bas') second();
      await bothIn;
      return reply(`card:${who}`);
    };
    const [annas, bass] = await Promise.all([anna.click({ verb: 'x', data: {} }), bas.click({ verb: 'x', data: {} })]);
    expect([annas.value, bass.value]).toEqual([card('card:anna'), card('card:bas')]);
  });

  it('from an Action.Submit is answered with a message', async () => {
    const response = await anna.send({ type: 'message', value: { verb: 'answer' } });
    expect(response.status).toBe(200);
    expect(seen).toMatchObject([{ kind: 'click', verb: 'answer' }]);
    expect(connector.activities(anna.conversationId)).toHaveLength(1);
  });

  it('without an action gets Teams\' own error, and an unknown invoke 400', async () => {
    const malformed = await anna.send({ type: 'invoke', name: 'adaptiveCard/action', value: {} });
    expect([malformed.status, await malformed.json()]).toMatchObject([200, { statusCode: 400, type: 'application/vnd.microsoft.error' }]);
    expect((await anna.send({ type: 'invoke', name: 'composeExtension/query' })).status).toBe(400);
    expect(seen).toEqual([]);
  });
});

describe('a turn that fails', () => {
  beforeEach(() => { answer = () => Promise.reject(new Error('broken')); });

  it('answers a message with a kind sentence', async () => {
    expect(await anna.say('wat nu?')).toMatchObject([{ text: WENT_WRONG }]);
    expect(errors).toMatchObject([{ message: 'broken' }]);
  });

  it('answers a click with a kind sentence', async () => {
    expect(await anna.click({ verb: 'x', data: {} }))
      .toEqual({ statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: WENT_WRONG });
  });

  it('answers in the body where replies are expected', async () => {
    expect(await anna.ask('wat nu?')).toMatchObject([{ text: WENT_WRONG }]);
  });

  it('because Teams does not take the answer is reported once and stays 200', async () => {
    answer = () => Promise.resolve(reply('card:question'));
    connector.failNext(500);
    expect((await anna.send({ type: 'message', text: 'wat nu?' })).status).toBe(200);
    expect(errors).toMatchObject([{ name: 'ActivityNotSent', message: 'status 500' }]);
    expect(connector.posts).toEqual([]);
  });
});

describe('what Teams sends besides', () => {
  it('an installation reaches the handler and is answered', async () => {
    expect(await anna.install()).toHaveLength(1);
    expect(seen).toMatchObject([{ kind: 'arrived', speaker: { aadObjectId: 'anna' }, scene: { kind: 'personal' } }]);
  });

  it.each([{ type: 'typing' }, { type: 'messageReaction' }, { type: 'message', from: null, conversation: 5 }, { type: 'invoke', channelId: null }])(
    '%j is let pass', async (activity) => {
      expect([200, 400]).toContain((await anna.send(activity)).status);
      expect([seen, errors, connector.posts]).toEqual([[], [], []]);
    });
});

describe('a bot with an app id', () => {
  const identity = { appId: 'an-app', password: 'a-secret', tenantId: undefined, appType: 'MultiTenant' };
  const handler: Handler = { handle: () => Promise.reject(new Error('must not be reached')) };

  it.each([
    ['nothing', undefined], ['another scheme', 'Basic x'], ['a token that is none', 'Bearer abc'], ['a token of anybody', `Bearer ${forged()}`],
  ])('answers 401 to a caller who shows %s', async (_what, authorization) => {
    const reports: unknown[] = [];
    const bot = createBot({ ...identity, handler, onError: (error) => { reports.push(error); }, localMode: false, clock: { now: () => new Date().toISOString() } });
    const guarded = createHttpServer({ bot, health: () => ({}), local: false });
    const { url: address } = await guarded.listen(0, '127.0.0.1');
    const response = await fetch(`${address}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(authorization === undefined ? {} : { authorization }) },
      body: JSON.stringify({ type: 'message', text: 'hoi', serviceUrl: connector.url, channelId: 'msteams', conversation: { id: 'a' }, from: { id: 'b' } }),
    });
    expect(response.status).toBe(401);
    expect(await response.json()).toEqual({ error: 'unauthorized' });
    expect(reports).toEqual([]);
    await guarded.close();
  });

  it('is obligatory outside local mode', () => {
    expect(() => createBot({ ...NOBODY, handler, onError: () => undefined, localMode: false, clock: { now: () => '2026-11-23T08:00:00.000Z' } })).toThrow('app id');
  });
});

/** A well-formed token that nobody signed. */
function forged(): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'none' })}.${part({ iss: 'https://api.example', aud: 'an-app' })}.`;
}
