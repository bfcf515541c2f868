import { describe, expect, it } from 'vitest';
import { readConfig } from '../src/config.js';

const APP = '3f8e1c52-7a44-4b0c-9d51-2c6a7b0e4d11';
const TENANT = '5d0c1c3e-2b77-4c0a-8f5a-1e9d7c6b5a40';
const ROUTEWIJZER_KEY = Buffer.from(Array.from({ length: 32 }, (_, at) => at)).toString('base64');

function faultsOf(environment: Readonly<Record<string, string>>): readonly string[] {
  const read = readConfig(environment);
  return read.ok ? [] : read.faults;
}

describe('the configuration', () => {
  it('needs nothing: then it is local, on loopback, with a desk', () => {
    expect(readConfig({})).toEqual({
      ok: true, warnings: [],
      config: {
        host: '127.0.0.1', port: 3978, data: './data', region: 'midden-groningen', people: undefined, desk: true, metrics: true, url: undefined, local: true,
        appId: undefined, appPassword: undefined, appTenantId: undefined, appType: undefined,
      },
    });
  });

  it('takes an empty variable for one that is not set', () => {
    const read = readConfig({ MicrosoftAppId: '', PORT: '', HOST: '', DATABASE_URL: '', ROUTEWIJZER_DESK: '' });
    expect(read.ok && read.config).toMatchObject({ local: true, port: 3978, host: '127.0.0.1', desk: true });
  });

  it.each(['127.0.0.1', '127.0.0.53', 'localhost', '::1'])('allows the loopback address %s without an app id', (HOST) => {
    expect(faultsOf({ HOST })).toEqual([]);
  });

  it.each(['0.0.0.0', '::', '10.0.0.4', 'routewijzer.example', '127.0.0.1.example'])('refuses the address %s without an app id', (HOST) => {
    expect(faultsOf({ HOST })).toEqual([expect.stringMatching(/^HOST: .*loopback/)]);
  });

  it('listens anywhere with an app id, and then is not local and has no desk', () => {
    const read = readConfig({ HOST: '0.0.0.0', MicrosoftAppId: APP, MicrosoftAppPassword: 'pass', MicrosoftAppTenantId: TENANT, ROUTEWIJZER_KEY, ROUTEWIJZER_DESK: 'on' });
    expect(read.ok && read.config).toMatchObject({ local: false, desk: false, host: '0.0.0.0', appId: APP });
  });

  it('names everything that is missing beside an app id at once', () => {
    const faults = faultsOf({ MicrosoftAppId: APP });
    expect(faults.map((fault) => fault.split(':')[0])).toEqual(['MicrosoftAppPassword', 'MicrosoftAppTenantId', 'ROUTEWIJZER_KEY']);
  });

  it('needs no tenant for a multi-tenant app, and no password for a managed identity', () => {
    expect(faultsOf({ MicrosoftAppId: APP, MicrosoftAppPassword: 'pass', MicrosoftAppType: 'MultiTenant', ROUTEWIJZER_TENANTS: TENANT, ROUTEWIJZER_KEY })).toEqual([]);
    expect(faultsOf({ MicrosoftAppId: APP, MicrosoftAppTenantId: TENANT, MicrosoftAppType: 'UserAssignedMSI', ROUTEWIJZER_KEY })).toEqual([]);
  });

  it.each(['-1', '65536', '80.5', 'tachtig'])('refuses the port %s', (PORT) => {
    expect(faultsOf({ PORT })).toEqual([expect.stringMatching(/^PORT: /)]);
  });

  it.each([['https://routewijzer.example', 'https://routewijzer.example'], ['https://routewijzer.example/', 'https://routewijzer.example'], [' https://host.example:8443/bot/ ', 'https://host.example:8443/bot'], ['http://127.0.0.1:3978', 'http://127.0.0.1:3978']])('takes the address %j', (ROUTEWIJZER_URL, url) => {
    const read = readConfig({ ROUTEWIJZER_URL });
    expect(read.ok && read.config.url).toBe(url);
  });

  it.each(['http://routewijzer.example', 'routewijzer.example', 'ftp://routewijzer.example', 'https://', 'https://wie:wat@routewijzer.example', 'https://routewijzer.example/?a=b', 'https://routewijzer.example/#x', 'javascript:alert(1)'])('refuses the address %j', (ROUTEWIJZER_URL) => {
    expect(faultsOf({ ROUTEWIJZER_URL })).toEqual([expect.stringMatching(/^ROUTEWIJZER_URL: .*https address/)]);
  });

  it('names faults of different kinds at once', () => {
    const faults = faultsOf({ PORT: 'x', ROUTEWIJZER_DESK: 'misschien' });
    expect(faults.map((fault) => fault.split(':')[0])).toEqual(['PORT', 'ROUTEWIJZER_DESK']);
  });

  it.each(['postgres://bot@db.example/routewijzer', 'postgresql://bot:geheim@db.example:5433/routewijzer?sslmode=verify-full'])('takes the database %s', (DATABASE_URL) => {
    expect(faultsOf({ DATABASE_URL })).toEqual([]);
  });

  it.each(['mysql://bot:geheim@db.example/x', 'db.example', 'postgres://bot:geheim@db.example', 'postgres://bot:geheim@db.example/', 'postgres://bot:geheim@:x/y'])('refuses the database %s, and does not repeat it', (DATABASE_URL) => {
    const faults = faultsOf({ DATABASE_URL });
    expect(faults).toEqual([expect.stringMatching(/^DATABASE_URL: /)]);
    expect(faults.join()).not.toContain('geheim');
  });

  it('names what is wrong by itself together with what is missing elsewhere', () => {
    const faults = faultsOf({ PORT: 'x', DATABASE_URL: 'mysql://ergens/anders', MicrosoftAppId: 'app', ROUTEWIJZER_METRICS: 'misschien' });
    expect(faults.map((fault) => fault.split(':')[0])).toEqual(expect.arrayContaining(['PORT', 'ROUTEWIJZER_METRICS', 'DATABASE_URL', 'MicrosoftAppId', 'MicrosoftAppPassword', 'MicrosoftAppTenantId', 'ROUTEWIJZER_KEY']));
  });

  it('still tells which region and register were meant, so that their faults are told too', () => {
    const read = readConfig({ PORT: 'x', ROUTEWIJZER_REGIO: 'utrecht-west', ROUTEWIJZER_PEOPLE: 'mensen.csv' });
    expect(read.ok ? undefined : read.content).toEqual({ region: 'utrecht-west', people: 'mensen.csv', local: true });
  });

  it('asks after a variable that it does not know, and starts all the same', () => {
    const read = readConfig({ ROUTEWIJZER_REGION: 'utrecht-west', ROUTEWIJZER_DATABASE: '1', OTHER: 'x' });
    expect(read.ok).toBe(true);
    expect(read.warnings).toEqual([expect.stringMatching(/^ROUTEWIJZER_REGION: .*ROUTEWIJZER_REGIO meant/), expect.stringMatching(/^ROUTEWIJZER_DATABASE: .*ROUTEWIJZER_DATA meant/)]);
  });

  it('shows metrics to this machine in local mode, and elsewhere only when asked', () => {
    const metricsOf = (environment: Readonly<Record<string, string>>) => { const read = readConfig(environment); return read.ok && read.config.metrics; };
    const identity = { MicrosoftAppId: APP, MicrosoftAppPassword: 'pass', MicrosoftAppTenantId: TENANT, ROUTEWIJZER_KEY };
    expect([metricsOf({}), metricsOf({ ROUTEWIJZER_METRICS: 'off' }), metricsOf(identity), metricsOf({ ...identity, ROUTEWIJZER_METRICS: 'on' })]).toEqual([true, false, false, true]);
  });
});
