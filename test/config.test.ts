import { describe, expect, it } from 'vitest';
import { readConfig } from '../src/config.js';

function faultsOf(environment: Readonly<Record<string, string>>): readonly string[] {
  const read = readConfig(environment);
  return read.ok ? [] : read.faults;
}

describe('the configuration', () => {
  it('needs nothing: then it is local, on loopback, with a desk', () => {
    expect(readConfig({})).toEqual({
      ok: true,
      config: {
        host: '127.0.0.1', port: 3978, data: './data', region: 'midden-groningen', people: undefined, desk: true, url: undefined, local: true,
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
    const read = readConfig({ HOST: '0.0.0.0', MicrosoftAppId: 'app', MicrosoftAppPassword: 'pass', MicrosoftAppTenantId: 'tenant', ROUTEWIJZER_DESK: 'on' });
    expect(read.ok && read.config).toMatchObject({ local: false, desk: false, host: '0.0.0.0', appId: 'app' });
  });

  it('names everything that is missing beside an app id at once', () => {
    const faults = faultsOf({ MicrosoftAppId: 'app' });
    expect(faults.map((fault) => fault.split(':')[0])).toEqual(['MicrosoftAppPassword', 'MicrosoftAppTenantId']);
  });

  it('needs no tenant for a multi-tenant app, and no password for a managed identity', () => {
    expect(faultsOf({ MicrosoftAppId: 'app', MicrosoftAppPassword: 'pass', MicrosoftAppType: 'MultiTenant' })).toEqual([]);
    expect(faultsOf({ MicrosoftAppId: 'app', MicrosoftAppTenantId: 'tenant', MicrosoftAppType: 'UserAssignedMSI' })).toEqual([]);
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

  it('says that there is no other database yet', () => {
    expect(faultsOf({ DATABASE_URL: 'postgres://ergens/anders' })).toEqual([expect.stringMatching(/^DATABASE_URL: /)]);
  });
});
