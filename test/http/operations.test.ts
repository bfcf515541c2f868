import { request } from 'undici';
import { afterEach, describe, expect, it } from 'vitest';
import { measuredHandler, measuredOutgoing, measuredStore } from '../../src/http/measured.js';
import { createMetrics, type Figures } from '../../src/http/metrics.js';
import { createHttpServer, type HttpServer, type HttpServerOptions } from '../../src/http/server.js';
import type { Reply } from '../../src/app/input.js';
import type { Store } from '../../src/app/store-port.js';

let server: HttpServer | undefined;
afterEach(() => server?.close());

async function get(path: string, options: Partial<HttpServerOptions>): Promise<{ readonly status: number; readonly body: string; readonly type: unknown }> {
  server ??= createHttpServer({ bot: { admit: () => Promise.reject(new Error('not asked')), process: () => Promise.reject(new Error('not asked')) }, health: () => ({}), local: true, ...options });
  const { url } = await server.listen(0, '127.0.0.1');
  const { statusCode, headers, body } = await request(`${url}${path}`);
  const text = await body.text();
  await server.close();
  server = undefined;
  return { status: statusCode, body: text, type: headers['content-type'] };
}
const ready = async (store: () => Promise<unknown>, silentMs: number) => {
  const { status, body } = await get('/readyz', { ready: { store, deliverySilentMs: () => silentMs } });
  return [status, JSON.parse(body)];
};

describe('GET /readyz', () => {
  it('is 200 while the store answers and delivery shows signs of life', async () => {
    expect(await ready(() => Promise.resolve(0), 900)).toEqual([200, { ready: true, failed: [] }]);
  });
  it('is 503 with the names of all checks that failed', async () => {
    expect(await ready(() => Promise.reject(new Error('gone')), 900)).toEqual([503, { ready: false, failed: ['store'] }]);
    expect(await ready(() => Promise.resolve(0), 30_001)).toEqual([503, { ready: false, failed: ['delivery'] }]);
    expect(await ready(() => Promise.reject(new Error('gone')), 30_001)).toEqual([503, { ready: false, failed: ['store', 'delivery'] }]);
  });
  it('does not wait for a store that says nothing', async () => {
    expect(await ready(() => new Promise(() => undefined), 0)).toEqual([503, { ready: false, failed: ['store'] }]);
  });
  it('is not there, nor is /metrics, where nothing was given to tell', async () => {
    expect([(await get('/readyz', {})).status, (await get('/metrics', {})).status]).toEqual([404, 404]);
  });
});

const FIGURES: Figures = {
  pending: 5, due: 2, oldestDue: '2026-11-23T08:00:00.000Z', waiting: 1, dead: 3, possibleRepeats: 4,
  paused: 1, stalled: 6, region: 'midden-groningen', calendarDays: 200, oldestDueSeconds: 12, deliverySeconds: 0.4,
};

describe('GET /metrics', () => {
  it('tells the figures of this moment', async () => {
    const metrics = createMetrics();
    const { status, body, type } = await get('/metrics', { metrics: () => metrics.page(FIGURES) });
    expect([status, type]).toEqual([200, 'text/plain; version=0.0.4; charset=utf-8']);
    for (const line of [
      'routewijzer_outbox_rows{state="pending"} 5', 'routewijzer_outbox_rows{state="waiting"} 1', 'routewijzer_outbox_rows{state="dead"} 3', 'routewijzer_outbox_due_rows 2',
      'routewijzer_outbox_oldest_due_seconds 12', 'routewijzer_possible_repeats 4', 'routewijzer_dead_letters 3', 'routewijzer_paused_conversations 1',
      'routewijzer_stalled_cases{region="midden-groningen"} 6', 'routewijzer_calendar_end_days 200', 'routewijzer_delivery_last_sign_seconds 0.4',
    ]) expect(body.split('\n')).toContain(line);
    expect(body).toContain('process_resident_memory_bytes');
  });

  it('is there, and says so, when the store is not', async () => {
    const { text } = await createMetrics().page(undefined);
    expect(text).toContain('routewijzer_figures_failed_total 1');
  });

  it('counts turns, requests, sends and the work of the store, by words of ours alone', async () => {
    const metrics = createMetrics();
    const replies: (() => Promise<Reply>)[] = [() => Promise.resolve({ kind: 'text', text: 'Wietske' }), () => Promise.reject(new Error('Wietske'))];
    const handler = measuredHandler({ handle: () => replies.shift()?.() ?? Promise.reject(new Error('none')) }, metrics);
    const speaker = { aadObjectId: 'aad-juf', name: 'Wietske', tenantId: undefined };
    const scene = { kind: 'personal', conversation: { serviceUrl: 'https://teams.example/', conversationId: 'chat-1', channelId: 'msteams', tenantId: undefined, botId: '', userId: undefined } } as const;
    const input = { kind: 'text', text: 'Wietske', speaker, scene, activityId: 'a-1' } as const;
    await handler.handle(input);
    await expect(handler.handle({ ...input, kind: 'click', data: {}, verb: 'Wietske', cardActivityId: undefined, automatic: false, dialog: 'submit' })).rejects.toThrow('Wietske');
    const outgoing = measuredOutgoing({ post: () => Promise.resolve({ kind: 'retry', afterMs: 1, reason: 'status 429', limited: true }), update: () => Promise.resolve({ kind: 'sent', activityId: 'x' }) }, metrics);
    await outgoing.post(scene.conversation, { card: {}, summary: '' });
    await outgoing.update(scene.conversation, 'x', { card: {}, summary: '' });
    const broken: Partial<Store> = { pauses: () => Promise.resolve(3), text: () => Promise.reject(new Error('Wietske')) };
    const store = measuredStore(broken as Store, metrics);
    expect(await store.pauses('now')).toBe(3);
    await expect(store.text('t')).rejects.toThrow('Wietske');
    metrics.request('invoke')(200);
    metrics.request('Wietske')(401);
    const { text } = await metrics.page(FIGURES);
    for (const count of [
      'turn_seconds_count{kind="text",result="text"} 1', 'turn_seconds_count{kind="dialog-submit",result="failed"} 1',
      'send_seconds_count{kind="post",result="limited"} 1', 'send_seconds_count{kind="update",result="sent"} 1',
      'store_seconds_count{work="pauses",result="done"} 1', 'store_seconds_count{work="text",result="failed"} 1',
      'request_seconds_count{type="invoke",status="200"} 1', 'request_seconds_count{type="other",status="401"} 1',
    ]) expect(text.split('\n')).toContain(`routewijzer_${count}`);
    expect(text).not.toMatch(/Wietske|chat-1|aad-juf|teams\.example/);
  });
});
