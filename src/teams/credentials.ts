import { ConfigurationServiceClientCredentialFactory } from 'botbuilder';

/** What the Bot Framework's environment variables say about this bot; all undefined in local mode. */
export interface BotIdentity {
  readonly appId: string | undefined;
  readonly password: string | undefined;
  readonly tenantId: string | undefined;
  /** `MultiTenant` (default), `SingleTenant` or `UserAssignedMSI`. */
  readonly appType: string | undefined;
}

/** A bearer token for the Bot Connector, or undefined when none is needed. Rejects when the login fails. */
export type TokenSource = () => Promise<string | undefined>;

const AUDIENCE = 'https://api.botframework.com';
const LOGIN = 'https://login.microsoftonline.com/botframework.com';

/** The SDK's factory for this identity. Throws when the identity is incomplete for its type. */
export function credentialsFactory(identity: BotIdentity): ConfigurationServiceClientCredentialFactory {
  return new ConfigurationServiceClientCredentialFactory({
    ...(identity.appId === undefined ? {} : { MicrosoftAppId: identity.appId }),
    ...(identity.password === undefined ? {} : { MicrosoftAppPassword: identity.password }),
    ...(identity.tenantId === undefined ? {} : { MicrosoftAppTenantId: identity.tenantId }),
    ...(identity.appType === undefined ? {} : { MicrosoftAppType: identity.appType }),
  });
}

/** Tokens from the SDK, which keeps each until five minutes before it ends; one login at a time. */
export function tokenSource(identity: BotIdentity, factory: ConfigurationServiceClientCredentialFactory): TokenSource {
  const { appId } = identity;
  if (appId === undefined) return () => Promise.resolve(undefined);
  const credentials = factory.createCredentials(appId, AUDIENCE, LOGIN, true);
  // Awaited in `login`; without this a failure before the first send would end the process.
  credentials.catch(() => undefined);
  let login: Promise<string> | undefined;
  return () => {
    login ??= credentials.then(readToken).finally(() => { login = undefined; });
    return login;
  };
}

/** The SDK's type hides `getToken`, which all its credentials have. */
function readToken(credentials: object): Promise<string> {
  if (!('getToken' in credentials) || typeof credentials.getToken !== 'function') throw new Error('credentials without a token');
  return (credentials as { getToken(): Promise<string> }).getToken();
}
