import { z } from 'zod';

/** The environment, read once. Names are fixed; see README. */
export interface Config {
  readonly host: string;
  readonly port: number;
  /** Folder of the database. */
  readonly data: string;
  readonly region: string;
  /** Path of people.csv; undefined: the demo people in local mode, nobody otherwise. */
  readonly people: string | undefined;
  readonly desk: boolean;
  /** Where a browser finds this process from outside, without a slash at the end; undefined: in local mode where it listens, else nowhere. */
  readonly url: string | undefined;
  /** No app id: nobody is authenticated, so loopback only. */
  readonly local: boolean;
  readonly appId: string | undefined;
  readonly appPassword: string | undefined;
  readonly appTenantId: string | undefined;
  readonly appType: string | undefined;
  /** Tenants whose people may use it, in lower case; undefined: every tenant, in local mode only. */
  readonly tenants: readonly string[] | undefined;
  /** Where the keys are found with which the Bot Framework signs; undefined: Microsoft's own address. */
  readonly openIdMetadata: string | undefined;
  /** postgres://…; undefined: SQLite in the folder `data`. */
  readonly databaseUrl: string | undefined;
  /** 32 bytes in base64 that wrap the keys of texts; undefined: made once and kept in `data`, in local mode only. */
  readonly key: string | undefined;
  /** The key before this one, while keys are being wrapped anew. */
  readonly oldKey: string | undefined;
}

const LOOPBACK = /^(127(\.\d{1,3}){3}|localhost|::1|\[::1\])$/;

/** Pages to print go over this address: https, or this very machine. What comes after the host stays, what belongs to no address does not. */
function isPublicAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, password, search, hash } = new URL(text);
  const bare = username === '' && password === '' && search === '' && hash === '' && !/[?#]/.test(text);
  return bare && (protocol === 'https:' || (protocol === 'http:' && LOOPBACK.test(hostname)));
}

const optional = z.string().trim().transform((text) => (text === '' ? undefined : text)).optional();
const schema = z.object({
  HOST: z.string().trim().min(1).default('127.0.0.1'),
  PORT: z.coerce.number('PORT must be a number').int('PORT must be a whole number').min(0).max(65535).default(3978),
  ROUTEWIJZER_DATA: z.string().trim().min(1).default('./data'),
  ROUTEWIJZER_REGIO: z.string().trim().min(1).default('midden-groningen'),
  ROUTEWIJZER_PEOPLE: optional,
  ROUTEWIJZER_URL: optional.refine((text) => text === undefined || isPublicAddress(text), 'ROUTEWIJZER_URL must be an https address, for example https://routewijzer.example')
    .transform((text) => text?.replace(/\/+$/, '')),
  ROUTEWIJZER_DESK: z.enum(['on', 'off'], 'ROUTEWIJZER_DESK must be on or off').default('on'),
  DATABASE_URL: optional,
  ROUTEWIJZER_TENANTS: optional,
  ROUTEWIJZER_KEY: optional,
  ROUTEWIJZER_KEY_OLD: optional,
  BotOpenIdMetadata: optional,
  MicrosoftAppId: optional,
  MicrosoftAppPassword: optional,
  MicrosoftAppTenantId: optional,
  MicrosoftAppType: optional,
});

/** Reads the configuration; all faults at once, in English. */
export function readConfig(
  environment: Readonly<Record<string, string | undefined>>,
): { readonly ok: true; readonly config: Config } | { readonly ok: false; readonly faults: readonly string[] } {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = schema.safeParse(given);
  if (!parsed.success) return { ok: false, faults: parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`) };
  const env = parsed.data;
  const local = env.MicrosoftAppId === undefined;
  const faults = [
    ...(env.DATABASE_URL === undefined ? [] : ['DATABASE_URL: only SQLite is supported by this version; unset it and use ROUTEWIJZER_DATA']),
    ...(local && !LOOPBACK.test(env.HOST) ? [`HOST: without MicrosoftAppId nobody is authenticated, so only a loopback address is allowed, not '${env.HOST}'`] : []),
    ...(!local && env.MicrosoftAppPassword === undefined && env.MicrosoftAppType !== 'UserAssignedMSI' ? ['MicrosoftAppPassword: needed with MicrosoftAppId'] : []),
    ...(!local && env.MicrosoftAppType !== 'MultiTenant' && env.MicrosoftAppTenantId === undefined ? ['MicrosoftAppTenantId: needed unless MicrosoftAppType is MultiTenant'] : []),
  ];
  if (faults.length > 0) return { ok: false, faults };
  return {
    ok: true,
    config: {
      host: env.HOST, port: env.PORT, data: env.ROUTEWIJZER_DATA, region: env.ROUTEWIJZER_REGIO, people: env.ROUTEWIJZER_PEOPLE,
      desk: local && env.ROUTEWIJZER_DESK === 'on', url: env.ROUTEWIJZER_URL, local,
      appId: env.MicrosoftAppId, appPassword: env.MicrosoftAppPassword, appTenantId: env.MicrosoftAppTenantId, appType: env.MicrosoftAppType,
      tenants: env.ROUTEWIJZER_TENANTS?.toLowerCase().split(/[\s,;]+/).filter((each) => each !== ''), openIdMetadata: env.BotOpenIdMetadata,
      databaseUrl: env.DATABASE_URL, key: env.ROUTEWIJZER_KEY, oldKey: env.ROUTEWIJZER_KEY_OLD,
    },
  };
}
