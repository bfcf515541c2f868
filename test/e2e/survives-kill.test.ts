import { describe, expect, it, type TestContext } from 'vitest';
import { kindOf, outcomeOf, textOf } from './card.js';
import { answerOf, codeOf, looksAtMdo, mdoWith, opensCase, recordsConsent } from './case-work.js';
import { CHANNEL, nameOf, startScene, START_MS, type Scene } from './scene.js';

/** The process is killed after a click was answered; what was answered is never lost. */
async function story({ onTestFinished }: Pick<TestContext, 'onTestFinished'>): Promise<Scene> {
  const scene = await startScene();
  onTestFinished(() => scene.close(), START_MS);
  return scene;
}

/** Long enough for a row that was being delivered at the kill to be taken up again. */
const LEASE_MS = 120_000;
/** How often a card of this kind was posted there. A death between sending and writing that down makes one more. */
const postsIn = (scene: Scene) => (conversationId: string, kind: string) => scene.connector.posts.filter((call) => call.kind === 'post'
  && call.conversationId === conversationId && kindOf(call.activity.attachments?.[0]?.content ?? {}) === kind).length;

describe.concurrent('after a kill', { timeout: 5 * START_MS }, () => {
  it('at each click of a dialog the next click goes on where one was, on the same card', async (context) => {
    const scene = await story(context);
    const juf = scene.someone('leerkracht');
    await juf.says('wat nu?');
    for (const value of ['zorg', 'nog-niemand', 'onder-12']) {
      await scene.survives();
      await juf.presses({ verb: 'answer', value });
    }
    await scene.survives();
    expect(outcomeOf(juf.card())).toBe('eerst-ouders');
    await scene.later(LEASE_MS);
    expect(juf.chat()).toHaveLength(1);
    expect(outcomeOf(juf.posted())).toBe('eerst-ouders');
    await juf.presses('Terug');
    expect(juf.text()).toContain('Hoe oud is het kind?');
  });

  it('at each click of an MDO nothing of it is lost, and nobody is invited twice', async (context) => {
    const scene = await story(context);
    const postsOf = postsIn(scene);
    const [ib, jgz, casemanager] = [scene.someone('ib'), scene.someone('jgz'), scene.someone('casemanager')];
    await jgz.install();
    await casemanager.install();
    const code = await opensCase(ib, 'plan', 'onder-12');
    await recordsConsent(ib, 'jgz,sociaal-team');
    await scene.survives();
    await ib.presses('Start een MDO');
    await ib.presses('Verstuur de uitnodigingen', mdoWith(ib, [nameOf('jgz'), nameOf('casemanager')], []));
    await scene.survives();
    await scene.later(LEASE_MS);
    for (const invitee of [jgz, casemanager]) {
      invitee.opens('invitation');
      expect(codeOf(invitee)).toBe(code);
      // Once, or once more where the death fell between sending and writing it down.
      expect(postsOf(invitee.conversationId, 'invitation')).toBeLessThanOrEqual(2);
    }
    const posted = postsOf(jgz.conversationId, 'invitation') + postsOf(casemanager.conversationId, 'invitation');
    expect(posted).toBeLessThanOrEqual(3);

    await looksAtMdo(ib);
    await jgz.presses('Ik kom');
    await scene.survives();
    await casemanager.presses('Ik kan niet');
    await scene.survives();
    await scene.later(LEASE_MS);
    expect(answerOf(ib.posted(), nameOf('jgz'))).toMatch(/^Komt/);
    expect(answerOf(ib.posted(), nameOf('casemanager'))).toMatch(/^Kan niet/);
    expect(postsOf(jgz.conversationId, 'invitation') + postsOf(casemanager.conversationId, 'invitation')).toBe(posted);
  });

  it('a pending reminder comes when it is due, once, and so does what follows from silence', async (context) => {
    const scene = await story(context);
    const postsOf = postsIn(scene);
    const juf = scene.someone('leerkracht');
    await scene.someone('stagnatiepunt').installIn(CHANNEL);
    const code = await opensCase(juf, 'signaal', 'onder-12');
    await scene.survives();
    await scene.at('2035-01-23T07:59:00.000Z');
    expect(postsOf(juf.conversationId, 'term')).toBe(0);
    await scene.at('2035-01-23T08:01:00.000Z');
    expect(postsOf(juf.conversationId, 'term')).toBe(1);
    await scene.survives();
    await scene.at('2035-01-29T08:01:00.000Z');
    await scene.at('2035-01-30T08:01:00.000Z');
    expect(postsOf(juf.conversationId, 'term')).toBe(1);
    expect(scene.channel()).toHaveLength(1);
    expect(textOf(scene.channel()[0] ?? {})).toContain(code);
  });
});
