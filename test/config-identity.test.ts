import { describe, expect, it } from 'vitest';
import { readConfig, type Config } from '../src/config.js';

const APP = '3f8e1c52-7a44-4b0c-9d51-2c6a7b0e4d11';
const OWN = '5d0c1c3e-2b77-4c0a-8f5a-1e9d7c6b5a40';
const OTHER = '0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d';
const SINGLE = { MicrosoftAppId: APP, MicrosoftAppPassword: 'pass', MicrosoftAppTenantId: OWN, ROUTEWIJZER_KEY: Buffer.from(Array.from({ length: 32 }, (_, at) => at)).toString('base64') };
const MULTI = { ...SINGLE, MicrosoftAppType: 'MultiTenant', MicrosoftAppTenantId: '' };

type Environment = Readonly<Record<string, string>>;
function configOf(environment: Environment): Config {
  const read = readConfig(environment);
  if (!read.ok) throw new Error(read.faults.join('; '));
  return read.config;
}
function faultsOf(environment: Environment): readonly string[] {
  const read = readConfig(environment);
  return read.ok ? [] : read.faults;
}

describe('whose people get in', () => {
  it('are those of the own organisation, unless others are listed', () => {
    expect(configOf(SINGLE).tenants).toEqual([OWN]);
    expect(configOf({ ...SINGLE, ROUTEWIJZER_TENANTS: `${OWN.toUpperCase()}, ${OTHER}` }).tenants).toEqual([OWN, OTHER]);
  });

  it('are listed for a bot that any organisation can install, or it does not start', () => {
    expect(faultsOf(MULTI)).toEqual([expect.stringMatching(/^ROUTEWIJZER_TENANTS: needed/)]);
    expect(configOf({ ...MULTI, ROUTEWIJZER_TENANTS: OTHER }).tenants).toEqual([OTHER]);
    expect(faultsOf({ ...MULTI, ROUTEWIJZER_TENANTS: ' , ' }).length).toBeGreaterThan(0);
  });

  it('are those of a managed identity\'s own organisation', () => {
    expect(configOf({ ...SINGLE, MicrosoftAppPassword: '', MicrosoftAppType: 'UserAssignedMSI' })).toMatchObject({ tenants: [OWN], appType: 'UserAssignedMSI' });
  });

  it('is everybody in local mode, where nobody from outside can come', () => {
    expect(configOf({}).tenants).toBeUndefined();
  });

  it.each(['any', '*', OWN.slice(1), `${OWN} en ${OTHER}`])('can not be told with %j', (ROUTEWIJZER_TENANTS) => {
    expect(faultsOf({ ...SINGLE, ROUTEWIJZER_TENANTS })).toEqual([expect.stringMatching(/^ROUTEWIJZER_TENANTS: not a GUID/)]);
  });

  it('can not be told with a tenant by its name', () => {
    expect(faultsOf({ ...SINGLE, MicrosoftAppTenantId: 'school.example' })).toEqual([expect.stringMatching(/^MicrosoftAppTenantId: not a GUID/)]);
  });
});

describe('the identity', () => {
  it('is that of one organisation unless said otherwise, however it is capitalised', () => {
    expect(configOf(SINGLE).appType).toBe('SingleTenant');
    expect(configOf({ ...SINGLE, MicrosoftAppType: 'singletenant' }).appType).toBe('SingleTenant');
    expect(configOf({ ...SINGLE, MicrosoftAppId: APP.toUpperCase() }).appId).toBe(APP);
  });

  it.each([
    [{ MicrosoftAppType: 'SingelTenant' }, 'MicrosoftAppType'], [{ MicrosoftAppId: 'routewijzer' }, 'MicrosoftAppId'], [{ MicrosoftAppType: 'UserAssignedMSI' }, 'MicrosoftAppPassword'],
    [{ BotOpenIdMetadata: 'http://login.example/' }, 'BotOpenIdMetadata'], [{ BotOpenIdMetadata: 'login' }, 'BotOpenIdMetadata'],
  ] as const)('with %j is refused at the start', (change, name) => {
    expect(faultsOf({ ...SINGLE, ...change })).toEqual([expect.stringMatching(new RegExp(`^${name}: `))]);
  });

  it('never shows a secret in a fault', () => {
    const faults = faultsOf({ ...SINGLE, MicrosoftAppType: 'UserAssignedMSI', MicrosoftAppPassword: 'recognisable-secret', ROUTEWIJZER_KEY: 'recognisable-key', ROUTEWIJZER_KEY_OLD: 'recognisable-key' });
    expect(faults.join()).not.toContain('recognisable');
  });
});
