import { cpSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { repositoryRoot, runToItsEnd, startBot, temporaryFolder } from '../support/process.js';
import { START_MS } from './scene.js';

/** What anybody may rely on from outside, whatever is inside. */
let data: ReturnType<typeof temporaryFolder>;
beforeEach(() => { data = temporaryFolder(); });
afterEach(() => { data.remove(); });

const IDENTITY = {
  MicrosoftAppId: '3f8e1c52-7a44-4b0c-9d51-2c6a7b0e4d11', MicrosoftAppPassword: 'not-a-secret', MicrosoftAppType: 'MultiTenant',
  ROUTEWIJZER_TENANTS: '5d0c1c3e-2b77-4c0a-8f5a-1e9d7c6b5a40', ROUTEWIJZER_KEY: Buffer.from(Array.from({ length: 32 }, (_, at) => at)).toString('base64'),
};
const HEADER = 'aadObjectId,name,email,role,organisation,organisationType,region';

describe('the process', { timeout: START_MS }, () => {
  it('says on one line where it listens, tells how it is, answers this machine only, and ends with 0 on SIGTERM', async () => {
    const bot = await startBot(data.path);
    const health = await (await fetch(`${bot.url}/healthz`)).json() as Record<string, unknown>;
    expect(Object.keys(health).sort()).toEqual(['now', 'region', 'route', 'status', 'store', 'version']);
    expect(health).toMatchObject({ status: 'ok', region: 'midden-groningen', store: 'sqlite' });
    await bot.clock('2035-01-08T09:00:00Z');
    const later = await (await fetch(`${bot.url}/healthz`)).json() as { now: string };
    expect(later.now).toMatch(/^2035-01-08T09:00:0\d\.\d{3}Z$/);
    expect((await fetch(`${bot.url}/desk/`)).status).toBe(404);

    const post = (serviceUrl: string, headers = {}) => fetch(`${bot.url}/api/messages`, {
      method: 'POST', headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ type: 'message', text: 'wat nu?', serviceUrl, from: { id: 'x' }, conversation: { id: 'a' } }),
    });
    expect((await post('https://elders.example/')).status).toBe(403);
    expect((await post(bot.url, { origin: 'https://elders.example' })).status).toBe(403);

    const { code, stdout } = await bot.stop();
    expect(code).toBe(0);
    expect(stdout.trimEnd().split('\n')).toEqual([`Routewijzer is ready on ${bot.url}`]);
  });

  it('has a desk in local mode when nobody turned it off', async () => {
    const bot = await startBot(data.path, { env: { ROUTEWIJZER_DESK: 'on' } });
    const page = await fetch(`${bot.url}/desk/`);
    expect(page.status).toBe(200);
    expect((await bot.stop()).code).toBe(0);
  });

  it('authenticates everybody once it has an app id, and then has no desk and no clock', async () => {
    const bot = await startBot(data.path, { env: { ...IDENTITY, ROUTEWIJZER_DESK: 'on' } });
    const post = (path: string, body: object) => fetch(`${bot.url}${path}`, {
      method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body),
    });
    const activity = { type: 'message', text: 'wat nu?', serviceUrl: 'http://127.0.0.1:9/', channelId: 'msteams', from: { id: 'x' }, conversation: { id: 'a' } };
    expect((await post('/api/messages', activity)).status).toBe(401);
    expect((await post('/local/clock', { now: '2035-01-08T09:00:00Z' })).status).toBe(404);
    expect((await fetch(`${bot.url}/desk/`)).status).toBe(404);
    expect((await fetch(`${bot.url}/healthz`)).status).toBe(200);
    expect((await bot.stop()).code).toBe(0);
  });
});

describe('the process does not start', { timeout: START_MS }, () => {
  it('with an app id and nothing else, and names every fault at once', async () => {
    const { code, stdout, stderr } = await runToItsEnd(data.path, { env: { MicrosoftAppId: IDENTITY.MicrosoftAppId, DATABASE_URL: 'mysql://ergens/anders' } });
    expect(code).toBe(2);
    expect(stdout).toBe('');
    for (const name of ['DATABASE_URL', 'MicrosoftAppPassword', 'MicrosoftAppTenantId']) expect(stderr).toContain(`configuration: ${name}:`);
  });

  it('on an address that others can reach without an app id', async () => {
    const { code, stderr } = await runToItsEnd(data.path, { env: { HOST: '0.0.0.0' } });
    expect(code).toBe(2);
    expect(stderr).toContain('HOST: without MicrosoftAppId');
  });

  it('with faults in the register of people, each by its line', async () => {
    const people = join(data.path, 'mensen.csv');
    writeFileSync(people, [HEADER,
      'p-1,Een Collega,,leerkracht,De Proefschool,school,midden-groningen',
      'p-2,Nog Een,,tovenaar,De Proefschool,school,midden-groningen',
      'p-3,,,ib-er,De Proefschool,school,midden-groningen',
    ].join('\n'));
    const { code, stdout, stderr } = await runToItsEnd(data.path, { env: { ROUTEWIJZER_PEOPLE: people } });
    expect(code).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toContain("mensen.csv:3: unknown role 'tovenaar'");
    expect(stderr).toContain('mensen.csv:4: name is empty');
  });

  it('on a malformed route, and names file, line, node and field of all faults at once', async () => {
    const root = join(data.path, 'package');
    for (const part of ['dist', 'dialogs', 'cards', 'knowledge', 'src/desk/demo-people.csv', 'package.json']) {
      cpSync(join(repositoryRoot, part), join(root, part), { recursive: true });
    }
    symlinkSync(join(repositoryRoot, 'node_modules'), join(root, 'node_modules'));
    const breaks = (file: string, from: string, to: string) => {
      const path = join(root, file);
      const text = readFileSync(path, 'utf8');
      expect(text).toContain(from);
      writeFileSync(path, text.replace(from, to));
      return text.slice(0, text.indexOf(from)).split('\n').length;
    };
    const first = breaks('dialogs/bomen/zorg.yaml', 'next: naar-ib }', 'next: nergens }');
    const second = breaks('dialogs/bomen/vastgelopen.yaml', 'role: regievoerder', 'role: tovenaar');
    const { code, stdout, stderr } = await runToItsEnd(data.path, { root });
    expect(code).toBe(1);
    expect(stdout).toBe('');
    const lines = stderr.trimEnd().split('\n');
    expect(lines.find((line) => line.includes('nergens'))).toMatch(new RegExp(`^dialogs/bomen/zorg\\.yaml:${String(first)}: node zorg-stand, field \\S+: `));
    expect(lines.find((line) => line.includes('tovenaar'))).toMatch(new RegExp(`^dialogs/bomen/vastgelopen\\.yaml:${String(second)}: node geen-plek, field role: `));
  });
});
