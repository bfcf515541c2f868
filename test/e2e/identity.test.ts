import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBot, temporaryFolder, type RunningBot } from '../support/process.js';
import { APP_ID, forgeries, knock, startIssuer, type About, type Claims, type TokenIssuer } from '../support/tokens.js';
import { START_MS } from './scene.js';

const OURS = '5d0c1c3e-2b77-4c0a-8f5a-1e9d7c6b5a40';
const THEIRS = '0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d';
const PASSWORD = 'recognisable-password-7Q';
const KEY = Buffer.from('recognisable wrapping key 32 by.').toString('base64');
const SERVICE = 'https://smba.example/emea/';

/** The whole process as it runs in Teams: with an app id, not in local mode, the keys of callers at an address of our own. */
let issuer: TokenIssuer;
let bot: RunningBot;
const data = temporaryFolder();

const about = (): About => ({ serviceUrl: SERVICE, now: Math.floor(Date.now() / 1000) });
const activity = (changes: Claims = {}): Claims => ({
  type: 'message', text: 'wat nu?', id: `m-${JSON.stringify(changes).length}`, channelId: 'msteams', serviceUrl: SERVICE, deliveryMode: 'expectReplies',
  from: { id: '29:anna', aadObjectId: 'aad-anna', name: 'Anna Proefsma' }, recipient: { id: '28:bot' },
  conversation: { id: 'a:1', conversationType: 'personal', tenantId: OURS }, channelData: { tenant: { id: OURS } }, ...changes,
});
const good = (changes: Claims = {}) => knock(bot.url, [`Bearer ${issuer.token(about())}`], activity(changes));
/** Everything that is kept on disk, as bytes in a text. */
const kept = (): string => readdirSync(data.path).map((file) => readFileSync(join(data.path, file), 'latin1')).join('\n');

beforeAll(async () => {
  issuer = await startIssuer();
  bot = await startBot(data.path, {
    env: {
      MicrosoftAppId: APP_ID, MicrosoftAppPassword: PASSWORD, MicrosoftAppTenantId: OURS, MicrosoftAppType: 'SingleTenant', BotOpenIdMetadata: issuer.metadata, ROUTEWIJZER_KEY: KEY,
    },
  });
}, START_MS);
afterAll(async () => {
  await bot.kill();
  await issuer.close();
  data.remove();
});

describe('the process with an app id', { timeout: START_MS }, () => {
  it('answers the Bot Framework, and a click without any call outside', async () => {
    const { status, body } = await good();
    expect(status).toBe(200);
    expect(body).toContain('card:question');
    const click = await good({ type: 'invoke', name: 'adaptiveCard/action', deliveryMode: 'normal', value: { action: { verb: 'cases', data: { v: 1, verb: 'cases', ref: '', seen: 0 } } } });
    expect(click.status).toBe(200);
    expect(click.body).toContain('Mijn casussen');
  });

  it('answers 401 to every forgery, and says nothing more', async () => {
    for (const forgery of forgeries) {
      const { status, body } = await knock(bot.url, forgery.headers(issuer, about()), activity({ ...forgery.activity, from: { id: '29:vals', aadObjectId: 'aad-vals' } }));
      expect({ status, body }, forgery.name).toEqual({ status: 401, body: '{"error":"unauthorized"}' });
    }
    expect(kept()).not.toContain('aad-vals');
  });

  it('answers 403 to the people of another tenant, and keeps nothing of them', async () => {
    const stranger = { id: '29:elders', aadObjectId: 'aad-elders' };
    for (const tenants of [
      { conversation: { id: 'a:2', conversationType: 'personal', tenantId: THEIRS }, channelData: { tenant: { id: THEIRS } } },
      { conversation: { id: 'a:2', conversationType: 'personal', tenantId: OURS }, channelData: { tenant: { id: THEIRS } } },
      { conversation: { id: 'a:2', conversationType: 'personal' }, channelData: {} },
      { channelId: 'msteams', type: 'conversationUpdate', membersAdded: [stranger], conversation: { id: 'a:2', conversationType: 'personal', tenantId: THEIRS }, channelData: {} },
    ]) {
      const { status, body } = await good({ from: stranger, ...tenants });
      expect({ status, body }).toEqual({ status: 403, body: '{"error":"forbidden"}' });
    }
    expect(kept()).not.toContain('aad-elders');
    expect(kept()).toContain('aad-anna');
  });

  it('does nothing for an account without a person, whatever the card says who it is', async () => {
    const value = { action: { verb: 'cases', data: { v: 1, verb: 'cases', ref: '', seen: 0, aadObjectId: 'aad-geleend', person: 'aad-geleend' } } };
    const { status, body } = await good({ type: 'invoke', name: 'adaptiveCard/action', deliveryMode: 'normal', from: { id: '29:bot' }, value });
    expect(status).toBe(200);
    expect(body).toContain('Ik kan niet zien wie je bent');
    expect(kept()).not.toContain('aad-geleend');
  });

  it('shows its secrets nowhere: not in what it writes, not in /healthz, not on disk', async () => {
    const health = await (await fetch(`${bot.url}/healthz`)).text();
    const { stdout, stderr } = bot.output();
    expect(stderr).toContain('request-refused');
    const shown = [stdout, stderr, health].join('\n');
    for (const secret of [PASSWORD, KEY, 'Bearer', 'eyJ', 'Anna', 'aad-', '29:']) expect(shown, secret).not.toContain(secret);
    for (const secret of [PASSWORD, KEY, 'recognisable', 'eyJ']) expect(kept(), secret).not.toContain(secret);
  });
});
