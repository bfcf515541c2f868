/** What the environment says of who the bot is, as it stands there. */
export interface Identity {
  readonly ROUTEWIJZER_TENANTS?: string | undefined;
  readonly MicrosoftAppId?: string | undefined;
  readonly MicrosoftAppPassword?: string | undefined;
  readonly MicrosoftAppTenantId?: string | undefined;
  readonly MicrosoftAppType?: string | undefined;
}

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
export const appTypes = ['SingleTenant', 'MultiTenant', 'UserAssignedMSI'] as const;
type AppType = (typeof appTypes)[number];
/** Microsoft's own documents write these names in several ways. */
const same = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/** Is this a name of a kind of identity? */
export function isAppType(text: string): boolean {
  return appTypes.some((type) => same(type, text));
}

/** The kind of identity; a bot of one organisation unless said otherwise. */
export function typeOf({ MicrosoftAppType: given }: Identity): AppType {
  return appTypes.find((type) => same(type, given ?? '')) ?? 'SingleTenant';
}

/** Whose people get in: the tenants that are listed, else those of the bot's own organisation. Lower case. */
export function tenantsOf({ ROUTEWIJZER_TENANTS: listed, MicrosoftAppTenantId: own }: Identity): readonly string[] {
  return (listed ?? own ?? '').toLowerCase().split(/[\s,;]+/).filter((each) => each !== '');
}

/** What is wrong with the bot's identity, outside local mode; never the value of a secret. */
export function identityFaults(env: Identity): readonly string[] {
  const type = typeOf(env);
  const odd = tenantsOf(env).filter((tenant) => !GUID.test(tenant));
  const { ROUTEWIJZER_TENANTS: listed, MicrosoftAppId: id, MicrosoftAppPassword: password, MicrosoftAppTenantId: tenant } = env;
  return [
    ...(id !== undefined && !GUID.test(id) ? ['MicrosoftAppId: must be a GUID'] : []),
    ...(password === undefined && type !== 'UserAssignedMSI' ? ['MicrosoftAppPassword: needed with MicrosoftAppId'] : []),
    ...(password !== undefined && type === 'UserAssignedMSI' ? ['MicrosoftAppPassword: a managed identity has none; unset it'] : []),
    ...(tenant === undefined && type !== 'MultiTenant' ? ['MicrosoftAppTenantId: needed unless MicrosoftAppType is MultiTenant'] : []),
    ...(listed === undefined && type === 'MultiTenant' ? ['ROUTEWIJZER_TENANTS: needed when MicrosoftAppType is MultiTenant, else the people of any organisation get in; the GUIDs of the tenants, with commas'] : []),
    ...(listed !== undefined && tenantsOf(env).length === 0 ? ['ROUTEWIJZER_TENANTS: lists no tenant, so that nobody would get in'] : []),
    ...(odd.length > 0 ? [`${listed === undefined ? 'MicrosoftAppTenantId' : 'ROUTEWIJZER_TENANTS'}: not a GUID: ${odd.map((each) => `'${each.slice(0, 60)}'`).join(', ')}`] : []),
  ];
}
