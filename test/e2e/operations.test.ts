import { createServer, type Server } from 'node:http';
import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { repositoryRoot, runToItsEnd, startBot, temporaryFolder } from '../support/process.js';
import { START_MS } from './scene.js';

/** What who runs it sees of the process: is it ready, how is it, how does it end, why does it not begin. */
let data: ReturnType<typeof temporaryFolder>;
beforeEach(() => { data = temporaryFolder(); });
afterEach(() => { data.remove(); });

/** A connector that holds the first answer back for as long as it is told. */
async function slowConnector(holdMs: number): Promise<{ readonly url: string; readonly came: Promise<void>; posts(): number; close(): void }> {
  let posts = 0;
  let tell: () => void = () => undefined;
  const came = new Promise<void>((resolve) => { tell = resolve; });
  const server: Server = createServer((req, res) => {
    req.resume().on('end', () => {
      posts += 1;
      tell();
      const answer = () => { res.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ id: `sent-${String(posts)}` })); };
      if (holdMs > 0) setTimeout(answer, posts === 1 ? holdMs : 0);
    });
  });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${String(port)}/`, came, posts: () => posts, close: () => { server.closeAllConnections(); server.close(); } };
}

/** The IB'er of the demo, in a chat whose messages go to that connector. */
const from = { id: '29:ib', name: 'Anneke Roelofsma', aadObjectId: '7c1d5a10-3b52-4e0e-9a01-0000000000a3' };
const activity = (serviceUrl: string, rest: object) => ({ channelId: 'msteams', serviceUrl, from, recipient: { id: '28:bot' }, conversation: { id: 'a:chat', conversationType: 'personal' }, ...rest });
const post = (bot: string, body: object) => fetch(`${bot}/api/messages`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
const opensCase = (bot: string, serviceUrl: string) => post(bot, activity(serviceUrl, {
  type: 'invoke', name: 'adaptiveCard/action', replyToId: 'card-1',
  value: { action: { type: 'Action.Execute', verb: 'open-case', data: { v: 1, verb: 'open-case', ref: 'n-0000000000000000000001', seen: 0, step: 'signaal', age: 'onder-12', then: '' } } },
}));

describe('the running process', { timeout: START_MS }, () => {
  it('says that it is ready, and shows its figures without anything personal', async () => {
    const bot = await startBot(data.path);
    const ready = await fetch(`${bot.url}/readyz`);
    expect([ready.status, await ready.json()]).toEqual([200, { ready: true, failed: [] }]);
    const page = await (await fetch(`${bot.url}/metrics`)).text();
    for (const name of ['outbox_rows{state="pending"}', 'outbox_oldest_due_seconds', 'dead_letters', 'stalled_cases{region="midden-groningen"}', 'calendar_end_days', 'store_seconds_count']) expect(page).toContain(`routewijzer_${name}`);
    expect(page).not.toMatch(/@|7c1d5a10|Roelofsma/);
    expect((await bot.stop()).code).toBe(0);
  });

  it('finishes on SIGTERM what is being sent, and writes it down', async () => {
    const connector = await slowConnector(1_500);
    const bot = await startBot(data.path);
    expect((await opensCase(bot.url, connector.url)).status).toBe(200);
    await connector.came;
    const { code, stderr } = await bot.stop();
    expect([code, stderr]).toEqual([0, '']);
    // Had it not been written down, it would be sent once more.
    const sent = connector.posts();
    const again = await startBot(data.path);
    await again.clock(new Date(Date.now() + 120_000).toISOString());
    expect(connector.posts()).toBe(sent);
    expect((await again.stop()).code).toBe(0);
    connector.close();
  });

  it('ends in time when a send hangs; what was not sent comes back', async () => {
    const hanging = await slowConnector(0);
    const bot = await startBot(data.path);
    expect((await opensCase(bot.url, hanging.url)).status).toBe(200);
    await hanging.came;
    expect((await bot.stop()).code).toBe(0);
    const before = hanging.posts();
    const again = await startBot(data.path);
    void again.clock(new Date(Date.now() + 120_000).toISOString()).catch(() => undefined);
    await expect.poll(() => hanging.posts(), { timeout: 15_000 }).toBeGreaterThan(before);
    await again.kill();
    hanging.close();
  });

  it('ends at once on a second signal', async () => {
    const hanging = await slowConnector(0);
    const child = spawn(process.execPath, [join(repositoryRoot, 'dist/main.js')], {
      cwd: data.path, stdio: ['ignore', 'pipe', 'ignore'], env: { PATH: process.env['PATH'] ?? '', ROUTEWIJZER_DESK: 'off', PORT: '0', ROUTEWIJZER_DATA: data.path },
    });
    const line = await new Promise<string>((resolve) => { child.stdout.setEncoding('utf8').once('data', resolve); });
    const url = /http:\/\/\S+/.exec(line)?.[0] ?? '';
    await opensCase(url, hanging.url);
    await hanging.came;
    const ended = new Promise<number | null>((resolve) => { child.once('exit', resolve); });
    child.kill('SIGTERM');
    await expect.poll(() => fetch(`${url}/healthz`).then(() => 'listens', () => 'does not listen'), { timeout: 5_000 }).toBe('does not listen');
    const since = performance.now();
    child.kill('SIGTERM');
    expect(await ended).toBe(143);
    expect(performance.now() - since).toBeLessThan(2_000);
    hanging.close();
  });
});

describe('the process does not start, and says why in a sentence,', { timeout: START_MS }, () => {
  it('when something else has the port', async () => {
    const other = await slowConnector(0);
    const { code, stdout, stderr } = await runToItsEnd(data.path, { env: { PORT: new URL(other.url).port } });
    other.close();
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toBe(`PORT: ${new URL(other.url).port} on 127.0.0.1 is in use by another process\n`);
  });

  it('when the folder of the database is none', async () => {
    const file = join(data.path, 'bestand');
    writeFileSync(file, '');
    const { code, stderr } = await runToItsEnd(data.path, { env: { ROUTEWIJZER_DATA: file } });
    expect(code).toBe(1);
    expect(stderr).toMatch(/^ROUTEWIJZER_DATA: .*bestand: is no folder \(E\w+\)\n$/);
  });

  it('when what stands there is no database', async () => {
    const folder = join(data.path, 'map');
    mkdirSync(folder);
    writeFileSync(join(folder, 'routewijzer.sqlite'), 'geen database, maar wel lang genoeg om er een te lijken'.repeat(40));
    const { code, stderr } = await runToItsEnd(data.path, { env: { ROUTEWIJZER_DATA: folder } });
    expect(code).toBe(1);
    expect(stderr).toMatch(/^ROUTEWIJZER_DATA: .*routewijzer\.sqlite in it is no database/);
  });

  it('when nothing listens where the database should be, without its password', async () => {
    const { code, stderr } = await runToItsEnd(data.path, { env: { DATABASE_URL: 'postgres://bot:geheim@127.0.0.1:9/routewijzer' } });
    expect(code).toBe(1);
    expect(stderr).toBe('DATABASE_URL: 127.0.0.1:9/routewijzer: nothing listens there (ECONNREFUSED)\n');
  });

  it('with the faults of the environment and of the register in one list', async () => {
    const people = join(data.path, 'mensen.csv');
    writeFileSync(people, 'aadObjectId,name,email,role,organisation,organisationType,region\np-1,Een Collega,,tovenaar,De Proefschool,school,midden-groningen\n');
    const { code, stdout, stderr } = await runToItsEnd(data.path, { env: { PORT: 'x', ROUTEWIJZER_KEY: 'kort', ROUTEWIJZER_REGION: 'x', ROUTEWIJZER_PEOPLE: people } });
    expect([code, stdout]).toEqual([2, '']);
    const lines = stderr.trimEnd().split('\n');
    expect(lines[0]).toMatch(/^configuration: ROUTEWIJZER_REGION: no such variable.*ROUTEWIJZER_REGIO meant/);
    for (const start of ['configuration: PORT:', 'configuration: ROUTEWIJZER_KEY:', "mensen.csv:2: unknown role 'tovenaar'"]) expect(lines.some((line) => line.startsWith(start))).toBe(true);
  });
});
