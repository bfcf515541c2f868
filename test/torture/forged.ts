import { createHash, randomBytes } from 'node:crypto';
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { startBot } from './bot-process.js';
import { APP_ID, claimsAt, SERVICE_URL, signed, startFramework, TENANT, type Claims, type Framework } from './forged/issuer.js';
import { knock } from './forged/knock.js';
import { spoilt } from './forged/spoil.js';
import { waysToForge } from './forged/ways.js';
import { emptyTally, packageFolder, type Options, type Tally } from './frame.js';
import { aadOf, nameOf } from './teams.js';
import { randomOf, type Random } from './random.js';

const SPOILT_QUICK = 250;
const SPOILT_FULL = 6_000;
/** Tokens run out: a long run makes new ones. */
const RENEW_EVERY = 1_000;
const AT_ONCE = 4;

/** The process as it runs in the world, with its own Bot Framework on this machine: nobody gets in but by a good token, and then they do. */
export async function forged(options: Options): Promise<Tally> {
  const tally = emptyTally();
  const folder = join(options.scratch, 'forged');
  mkdirSync(folder, { recursive: true });
  const people = join(folder, 'people.csv');
  copyFileSync(join(packageFolder, 'src/desk/demo-people.csv'), people);
  const framework = await startFramework();
  const bot = await startBot(folder, {
    env: {
      MicrosoftAppId: APP_ID, MicrosoftAppPassword: randomBytes(12).toString('hex'), MicrosoftAppTenantId: TENANT, MicrosoftAppType: 'SingleTenant',
      BotOpenIdMetadata: framework.metadata, ROUTEWIJZER_KEY: randomBytes(32).toString('base64'), ROUTEWIJZER_PEOPLE: people,
    },
  });
  try {
    const store = join(folder, 'routewijzer.sqlite');
    const before = contentOf(store);
    const random = randomOf(options.seed, 'forged');
    const refused = async (name: string, authorization: readonly string[], changes: Claims = {}): Promise<void> => {
      tally.faults += 1;
      tally.inputs += 1;
      const { status, body } = await knock(bot.url, authorization, activity(random, changes));
      if (!REFUSALS.has(status)) tally.forbidden.push(`${name} was answered ${String(status)} ${body.slice(0, 200)}`);
      if (status === 401 && /signature|expired|issuer|audience|kid/i.test(body)) tally.forbidden.push(`${name} was told what is wrong with it: ${body.slice(0, 200)}`);
    };

    for (const { name, authorization, activity: changes } of await waysToForge(framework, seconds())) {
      if (!options.interrupted.aborted) await refused(name, authorization, changes);
    }
    await spoiltOnes(options, framework, random, (token) => refused('a token with something changed', [`Bearer ${token}`]));
    if (contentOf(store) !== before) tally.forbidden.push('something was stored for somebody who did not get in');
    await goodOne(tally, bot.url, framework, random);
    if (contentOf(store) === before) tally.forbidden.push('nothing was stored for somebody who did get in: this check sees nothing');
    if (!bot.alive()) tally.forbidden.push(`the process died: ${bot.output().slice(-500)}`);
    options.progress(`forged: ${String(tally.faults)} tokens, ${String(tally.forbidden.length)} got in or worse`);
  } finally {
    await bot.stop();
    await framework.close();
  }
  return tally;
}

/** Not let in; or more than a header may hold, or no HTTP at all. */
const REFUSALS: ReadonlySet<number> = new Set([400, 401, 403, 431]);
const seconds = (): number => Math.floor(Date.now() / 1000);

async function spoiltOnes({ quick, interrupted }: Options, framework: Framework, random: Random, refused: (token: string) => Promise<void>): Promise<void> {
  const wanted = quick ? SPOILT_QUICK : SPOILT_FULL;
  for (let done = 0; done < wanted && !interrupted.aborted; done += RENEW_EVERY) {
    const good = await signed(framework.listed, claimsAt(seconds()));
    const tokens = Array.from({ length: Math.min(RENEW_EVERY, wanted - done) }, () => spoilt(good, random)).filter((token) => token !== undefined);
    for (let at = 0; at < tokens.length; at += AT_ONCE) await Promise.all(tokens.slice(at, at + AT_ONCE).map(refused));
  }
}

/** Were this refused too, then all the refusals above would prove nothing. */
async function goodOne(tally: Tally, url: string, framework: Framework, random: Random): Promise<void> {
  const { status, body } = await knock(url, [`Bearer ${await signed(framework.listed, claimsAt(seconds()))}`], activity(random, {}));
  tally.inputs += 1;
  if (status === 200 && body.includes('card:question')) tally.acknowledged += 1;
  else tally.forbidden.push(`a good token was answered ${String(status)} ${body.slice(0, 300)}`);
}

/** "wat nu?", to be answered in the body: something is stored, and nothing has to be sent to the outside. */
function activity(random: Random, changes: Claims): Claims {
  const all = {
    type: 'message', id: `m-${String(random.between(0, 2 ** 30))}`, text: 'wat nu?', deliveryMode: 'expectReplies', channelId: 'msteams', serviceUrl: SERVICE_URL,
    from: { id: `29:${aadOf('leerkracht')}`, name: nameOf('leerkracht'), aadObjectId: aadOf('leerkracht') }, recipient: { id: `28:${APP_ID}`, name: 'Routewijzer' },
    conversation: { conversationType: 'personal', id: 'a:forged', tenantId: TENANT }, channelData: { tenant: { id: TENANT } }, ...changes,
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== null));
}

/** A hash of all that stands in all tables. */
function contentOf(file: string): string {
  const db = new Database(file, { readonly: true, timeout: 10_000 });
  try {
    const hash = createHash('sha256');
    for (const { name } of db.prepare<[], { name: string }>('select name from sqlite_master where type = \'table\' order by name').all()) {
      hash.update(name).update(JSON.stringify(db.prepare(`select * from "${name}"`).raw().all()));
    }
    return hash.digest('hex');
  } finally {
    db.close();
  }
}
