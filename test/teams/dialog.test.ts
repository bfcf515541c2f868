import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createHttpServer, type HttpServer } from '../../src/http/server.js';
import type { Handler, Input, Reply } from '../../src/app/input.js';
import { createBot } from '../../src/teams/bot.js';
import { person, startConnector, type FakeConnector, type TestPerson } from '../support/connector.js';

const ADAPTIVE = 'application/vnd.microsoft.card.adaptive';
const execute = (data: object) => ({ type: 'Action.Execute', title: 'Verder', verb: 'x', data });
const card = { type: 'AdaptiveCard', body: [{ type: 'TextBlock', id: 'card:consent', text: 'x' }], actions: [execute({ verb: 'x' })] };
const drawn = (more: Partial<Extract<Reply, { kind: 'card' }>> = {}): Reply => ({ kind: 'card', message: { card, summary: 'Casus 7K3F2: toestemming' }, ...more });
const button = { data: { v: 1, verb: 'show', ref: 'c-1', seen: 3, view: 'consent', msteams: { type: 'task/fetch' } } };

let connector: FakeConnector;
let server: HttpServer;
let seen: Input[];
let errors: unknown[];
let answer: () => Promise<Reply>;
let anna: TestPerson;

beforeEach(async () => {
  connector = await startConnector();
  seen = [];
  errors = [];
  const handler: Handler = { handle: (input) => { seen.push(input); return answer(); } };
  const bot = createBot({ appId: undefined, password: undefined, tenantId: undefined, appType: undefined, handler, onError: (error) => { errors.push(error); }, localMode: true, clock: { now: () => new Date().toISOString() } });
  server = createHttpServer({ bot, health: () => ({}), local: true });
  const { url } = await server.listen(0, '127.0.0.1');
  anna = person({ botUrl: url, connector, aadObjectId: 'anna', name: 'Anna' });
});
afterEach(async () => {
  await server.close();
  await connector.close();
});

describe('opening a dialog', () => {
  it('shows the form with buttons that work there, by whoever the channel names', async () => {
    answer = () => Promise.resolve(drawn({ form: true }));
    expect(await anna.task('fetch', button)).toEqual({
      type: 'continue', value: {
        title: 'Casus 7K3F2', height: 'large', width: 'medium',
        card: { contentType: ADAPTIVE, content: { ...card, actions: [{ type: 'Action.Submit', title: 'Verder', data: { verb: 'x' } }] } },
      },
    });
    expect(seen).toMatchObject([{ kind: 'click', verb: 'show', speaker: { aadObjectId: 'anna' }, dialog: 'open', automatic: false }]);
    expect(connector.posts).toEqual([]);
  });

  it('shows what else was answered, also when that is a refusal or a sentence', async () => {
    answer = () => Promise.resolve(drawn({ form: false, said: 'nee' }));
    expect(await anna.task('fetch', button)).toMatchObject({ type: 'continue', value: { height: 'medium' } });
    answer = () => Promise.resolve({ kind: 'text', text: 'Dat kan nu niet.' });
    expect(await anna.task('fetch', button)).toEqual({ type: 'message', value: 'Dat kan nu niet.' });
  });
});

describe('sending a form in a dialog', () => {
  it('that is refused keeps it open', async () => {
    answer = () => Promise.resolve(drawn({ form: true }));
    expect(await anna.task('submit', button, { status: 'gegeven' })).toMatchObject({ type: 'continue', value: { height: 'large' } });
    expect(seen).toMatchObject([{ dialog: 'submit', data: { status: 'gegeven' }, cardActivityId: undefined }]);
  });
  it('that did something ends it with a sentence', async () => {
    answer = () => Promise.resolve(drawn({ form: false, said: 'De uitnodigingen gaan uit.' }));
    expect(await anna.task('submit', button)).toEqual({ type: 'message', value: 'De uitnodigingen gaan uit.' });
    answer = () => Promise.resolve(drawn({ form: false }));
    expect(await anna.task('submit', button)).toEqual({ type: 'message', value: 'Vastgelegd.' });
  });
  it('that is answered with something to read shows it, and without anything closes', async () => {
    answer = () => Promise.resolve(drawn());
    expect(await anna.task('submit', button)).toMatchObject({ type: 'continue' });
    answer = () => Promise.resolve({ kind: 'none' });
    expect(await anna.task('submit', button)).toBeUndefined();
  });
});

describe('a dialog that fails', () => {
  beforeEach(() => { answer = () => Promise.reject(new Error('broken')); });
  it('when it opens says so', async () => {
    expect(await anna.task('fetch', button)).toEqual({ type: 'message', value: 'Er ging iets mis. Probeer het zo nog eens.' });
    expect(errors).toHaveLength(1);
  });
  it('when it is sent answers with a status, so that the form stays with what was typed', async () => {
    const response = await anna.send({ type: 'invoke', name: 'task/submit', value: button });
    expect(response.status).toBe(500);
    expect(errors).toHaveLength(1);
  });
  it('with data that no card of ours sends is told in a sentence', async () => {
    const response = await anna.send({ type: 'invoke', name: 'task/submit', value: { data: 'x' } });
    expect([response.status, await response.json()]).toMatchObject([200, { task: { type: 'message' } }]);
    expect(seen).toEqual([]);
  });
});
