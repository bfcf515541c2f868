import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { kindOf, textOf } from '../e2e/card.js';
import { answerOf, codeOf, looksAtMdo, mdoWith, opensCase, recordsConsent } from '../e2e/case-work.js';
import { CHANNEL, nameOf, startScene, START_MS, type Scene } from '../e2e/scene.js';
import { freshDatabase, type TestDatabase } from '../support/postgres.js';
import { startTogether, type SharedBot } from '../support/processes.js';
import { testKey } from '../support/vault.js';

/** Longest that delivery by another process may take, on a busy machine. */
const SOON = { timeout: 30_000, interval: 50 };
/** Longer than any lease: what a process had in hands is taken up by another. */
const LEASE_MS = 120_000;

/** One story after the other on the same three processes, each with people of its own: starting takes longer than all else. */
describe('three processes on one PostgreSQL, each click for the next of them', { timeout: 2 * START_MS }, () => {
  let database: TestDatabase;
  let scene: Scene;
  let started: Scene | undefined;
  let shared: SharedBot;
  beforeAll(async () => {
    database = await freshDatabase();
    started = scene = await startScene({ DATABASE_URL: database.url, ROUTEWIJZER_KEY: testKey() }, async (data, options) => {
      shared = await startTogether(3, data, options, quiet);
      return shared;
    });
  }, 3 * START_MS);
  afterAll(async () => {
    await started?.close();
    await database.drop();
  }, START_MS);

  const postsOf = (conversationId: string, kind: string) => scene.connector.posts.filter((call) => call.kind === 'post'
    && call.conversationId === conversationId && kindOf(call.activity.attachments?.[0]?.content ?? {}) === kind).length;
  /** By now everything that is due was claimed, and what was claimed was settled. */
  const quiet = (): Promise<void> => vi.waitUntil(async () => (await database.sql(`select id from outbox where state = 'pending' and (lease_until is not null or due_at <= $1)`, [await now()])).length === 0, SOON).then(() => undefined);
  const now = async (): Promise<string> => ((await (await fetch(`${shared.url}/healthz`)).json()) as { now: string }).now;

  it('say that they are on PostgreSQL', async () => {
    expect(await (await fetch(`${shared.url}/healthz`)).json()).toMatchObject({ status: 'ok', store: 'postgres' });
  });

  it('take one click that comes to all of them at once as one', async () => {
    const koo = scene.someone('koo');
    await koo.says('wat nu?');
    const button = koo.button({ verb: 'answer', value: 'zorg' });
    const answers = await Promise.all([koo.sends(button), koo.sends(button), koo.sends(button)]);
    expect(answers.map((answer) => answer.statusCode)).toEqual([200, 200, 200]);
    expect(await database.sql(`select count(*)::int as count from events where type = 'Answered'`)).toEqual([{ count: 1 }]);
    await quiet();
    expect(koo.chat()).toHaveLength(1);
  });

  it('share an MDO: every click finds what the others wrote, every invitation is posted once', async () => {
    const [ib, jgz, casemanager] = [scene.someone('ib'), scene.someone('jgz'), scene.someone('casemanager')];
    await jgz.install();
    await casemanager.install();
    const code = await opensCase(ib, 'plan', 'onder-12');
    await recordsConsent(ib, 'jgz,sociaal-team');
    await ib.presses('Start een MDO');
    await ib.presses('Verstuur de uitnodigingen', mdoWith(ib, [nameOf('jgz'), nameOf('casemanager')], []));
    await quiet();
    for (const invitee of [jgz, casemanager]) {
      invitee.opens('invitation');
      expect(codeOf(invitee)).toBe(code);
      expect(postsOf(invitee.conversationId, 'invitation')).toBe(1);
    }
    await looksAtMdo(ib);
    await jgz.presses('Ik kom');
    await quiet();
    expect(answerOf(ib.posted(), nameOf('jgz'))).toMatch(/komt/i);
    for (const count of shared.requests) expect(count).toBeGreaterThan(3);
  });

  it('fire each reminder and each escalation once, also when one of them dies', async () => {
    const people = [scene.someone('leerkracht'), scene.someone('collega'), scene.someone('directie')];
    await scene.someone('stagnatiepunt').installIn(CHANNEL);
    const codes: string[] = [];
    for (const person of people) codes.push(await opensCase(person, 'signaal', 'onder-12'), await opensCase(person, 'signaal', 'onder-12'));
    await scene.at('2035-01-23T08:01:00.000Z');
    await quiet();
    for (const person of people) expect(postsOf(person.conversationId, 'term')).toBe(2);
    await shared.processes[1]?.kill();
    await people[0]?.says('wat nu?');
    await people[0]?.says('wat nu?');
    await scene.at('2035-01-30T08:01:00.000Z');
    await scene.later(LEASE_MS);
    await quiet();
    for (const person of people) expect(postsOf(person.conversationId, 'term')).toBe(2);
    const notices = scene.channel().map(textOf);
    for (const code of codes) expect(notices.filter((text) => text.includes(code))).toHaveLength(1);
    const posts = scene.connector.posts.filter((call) => call.kind === 'post' && call.conversationId === CHANNEL.id);
    expect(posts).toHaveLength(notices.length);
    expect(shared.output().stderr).not.toMatch(/delivery-failed|turn-failed|request-failed/);
  });
});
