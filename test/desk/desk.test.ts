import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterEach, describe, expect, it } from 'vitest';
import { cardMessage, cardOf, startDesk, type Json, type Running } from './stub-bot.js';

const MARIJKE = 'aad-veldkamp';
const ANNEKE = 'aad-roelofsma';
const CHAT = `a:${MARIJKE}`;
const STAGNATIE = '19:stagnatiepunt@thread.tacv2';
const QUESTION = cardOf({ type: 'TextBlock', text: 'Hoe oud is het kind?' });
const ANSWERED = cardOf({ type: 'TextBlock', text: 'Dank je wel.' });

const open: Running[] = [];
async function start(options: Parameters<typeof startDesk>[0] = {}): Promise<Running> {
  const running = await startDesk(options);
  open.push(running);
  return running;
}
afterEach(async () => {
  for (const running of open.splice(0)) await running.close();
});

function path(conversation: string): string {
  return `/${encodeURIComponent(conversation)}/activities`;
}
async function messages(running: Running, person: string, conversation: string): Promise<Json[]> {
  const { body } = await running.call('GET', `/desk/api/conversations/${encodeURIComponent(conversation)}?person=${person}`);
  return body['messages'] as Json[];
}
async function unread(running: Running, person: string): Promise<Record<string, number>> {
  const { body } = await running.call('GET', `/desk/api/state?person=${person}`);
  return Object.fromEntries((body['places'] as { name: string; unread: number }[]).map((place) => [place.name, place.unread]));
}

