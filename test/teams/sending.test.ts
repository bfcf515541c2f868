import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Conversation, Outgoing } from '../../src/app/ports.js';
import { createConnector, retryAfterMs } from '../../src/teams/connector.js';
import { createOutgoing } from '../../src/teams/sending.js';
import { startConnector, type FakeConnector } from '../support/connector.js';

const message = { card: { type: 'AdaptiveCard', body: [] }, summary: '7K3F2 · overleg' };

let connector: FakeConnector;
let outgoing: Outgoing;
const to = (change: Partial<Conversation> = {}): Conversation => ({
  serviceUrl: connector.url, conversationId: 'a:1', channelId: 'msteams', tenantId: 't1', botId: '28:bot', userId: '29:anna', ...change,
});

beforeEach(async () => {
  connector = await startConnector();
  outgoing = createOutgoing(createConnector({ token: () => Promise.resolve(undefined), localMode: true }));
});
afterEach(() => connector.close());

describe('posting a card', () => {
  it('sends it as an attachment with the line for the notification', async () => {
    const result = await outgoing.post(to(), message);
    expect(result).toEqual({ kind: 'sent', activityId: 'activity-1' });
    expect(connector.activities('a:1')).toMatchObject([{
      type: 'message', summary: '7K3F2 · overleg', recipient: { id: '29:anna' },
      attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: message.card }],
    }]);
  });

  it('sends no token in local mode', async () => {
    await outgoing.post(to(), message);
    expect(connector.posts[0]?.headers.authorization).toBeUndefined();
  });

  it('sends the token it was given', async () => {
    const withToken = createOutgoing(createConnector({ token: () => Promise.resolve('abc'), localMode: true }));
    await withToken.post(to(), message);
    expect(connector.posts[0]?.headers.authorization).toBe('Bearer abc');
  });

  it('takes a conversation id for what it is, whatever stands in it', async () => {
    const id = '19:x@thread.tacv2/../y?z#é';
    await outgoing.post(to({ conversationId: id }), message);
    expect(connector.posts[0]?.conversationId).toBe(id);
  });

  it.each(['', '/', '/emea', '/emea/'])('copes with a service that stands under %j', async (path) => {
    expect(await outgoing.post(to({ serviceUrl: `${connector.url}${path}` }), message)).toMatchObject({ kind: 'sent' });
    expect(connector.activities('a:1')).toHaveLength(1);
  });

  it('is sent without an id when the answer holds none', async () => {
    connector.failNext(202, {}, 'not json');
    expect(await outgoing.post(to(), message)).toEqual({ kind: 'sent', activityId: '' });
  });
});

describe('updating a card', () => {
  it('replaces the one that stands there', async () => {
    await outgoing.post(to(), message);
    const result = await outgoing.update(to(), 'activity-1', { ...message, summary: 'nieuw' });
    expect(result).toEqual({ kind: 'sent', activityId: 'activity-1' });
    expect(connector.activities('a:1').map(({ summary }) => summary)).toEqual(['nieuw']);
  });

  it('keeps the id when the answer holds none', async () => {
    connector.failNext(200);
    expect(await outgoing.update(to(), 'activity-9', message)).toEqual({ kind: 'sent', activityId: 'activity-9' });
  });
});

