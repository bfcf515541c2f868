import { z } from 'zod';
import type { Admission, Caller, NotAdmitted } from './authenticate.js';

const given = z.string().trim().min(1).max(100).optional().catch(undefined);
/** The few fields by which an activity is let in or not. What is of another type counts as missing, and so gets nobody in. */
const doorSchema = z.object({
  serviceUrl: z.string().optional().catch(undefined),
  channelId: z.string().optional().catch(undefined),
  conversation: z.object({ tenantId: given }).optional().catch(undefined),
  channelData: z.object({ tenant: z.object({ id: given }).optional().catch(undefined) }).optional().catch(undefined),
});

/** The one channel that vouches for `aadObjectId` and for the tenant: in Web Chat and Direct Line a client fills them in itself. */
const TEAMS = 'msteams';

/**
 * May this activity in, given who brought it? `tenants` in lower case; undefined lets every tenant in, in local mode only.
 * Returns the refusal (401: not what the token says; 403: rightly signed, but not of ours), or undefined when it may.
 */
export function notAdmitted(activity: unknown, caller: Caller, tenants: readonly string[] | undefined): Extract<Admission, { ok: false }> | undefined {
  if (caller.kind === 'local') return undefined;
  const refused = (status: 401 | 403, reason: NotAdmitted) => ({ ok: false, status, reason }) as const;
  const read = doorSchema.safeParse(activity);
  if (!read.success) return refused(401, 'other-service-url');
  const { serviceUrl, channelId, conversation, channelData } = read.data;
  if (serviceUrl !== caller.serviceUrl) return refused(401, 'other-service-url');
  if (caller.endorsements.length > 0 && !caller.endorsements.includes(channelId ?? '')) return refused(401, 'other-channel');
  if (channelId !== TEAMS) return refused(403, 'not-teams');
  const named = [conversation?.tenantId, channelData?.tenant?.id].flatMap((id) => id?.toLowerCase() ?? []);
  const [tenant] = named;
  if (tenant === undefined) return refused(403, 'no-tenant');
  if (named.some((other) => other !== tenant)) return refused(403, 'two-tenants');
  return tenants?.includes(tenant) === true ? undefined : refused(403, 'tenant-not-listed');
}