describe('what the bot hears', () => {
  it('gets a typed text in the shape of a personal chat in Teams', async () => {
    const running = await start();
    await running.call('POST', '/desk/api/say', { person: MARIJKE, conversation: CHAT, text: ' wat nu? ' });
    expect(running.received[0]).toMatchObject({
      type: 'message', text: 'wat nu?', channelId: 'msteams', serviceUrl: `${running.url}/desk/connector`,
      from: { id: `29:${MARIJKE}`, aadObjectId: MARIJKE, name: 'Marijke Veldkamp' }, recipient: { id: '28:routewijzer' },
      conversation: { id: CHAT, conversationType: 'personal', tenantId: expect.any(String) as string },
      channelData: { tenant: { id: expect.any(String) as string } },
    });
  });

  it('is mentioned in a channel, in a thread of that channel', async () => {
    const running = await start();
    await running.call('POST', '/desk/api/say', { person: MARIJKE, conversation: STAGNATIE, text: '@Routewijzer overzicht' });
    const [activity] = running.received;
    expect(activity).toMatchObject({
      text: '<at>Routewijzer</at> overzicht',
      entities: [{ type: 'mention', mentioned: { id: '28:routewijzer' }, text: '<at>Routewijzer</at>' }],
      conversation: { conversationType: 'channel', id: `${STAGNATIE};messageid=${String(activity?.['id'])}` },
      channelData: { team: { id: '19:algemeen@thread.tacv2' }, channel: { id: STAGNATIE, name: 'Stagnatiepunt' } },
    });
  });

  it('gets a click as an invoke with the data of the button and the inputs', async () => {
    const running = await start();
    const { body } = await running.connector('POST', path(CHAT), cardMessage(QUESTION));
    await running.call('POST', '/desk/api/click', { person: MARIJKE, conversation: CHAT, card: body['id'], verb: 'answer', data: { v: 1, fact: 'leeftijd' } });
    expect(running.received[0]).toMatchObject({
      type: 'invoke', name: 'adaptiveCard/action', replyToId: body['id'],
      value: { action: { type: 'Action.Execute', verb: 'answer', data: { v: 1, fact: 'leeftijd' } }, trigger: 'manual' },
    });
  });

  it('learns at the announcement where everybody and each channel is reached', async () => {
    const running = await start();
    await running.desk.announce();
    const reached = running.received.map((activity) => `${String(activity['type'])} ${(activity['conversation'] as Json)['id'] as string}`);
    for (const place of [CHAT, `a:${ANNEKE}`, STAGNATIE, '19:algemeen@thread.tacv2']) {
      expect(reached).toContain(`installationUpdate ${place}`);
      expect(reached).toContain(`conversationUpdate ${place}`);
    }
  });

  it('never gets two activities with the same id', async () => {
    const running = await start();
    await running.desk.announce();
    await running.call('POST', '/desk/api/say', { person: MARIJKE, conversation: CHAT, text: 'help' });
    const ids = running.received.map((activity) => activity['id']);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('what the bot says', () => {
  it('stands in the conversation, also when it answers in a thread', async () => {
    const running = await start();
    await running.connector('POST', path(CHAT), { type: 'message', text: 'Dag Marijke.' });
    const { body } = await running.connector('POST', `${path(`${STAGNATIE};messageid=1`)}/1`, cardMessage(QUESTION));
    expect((await messages(running, MARIJKE, CHAT)).map((message) => message['text'])).toEqual(['Dag Marijke.']);
    expect(await messages(running, ANNEKE, STAGNATIE)).toMatchObject([{ id: body['id'], author: 'bot', cards: [QUESTION] }]);
  });

  it('can be changed and taken away', async () => {
    const running = await start();
    const { body } = await running.connector('POST', path(CHAT), cardMessage(QUESTION));
    await running.connector('PUT', `${path(CHAT)}/${String(body['id'])}`, cardMessage(ANSWERED));
    expect(await messages(running, MARIJKE, CHAT)).toMatchObject([{ cards: [ANSWERED], revision: 2 }]);
    await running.connector('DELETE', `${path(CHAT)}/${String(body['id'])}`);
    expect(await messages(running, MARIJKE, CHAT)).toEqual([]);
  });

  it('is refused where there is no such conversation or message', async () => {
    const running = await start();
    expect((await running.connector('POST', path('a:nobody'), cardMessage(QUESTION))).status).toBe(404);
    expect((await running.connector('PUT', `${path(CHAT)}/12`, cardMessage(QUESTION))).status).toBe(404);
  });

  it('finds the chat of a person and the members of a channel', async () => {
    const running = await start();
    const made = await running.connector('POST', '', { members: [{ id: `29:${ANNEKE}` }], isGroup: false });
    expect(made).toMatchObject({ status: 201, body: { id: `a:${ANNEKE}` } });
    const { body } = await running.connector('GET', `/${encodeURIComponent(STAGNATIE)}/members`);
    expect(body).toMatchObject([{ aadObjectId: MARIJKE }, { aadObjectId: ANNEKE }]);
  });
});

describe('a click', () => {
  it('is answered with a card for whoever clicked; what the bot posted stands until the bot changes it', async () => {
    const running = await start();
    running.answer = () => Promise.resolve({ status: 200, body: { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: ANSWERED } });
    const { body } = await running.connector('POST', path(STAGNATIE), cardMessage(QUESTION));
    const click = await running.call('POST', '/desk/api/click', { person: MARIJKE, conversation: STAGNATIE, card: body['id'], verb: 'claim', data: {} });
    expect(click).toMatchObject({ status: 200, body: { card: ANSWERED } });
    for (const person of [MARIJKE, ANNEKE]) expect(await messages(running, person, STAGNATIE)).toMatchObject([{ cards: [QUESTION], revision: 1 }]);
    await running.connector('PUT', `${path(STAGNATIE)}/${String(body['id'])}`, cardMessage(ANSWERED));
    expect(await messages(running, ANNEKE, STAGNATIE)).toMatchObject([{ cards: [ANSWERED], revision: 2 }]);
  });

  it('that nobody made, but the card asks for, says so to the bot', async () => {
    const running = await start();
    running.answer = () => Promise.resolve({ status: 200, body: { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: '' } });
    const { body } = await running.connector('POST', path(CHAT), cardMessage(QUESTION));
    const click = await running.call('POST', '/desk/api/click', { person: MARIJKE, conversation: CHAT, card: body['id'], verb: 'refresh', data: { ref: 'c-1' }, trigger: 'automatic' });
    expect(running.received[0]).toMatchObject({ value: { action: { verb: 'refresh', data: { ref: 'c-1' } }, trigger: 'automatic' } });
    expect(click).toEqual({ status: 200, body: {} });
  });

  it.each([
    ['the bot fails', { status: 500 }],
    ['the invoke is refused', { status: 200, body: { statusCode: 500, type: 'application/vnd.microsoft.error', value: {} } }],
  ])('says so in Dutch and leaves the card when %s', async (_why, answer) => {
    const running = await start();
    running.answer = () => Promise.resolve(answer);
    const { body } = await running.connector('POST', path(CHAT), cardMessage(QUESTION));
    const click = await running.call('POST', '/desk/api/click', { person: MARIJKE, conversation: CHAT, card: body['id'], verb: 'answer', data: {} });
    expect(click.status).toBe(502);
    expect(click.body['error']).toMatch(/Probeer het zo nog een keer/);
    expect(await messages(running, MARIJKE, CHAT)).toMatchObject([{ cards: [QUESTION], revision: 1 }]);
  });
});

describe('a dialog', () => {
  const form = { contentType: 'application/vnd.microsoft.card.adaptive', content: QUESTION };
  async function send(running: Running, step: string, answer: { status: number; body?: unknown }): Promise<{ status: number; body: Json }> {
    running.answer = () => Promise.resolve(answer);
    const { body } = await running.connector('POST', path(CHAT), cardMessage(QUESTION));
    return running.call('POST', '/desk/api/task', { person: MARIJKE, conversation: CHAT, card: body['id'], step, data: { verb: 'show', msteams: { type: 'task/fetch' } } });
  }

  it('is asked for and sent with the invokes of a task module', async () => {
    const running = await start();
    const opened = await send(running, 'fetch', { status: 200, body: { task: { type: 'continue', value: { title: 'Casus 7K3F2', height: 'large', width: 'medium', card: form } } } });
    expect(running.received[0]).toMatchObject({
      type: 'invoke', name: 'task/fetch', from: { id: `29:${MARIJKE}` }, conversation: { id: CHAT },
      value: { data: { verb: 'show', msteams: { type: 'task/fetch' } }, context: { theme: 'default' } },
    });
    expect(opened).toEqual({ status: 200, body: { dialog: { kind: 'card', title: 'Casus 7K3F2', height: 'large', card: QUESTION } } });
  });

  it.each([
    ['a last word', { status: 200, body: { task: { type: 'message', value: 'Vastgelegd.' } } }, { kind: 'message', text: 'Vastgelegd.' }],
    ['nothing', { status: 200 }, { kind: 'closed' }],
  ])('ends with %s', async (_what, answer, dialog) => {
    expect((await send(await start(), 'submit', answer)).body).toEqual({ dialog });
  });

  it.each([
    ['the bot fails', { status: 500 }],
    ['the answer is none of a dialog', { status: 200, body: { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: ANSWERED } }],
    ['the card is no Adaptive Card', { status: 200, body: { task: { type: 'continue', value: { card: { contentType: 'text/html', content: {} } } } } }],
  ])('stays with what was typed when %s', async (_why, answer) => {
    const sent = await send(await start(), 'submit', answer);
    expect(sent.status).toBe(502);
    expect(sent.body['error']).toMatch(/Wat je invulde staat er nog/);
  });

  it('is nobody else\'s to open', async () => {
    const running = await start();
    expect((await running.call('POST', '/desk/api/task', { person: ANNEKE, conversation: CHAT, card: '1', step: 'fetch', data: {} })).status).toBe(404);
  });
});

describe('what a person sees', () => {
  it('counts as unread what others said, until it is read', async () => {
    const running = await start();
    running.answer = async () => {
      await running.connector('POST', path(CHAT), { type: 'message', text: 'Ik schrijf je hier verder.' });
      return { status: 200 };
    };
    await running.call('POST', '/desk/api/say', { person: MARIJKE, conversation: STAGNATIE, text: 'wat nu?' });
    expect(await unread(running, MARIJKE)).toEqual({ Routewijzer: 1, Algemeen: 0, Stagnatiepunt: 0 });
    expect(await unread(running, ANNEKE)).toEqual({ Routewijzer: 0, Algemeen: 0, Stagnatiepunt: 1 });
    await running.call('POST', '/desk/api/read', { person: MARIJKE, conversation: CHAT });
    expect((await unread(running, MARIJKE))['Routewijzer']).toBe(0);
  });

  it('never is the chat of somebody else', async () => {
    const running = await start();
    expect((await running.call('GET', `/desk/api/conversations/${encodeURIComponent(CHAT)}?person=${ANNEKE}`)).status).toBe(404);
    expect((await running.call('POST', '/desk/api/say', { person: ANNEKE, conversation: CHAT, text: 'x' })).status).toBe(404);
  });

  it('keeps a text that the bot could not take', async () => {
    const running = await start();
    running.answer = () => Promise.resolve({ status: 503 });
    const said = await running.call('POST', '/desk/api/say', { person: MARIJKE, conversation: CHAT, text: 'wat nu?' });
    expect(said.status).toBe(502);
    expect(await messages(running, MARIJKE, CHAT)).toMatchObject([{ text: 'wat nu?' }]);
  });

  it('is there again after a restart', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'desk-'));
    const file = join(folder, 'new', 'desk.db');
    const before = await startDesk({ file });
    const { body } = await before.connector('POST', path(CHAT), cardMessage(QUESTION));
    await before.close();
    const after = await startDesk({ file, now: '2020-01-01T00:00:00.000Z' });
    const next = await after.connector('POST', path(CHAT), cardMessage(ANSWERED));
    expect((await messages(after, MARIJKE, CHAT)).map((message) => message['cards'])).toEqual([[QUESTION], [ANSWERED]]);
    expect(Number(next.body['id'])).toBeGreaterThan(Number(body['id']));
    await after.close();
    rmSync(folder, { recursive: true });
  });

  it('comes in at once over the event stream', async () => {
    const running = await start();
    const response = await fetch(`${running.url}/desk/api/events`);
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    await reader?.read();
    await running.connector('POST', path(CHAT), { type: 'message', text: 'Dag Marijke.' });
    expect((await reader?.read())?.value).toContain('Dag Marijke.');
    await reader?.cancel();
  });
});

describe('the page', () => {
  it('is served with everything it needs, and nothing outside it', async () => {
    const running = await start();
    for (const file of ['', 'styles.css', 'icon.svg', 'adaptivecards.css', 'adaptivecards.min.js']) {
      const response = await fetch(`${running.url}/desk/${file}`);
      expect(response.status, file).toBe(200);
      const text = await response.text();
      if (file === '') expect(text).toContain('alle personen en casussen zijn verzonnen');
    }
    for (const file of ['js/..%2f..%2fpackage.json', 'js/../../package.json', 'index.ts']) expect((await fetch(`${running.url}/desk/${file}`)).status, file).toBe(404);
    expect((await fetch(running.url, { redirect: 'manual' })).headers.get('location')).toBe('/desk/');
  });

  it('leaves other addresses alone, and answers an unreadable one', async () => {
    const running = await start();
    expect(await running.call('GET', '/other')).toMatchObject({ status: 404, body: { error: 'none' } });
    expect((await fetch(`${running.url}/desk/api/conversations/%E0%A4%A`)).status).toBe(400);
  });

  it('takes nothing that is not sent as JSON', async () => {
    const running = await start();
    const response = await fetch(`${running.url}/desk/api/say`, { method: 'POST', body: JSON.stringify({ person: MARIJKE, conversation: CHAT, text: 'x' }) });
    expect(response.status).toBe(400);
    expect(running.received).toEqual([]);
  });
});

describe('the demo people', () => {
  const rows = parse(readFileSync(new URL('../../src/desk/demo-people.csv', import.meta.url), 'utf8'), { columns: true }) as Record<string, string>[];

  it('have the columns of the register', () => {
    expect(Object.keys(rows[0] ?? {})).toEqual(['aadObjectId', 'name', 'email', 'role', 'organisation', 'organisationType', 'region']);
  });

  it('are invented, unique, and cover each role of the route', () => {
    for (const row of rows) {
      expect(row['aadObjectId']).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
      expect(row['email']).toMatch(/@voorbeeld\.example$/);
    }
    expect(new Set(rows.map((row) => row['aadObjectId'])).size).toBe(rows.length);
    const roles = new Set(rows.map((row) => row['role']));
    for (const role of ['leerkracht', 'ib-er', 'koo', 'jeugdverpleegkundige', 'casemanager', 'leerplichtambtenaar', 'regievoerder', 'manager', 'stagnatiepunt']) expect(roles).toContain(role);
  });
});