describe('a call that fails', () => {
  it.each([
    [429, { 'retry-after': '7' }, 'retry', 7000],
    [412, {}, 'retry', undefined],
    [401, {}, 'retry', undefined],
    [500, {}, 'retry', undefined],
    [502, {}, 'retry', undefined],
    [503, { 'retry-after': 'soon' }, 'retry', undefined],
    [504, { 'retry-after': 'Sun, 22 Nov 2026 08:00:30 GMT', date: 'Sun, 22 Nov 2026 08:00:00 GMT' }, 'retry', 30_000],
  ])('with status %i and %j is tried again', async (status, headers, kind, afterMs) => {
    connector.failNext(status, headers as Record<string, string>);
    expect(await outgoing.post(to(), message)).toMatchObject({ kind, afterMs });
  });

  it.each([302, 400, 403, 404, 413])('with status %i is final', async (status) => {
    connector.failNext(status);
    expect(await outgoing.post(to(), message)).toMatchObject({ kind: 'permanent' });
  });

  it('tells when it was only asked to wait', async () => {
    connector.failNext(429, { 'retry-after': '7' });
    expect(await outgoing.post(to(), message)).toEqual({ kind: 'retry', afterMs: 7000, reason: 'status 429', limited: true });
  });

  it.each([
    [500, true], [502, true], [504, true], [408, true], [503, undefined], [412, undefined], [429, undefined],
  ])('with status %i may have arrived: %s', async (status, uncertain) => {
    connector.failNext(status);
    expect((await outgoing.post(to(), message) as { uncertain?: true }).uncertain).toBe(uncertain);
  });

  it.each([400, 413])('with status %i is a fault of ours', async (status) => {
    connector.failNext(status);
    expect(await outgoing.post(to(), message)).toMatchObject({ kind: 'permanent', ourFault: true });
  });

  it('tells a message that is gone from a conversation that is gone', async () => {
    connector.failNext(404);
    expect(await outgoing.update(to(), 'activity-9', message)).toMatchObject({ kind: 'permanent', messageGone: true });
    connector.failNext(404, {}, JSON.stringify({ error: { code: 'ConversationNotFound' } }));
    expect(await outgoing.update(to(), 'activity-9', message)).toEqual({ kind: 'permanent', reason: 'status 404 ConversationNotFound' });
    connector.failNext(404);
    expect(await outgoing.post(to(), message)).toEqual({ kind: 'permanent', reason: 'status 404' });
  });

  it('names the connector\'s code and leaves its message out', async () => {
    connector.failNext(403, {}, JSON.stringify({ error: { code: 'BotNotInConversationRoster', message: 'Anna …' } }));
    expect(await outgoing.post(to(), message)).toEqual({ kind: 'permanent', reason: 'status 403 BotNotInConversationRoster' });
  });

  it('by time is tried again', async () => {
    const hasty = createOutgoing(createConnector({ token: () => Promise.resolve(undefined), localMode: true, timeLimitMs: 30 }));
    connector.failNext(0);
    expect(await hasty.post(to(), message)).toMatchObject({ kind: 'retry', reason: 'TimeoutError', uncertain: true });
  });

  it('because nobody listens is tried again', async () => {
    const gone = await startConnector();
    await gone.close();
    expect(await outgoing.post(to({ serviceUrl: gone.url }), message)).toEqual({ kind: 'retry', afterMs: undefined, reason: 'ECONNREFUSED' });
  });

  it('because the login takes too long is tried again, and was never sent', async () => {
    const hasty = createOutgoing(createConnector({ token: () => new Promise(() => undefined), localMode: true, timeLimitMs: 30 }));
    expect(await hasty.post(to(), message)).toEqual({ kind: 'retry', afterMs: undefined, reason: 'TimeoutError' });
    expect(connector.posts).toEqual([]);
  });

  it('because the login failed is tried again', async () => {
    const without = createOutgoing(createConnector({ token: () => Promise.reject(new Error('secret: x')), localMode: true }));
    expect(await without.post(to(), message)).toEqual({ kind: 'retry', afterMs: undefined, reason: 'Error' });
  });
});

describe('where cards may go', () => {
  it.each([
    'https://smba.example', 'http://127.0.0.1.example', 'http://127.0.0.1@smba.example', 'http://10.0.0.1', 'file:///etc/passwd', '', 'x',
  ])('in local mode not to %j', async (serviceUrl) => {
    expect(await outgoing.post(to({ serviceUrl }), message)).toEqual({ kind: 'permanent', reason: 'serviceUrl not allowed' });
  });

  it('outside local mode to https only', async () => {
    const real = createOutgoing(createConnector({ token: () => Promise.resolve('abc'), localMode: false }));
    expect(await real.post(to(), message)).toEqual({ kind: 'permanent', reason: 'serviceUrl not allowed' });
    expect(connector.posts).toEqual([]);
  });
});

describe('Retry-After', () => {
  it.each([
    [{}, undefined],
    [{ 'retry-after': '0' }, 0],
    [{ 'retry-after': '1.5' }, 1500],
    [{ 'retry-after': ['3', '4'] }, 3000],
    [{ 'retry-after': '99999999' }, 3_600_000],
    [{ 'retry-after': '-5' }, undefined],
    [{ 'retry-after': 'Sun, 22 Nov 2026 08:00:30 GMT' }, undefined],
    [{ 'retry-after': 'Sun, 22 Nov 2026 07:59:00 GMT', date: 'Sun, 22 Nov 2026 08:00:00 GMT' }, 0],
  ])('%j means %s ms', (headers, expected) => {
    expect(retryAfterMs(headers)).toBe(expected);
  });
});
