import { z } from 'zod';
import { distance } from 'fastest-levenshtein';
import { appTypes, identityFaults, isAppType, tenantsOf, typeOf } from './identity.js';
import { keyFaults } from './wrapping-key.js';

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
  /** Is there a page for Prometheus? On in local mode; outside it only when asked for, because whoever reaches the bot reaches it. */
  readonly metrics: boolean;
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

/** Never said aloud in a fault: it holds a password. */
function isPostgres(text: string): boolean {
  return /^postgres(ql)?:\/\//.test(text) && URL.canParse(text) && new URL(text).pathname.length > 1;
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
  ROUTEWIJZER_METRICS: z.enum(['on', 'off'], 'ROUTEWIJZER_METRICS must be on or off').optional(),
  ROUTEWIJZER_DESK: z.enum(['on', 'off'], 'ROUTEWIJZER_DESK must be on or off').default('on'),
  DATABASE_URL: optional,
  ROUTEWIJZER_TENANTS: optional,
  ROUTEWIJZER_KEY: optional,
  ROUTEWIJZER_KEY_OLD: optional,
  BotOpenIdMetadata: optional.refine((text) => text === undefined || isPublicAddress(text), 'BotOpenIdMetadata must be an https address'),
  MicrosoftAppId: optional,
  MicrosoftAppPassword: optional,
  MicrosoftAppTenantId: optional,
  MicrosoftAppType: optional.refine((text) => text === undefined || isAppType(text), `MicrosoftAppType must be one of ${appTypes.join(', ')}`),
});

/** What of the environment the route and the register hang on: read even when the rest has faults. */
export type ContentConfig = Pick<Config, 'region' | 'people' | 'local'>;

export type ReadConfig = { /** Variables that are probably misspelt. */ readonly warnings: readonly string[] } & (
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly faults: readonly string[]; readonly content: ContentConfig });

/** Reads the configuration; all faults at once, in English. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): ReadConfig {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''));
  const issues = schema.safeParse(given).error?.issues ?? [];
  const odd = new Set(issues.map((issue) => String(issue.path[0])));
  // What is wrong by itself is left out, so that the rest is judged as well.
  const env = schema.parse(Object.fromEntries(Object.entries(given).filter(([name]) => !odd.has(name))));
  const local = env.MicrosoftAppId === undefined;
  const faults = [
    ...issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`),
    ...(env.DATABASE_URL === undefined || isPostgres(env.DATABASE_URL) ? [] : ['DATABASE_URL: must be postgres://user:password@host:port/database, or unset for SQLite in ROUTEWIJZER_DATA']),
    ...(local && !LOOPBACK.test(env.HOST) ? [`HOST: without MicrosoftAppId nobody is authenticated, so only a loopback address is allowed, not '${env.HOST}'`] : []),
    // Of another type other variables are needed.
    ...(local || odd.has('MicrosoftAppType') ? [] : identityFaults(env)),
    ...keyFaults({ key: env.ROUTEWIJZER_KEY, oldKey: env.ROUTEWIJZER_KEY_OLD, local }),
  ];
  const warnings = misspelt(Object.keys(given));
  const content = { region: env.ROUTEWIJZER_REGIO, people: env.ROUTEWIJZER_PEOPLE, local };
  if (faults.length > 0) return { ok: false, faults, warnings, content };
  return {
    ok: true, warnings,
    config: {
      ...content, host: env.HOST, port: env.PORT, data: env.ROUTEWIJZER_DATA,
      desk: local && env.ROUTEWIJZER_DESK === 'on', metrics: (env.ROUTEWIJZER_METRICS ?? (local ? 'on' : 'off')) === 'on', url: env.ROUTEWIJZER_URL,
      appId: env.MicrosoftAppId?.toLowerCase(), appPassword: env.MicrosoftAppPassword, appTenantId: env.MicrosoftAppTenantId, appType: local ? env.MicrosoftAppType : typeOf(env),
      tenants: local ? undefined : tenantsOf(env), openIdMetadata: env.BotOpenIdMetadata,
      databaseUrl: env.DATABASE_URL, key: env.ROUTEWIJZER_KEY, oldKey: env.ROUTEWIJZER_KEY_OLD,
    },
  };
}

/** Variables with our prefix that mean nothing to us, each with the one that looks most like it. */
function misspelt(names: readonly string[]): readonly string[] {
  const known = Object.keys(schema.shape).filter((name) => name.startsWith(OURS));
  return names.filter((name) => name.toUpperCase().startsWith(OURS) && !known.includes(name)).map((name) => {
    const nearest = known.toSorted((one, other) => distance(name, one) - distance(name, other))[0] ?? '';
    return `${name.slice(0, 60)}: no such variable, so it does nothing; is ${nearest} meant?`;
  });
}

const OURS = 'ROUTEWIJZER_';
