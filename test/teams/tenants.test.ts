import { describe, expect, it } from 'vitest';
import type { Caller } from '../../src/teams/authenticate.js';
import { notAdmitted } from '../../src/teams/tenants.js';

const OURS = '5d0c1c3e-2b77-4c0a-8f5a-1e9d7c6b5a40';
const THEIRS = '0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d';
const SERVICE = 'https://smba.example/emea/';
const caller: Caller = { kind: 'bot-framework', serviceUrl: SERVICE, endorsements: ['msteams'] };
const from = (conversation: unknown, channelData?: unknown) => ({ serviceUrl: SERVICE, channelId: 'msteams', conversation, channelData });
const refusalOf = (activity: unknown, tenants: readonly string[] | undefined = [OURS]) => notAdmitted(activity, caller, tenants)?.reason;

describe('the tenant of an activity', () => {
  it.each([
    ['of the conversation', { tenantId: OURS }, undefined], ['of the channel data', {}, { tenant: { id: OURS } }], ['of both, alike', { tenantId: OURS }, { tenant: { id: OURS } }],
    ['in capitals', { tenantId: OURS.toUpperCase() }, { tenant: { id: OURS } }], ['beside one that is no text', { tenantId: 5 }, { tenant: { id: OURS } }],
  ])('gets it in when it is on the list: %s', (_what, conversation, channelData) => {
    expect(refusalOf(from(conversation, channelData))).toBeUndefined();
  });

  it.each([
    ['of another organisation', { tenantId: THEIRS }, undefined, 'tenant-not-listed'], ['ours for one, theirs for the other', { tenantId: OURS }, { tenant: { id: THEIRS } }, 'two-tenants'],
    ['theirs for one, ours for the other', { tenantId: THEIRS }, { tenant: { id: OURS } }, 'two-tenants'], ['none', {}, {}, 'no-tenant'], ['an empty one', { tenantId: ' ' }, undefined, 'no-tenant'],
    ['a list of them', { tenantId: [OURS] }, undefined, 'no-tenant'], ['a part of ours', { tenantId: OURS.slice(0, 20) }, undefined, 'tenant-not-listed'],
  ])('keeps it out when it is %s', (_what, conversation, channelData, reason) => {
    expect(refusalOf(from(conversation, channelData))).toBe(reason);
  });

  it.each([undefined, null, 'text', 5, [], {}])('keeps out %j, which is no activity at all', (activity) => {
    expect(refusalOf(activity)).toBe('other-service-url');
  });

  it('gets nobody in where no list was given', () => {
    expect(notAdmitted(from({ tenantId: OURS }), caller, undefined)?.reason).toBe('tenant-not-listed');
    expect(refusalOf(from({ tenantId: OURS }), [])).toBe('tenant-not-listed');
  });

  it('plays no part in local mode', () => {
    expect(notAdmitted(from({ tenantId: THEIRS }), { kind: 'local' }, undefined)).toBeUndefined();
  });
});
