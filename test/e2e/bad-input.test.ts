import { join } from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buttonOf, buttonsOf, kindOf, outcomeOf, textOf, type CardButton } from './card.js';
import { looksAtMdo, mdoWith, opensCase, recordsConsent } from './case-work.js';
import { aadOf, cardIn, CHANNEL, nameOf, startScene, START_MS, type Scene, type Someone } from './scene.js';

/** Whatever comes in: no crash, no wrong event, and a clear Dutch sentence or the card as it stands. */
let scene: Scene;
let juf: Someone;
let ib: Someone;
beforeAll(async () => { scene = await startScene(); }, START_MS);
afterAll(async () => { await scene.close(); });
beforeEach(() => { [juf, ib] = [scene.someone('leerkracht'), scene.someone('ib')]; });

const UNKNOWN = 'Deze knop ken ik niet (meer).';
/** The sentence for a fault of ours: no bad input may lead there. */
const OUR_FAULT = 'Er ging iets mis';

/** Everything that was ever written down, oldest first. */
function events(): readonly { readonly stream: string; readonly type: string; readonly actor: string | null }[] {
  const db = new Database(join(scene.data, 'routewijzer.sqlite'), { readonly: true });
  try {
    return db.prepare<[], { stream: string; type: string; actor: string | null }>('select stream, type, actor from events order by at, stream, version').all();
  } finally {
    db.close();
  }
}
const eventsOf = (button: CardButton): readonly string[] => events().filter((event) => event.stream === button.data['ref']).map((event) => event.type);
const forged = (data: Readonly<Record<string, unknown>>, verb = String(data['verb'] ?? '')): CardButton => ({ title: '', verb, data, withInputs: false });

async function adviceFor(who: Someone): Promise<void> {
  await who.says('wat nu?');
  for (const value of ['zorg', 'nog-niemand', 'onder-12']) await who.presses({ verb: 'answer', value });
}

describe('a button', () => {
  it('that no card of ours ever had gets a sentence', async () => {
    const before = events().length;
    for (const data of [undefined, null, 'x', 7, [], {}, { verb: 'answer' }, { v: 99, verb: 'answer', ref: 'x', seen: 1 },
      { v: 1, verb: 'delete-everything', ref: '', seen: 0 }, { v: 1, verb: 'toString', ref: '', seen: 0 }, { v: 1, verb: 'answer', ref: 'v-bestaat-niet', seen: 1, fact: 'rol', value: 'ib-er' },
      { v: 1, verb: 'answer', ref: 'x'.repeat(9999), seen: 1 }, { v: 1, verb: 'answer', ref: '', seen: -1 }, { v: 1, verb: 'answer', ref: '', seen: 0, fact: { a: 1 } }]) {
      const text = textOf(cardIn(await juf.click({ verb: 'answer', data })));
      expect(text).toMatch(/Deze knop ken ik niet|Dit is niet meer te vinden/);
    }
    expect(events()).toHaveLength(before);
  });

  it('with an answer, a fact or a choice that does not exist changes nothing', async () => {
    await juf.says('wat nu?');
    const button = juf.button({ verb: 'answer', value: 'zorg' });
    for (const fields of [{ value: 'bestaat-niet' }, { fact: 'bestaat-niet' }, { fact: '__proto__', value: 'constructor' }, { value: '' }]) {
      const answer = cardIn(await juf.sends({ ...button, data: { ...button.data, ...fields } }));
      expect(kindOf(answer)).toBe('question');
      expect(textOf(answer)).toMatch(/Dit antwoord ken ik niet|niet meer actueel/);
    }
    expect(eventsOf(button)).toEqual(['VisitStarted']);
  });

  it('of an older card gets the card as it is now, and says so', async () => {
    await juf.says('wat nu?');
    const old = juf.button({ verb: 'answer', value: 'verzuim' });
    await juf.presses({ verb: 'answer', value: 'zorg' });
    const answer = cardIn(await juf.sends(old));
    expect(textOf(answer)).toContain('Deze kaart was niet meer actueel.');
    expect(textOf(answer)).toContain('Met wie heb je je zorg al besproken?');
    expect(eventsOf(old)).toEqual(['VisitStarted', 'Answered']);
  });

  it('pressed a second time is the same click: no second event, and nobody is told off', async () => {
    await juf.says('wat nu?');
    const button = juf.button({ verb: 'answer', value: 'zorg' });
    const first = cardIn(await juf.sends(button));
    const second = cardIn(await juf.sends(button));
    expect(second).toEqual(first);
    await juf.presses({ verb: 'answer', value: 'zorg' });
    const back = juf.button('Terug');
    expect(cardIn(await juf.sends(back))).toEqual(cardIn(await juf.sends(back)));
    expect(eventsOf(button)).toEqual(['VisitStarted', 'Answered', 'Reopened']);
  });

  it('that opens a case opens one, however often it is pressed', async () => {
    await adviceFor(juf);
    const button = juf.button('Open een casus');
    const answers = await Promise.all([juf.sends(button), juf.sends(button), juf.sends(button)]);
    const codes = new Set(answers.map((answer) => /[Cc]asus ([0-9A-Z]{5})/.exec(textOf(cardIn(answer)))?.[1]));
    expect(codes.size).toBe(1);
    expect(events().filter((event) => event.stream === `c-${String(button.data['ref']).slice(2)}`).map((event) => event.type)).toEqual(['CaseOpened', 'StepStarted']);
  });

  it('of somebody else’s dialog or case does nothing, whoever presses it', async () => {
    await adviceFor(juf);
    const visit = juf.button('Terug');
    const open = juf.button('Open een casus');
    const collega = scene.someone('collega');
    const before = events().length;
    for (const button of [visit, open, { ...open, verb: 'open-case', data: { ...open.data, verb: 'open-case', step: 'signaal', age: 'onder-12' } }]) {
      const text = textOf(cardIn(await collega.click(button)));
      expect(text).toContain('Deze kaart hoort bij iemand anders.');
    }
    expect(events()).toHaveLength(before);

    await juf.presses('Open een casus');
    const mine = buttonsOf(juf.card()).filter((button) => String(button.data['ref']).startsWith('c-'));
    const inCase = ['step-done', 'stuck', 'runs-again', 'gezag', 'consent', 'mdo', 'mdo-answer', 'mdo-record', 'close', 'claim', 'stagnation-close', 'show', 'refer'];
    const count = events().length;
    for (const verb of inCase) {
      const data = { ...mine[0]?.data, verb, answer: 'komt', ending: 'niet-nodig', kind: 'samenwerking', gezag: 'moeder', view: 'case' };
      const text = textOf(cardIn(await collega.click(forged(data, verb))));
      expect(text).not.toContain('Marijke');
      expect(text).not.toContain(OUR_FAULT);
    }
    expect(events()).toHaveLength(count);
  });

  it('of a dialog on a case, and the other way round, is not known', async () => {
    await adviceFor(juf);
    const visit = juf.button('Terug');
    await juf.presses('Open een casus');
    const ofCase = juf.button('Toestemming');
    for (const button of [
      { ...visit, data: { ...visit.data, ref: ofCase.data['ref'] } },
      { ...ofCase, data: { ...ofCase.data, ref: visit.data['ref'] } },
      forged({ v: 1, verb: 'step-done', ref: visit.data['ref'], seen: 1 }), forged({ v: 1, verb: 'refer', ref: visit.data['ref'], seen: 1 }),
    ]) {
      const answer = await juf.click(button);
      expect(textOf(cardIn(answer))).toMatch(/Deze knop ken ik niet|Dit is niet meer te vinden/);
    }
  });

  it('of a personal card does nothing in a channel', async () => {
    await juf.says('wat nu?');
    const answer = await juf.click(juf.button({ verb: 'answer', value: 'zorg' }), {}, { channel: CHANNEL });
    expect(textOf(cardIn(answer))).toContain(UNKNOWN);
  });

  it('refreshed by Teams itself changes nothing', async () => {
    await juf.says('wat nu?');
    const button = juf.button({ verb: 'answer', value: 'zorg' });
    await juf.click(button, {}, { automatic: true });
    expect(eventsOf(button)).toEqual(['VisitStarted']);
  });
});

describe('two people at once', () => {
  it('claim one stalled case: one has it, the other hears so', async () => {
    const [one, two] = [scene.someone('stagnatiepunt'), scene.someone('stagnatiepunt2')];
    await one.installIn(CHANNEL);
    await one.install();
    await two.install();
    await opensCase(juf, 'signaal', 'onder-12');
    await juf.presses('Hoe staat het ervoor?');
    await juf.presses('Het loopt vast', { kind: 'samenwerking', parentsKnow: 'ja' });
    await scene.delivered();
    const claim = buttonOf((await scene.channelOf(one)).at(-1) ?? {}, 'Ik pak dit op');
    const texts = (await Promise.all([one, two].map((who) => who.click(claim, {}, { channel: CHANNEL })))).map((answer) => textOf(cardIn(answer)));
    expect(texts.filter((text) => text.includes('Een collega van het stagnatiepunt heeft dit al opgepakt.'))).toHaveLength(1);
    expect(eventsOf(claim).filter((type) => type === 'StagnationClaimed')).toHaveLength(1);
    await scene.delivered();
    expect([one, two].filter((who) => who.chat().map(kindOf).includes('stagnation-contact'))).toHaveLength(1);
  });

  it('answer one invitation round: both answers are kept', async () => {
    const invitees = [scene.someone('jgz'), scene.someone('casemanager')];
    for (const invitee of invitees) await invitee.install();
    await opensCase(ib, 'plan', 'onder-12');
    await recordsConsent(ib, 'jgz,sociaal-team');
    await ib.presses('Start een MDO');
    await ib.presses('Verstuur de uitnodigingen', mdoWith(ib, [nameOf('jgz'), nameOf('casemanager')], []));
    await scene.delivered();
    for (const invitee of invitees) invitee.opens('invitation');
    await Promise.all(invitees.map((invitee) => invitee.presses('Ik kom')));
    await scene.delivered();
    await looksAtMdo(ib);
    expect(textOf(ib.card()).match(/\nKomt/g)).toHaveLength(2);
  });

  it('or one person with two answers to one question: the first counts, the card is the same', async () => {
    await juf.says('wat nu?');
    const [zorg, verzuim] = [juf.button({ verb: 'answer', value: 'zorg' }), juf.button({ verb: 'answer', value: 'verzuim' })];
    await Promise.all([juf.sends(zorg), juf.sends(verzuim)]);
    expect(eventsOf(zorg)).toEqual(['VisitStarted', 'Answered']);
  });
});

describe('an activity', () => {
  const post = (body: string, headers: Readonly<Record<string, string>> = { 'content-type': 'application/json' }) => fetch(`${scene.bot().url}/api/messages`, { method: 'POST', headers, body });
  const activity = (extra: object) => ({ type: 'message', serviceUrl: scene.connector.url, from: { id: '29:x' }, recipient: { id: '28:routewijzer' }, conversation: { id: 'a:x', conversationType: 'personal' }, ...extra });

  it('that is no activity is refused with a status that says so', async () => {
    expect((await post('geen json')).status).toBe(400);
    expect((await post('[]')).status).toBe(400);
    expect((await post('{}')).status).toBe(400);
    expect((await post('{}', { 'content-type': 'text/plain' })).status).toBe(415);
    expect((await post(`${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`)).status).toBe(400);
    expect((await post(JSON.stringify(activity({ text: 'a'.repeat(300_000) })))).status).toBe(413);
    expect((await post(JSON.stringify(activity({ serviceUrl: 'https://elders.example/' })))).status).toBe(403);
  });

  it('that is odd is read as far as it goes', async () => {
    const odd = [
      { text: 'wat nu? '.repeat(20_000) }, { text: { een: 'object' } }, { text: 5 }, { from: null }, { from: { id: '' } }, { conversation: { id: 7 } },
      { type: 'typing' }, { type: 'onbekend' }, { type: 'invoke', name: 'adaptiveCard/action' }, { type: 'invoke', name: 'adaptiveCard/action', value: { action: 'x' } },
      { type: 'invoke', name: 'composeExtension/query', value: {} }, { type: 'conversationUpdate', membersAdded: [null, 3, { id: 'x' }] }, { entities: 'x' }, { attachments: [{ contentType: 'image/png' }] },
      { channelData: [] }, { text: '\u0000\uD800 wat nu?' },
    ];
    for (const extra of odd) expect((await post(JSON.stringify(activity(extra)))).status, JSON.stringify(extra).slice(0, 80)).toBeLessThan(502);
    expect(scene.bot().alive()).toBe(true);
  });

  it('that came twice is answered once, and begins nothing twice', async () => {
    const before = events().filter((event) => event.type === 'VisitStarted').length;
    const first = await juf.send({ type: 'message', id: 'twice', text: 'wat nu?' });
    const second = await juf.send({ type: 'message', id: 'twice', text: 'wat nu?' });
    expect([first.status, second.status]).toEqual([200, 200]);
    const answers = scene.connector.activities(juf.conversationId).filter((answer) => answer.replyToId === 'twice');
    expect(answers).toHaveLength(1);
    expect(events().filter((event) => event.type === 'VisitStarted')).toHaveLength(before + 1);
  });

  it('with keys that reach a prototype reaches none', async () => {
    await juf.says('wat nu?');
    const { data } = juf.button({ verb: 'answer', value: 'zorg' });
    const body = JSON.stringify(activity({
      type: 'invoke', name: 'adaptiveCard/action', from: { id: `29:${aadOf('leerkracht')}`, aadObjectId: aadOf('leerkracht') },
      value: { action: { type: 'Action.Execute', verb: 'answer', data: { ...data, extra: 1 } } },
    })).replace('"extra":1', '"__proto__":{"polluted":"ja"},"constructor":{"prototype":{"polluted":"ja"}}');
    expect((await post(body)).status).toBe(200);
    const health = await (await fetch(`${scene.bot().url}/healthz`)).text();
    expect(health).not.toContain('polluted');
  });
});

describe('somebody who is not in the register', () => {
  it('is asked for a role, gets advice, and sees no overview and no case of others', async () => {
    const stranger = scene.stranger('Onbekende');
    await stranger.says('wat nu?');
    await stranger.presses({ verb: 'answer', value: 'zorg' });
    expect(stranger.text()).toContain('Wat doe je in je werk?');
    await stranger.presses({ verb: 'answer', value: 'leerkracht' });
    for (const value of ['nog-niemand', 'onder-12']) await stranger.presses({ verb: 'answer', value });
    expect(outcomeOf(stranger.card())).toBe('eerst-ouders');
    await stranger.says('overzicht');
    expect(stranger.text()).toContain('Het overzicht is er alleen voor managers.');
    await stranger.says('mijn casussen');
    expect(stranger.text()).toContain('Je hebt nog geen open casussen.');
  });
});

describe('whatever else comes in', () => {
  it('is answered, and the process stays up', { timeout: 60_000 }, async () => {
    await adviceFor(juf);
    const visit = juf.button('Terug');
    await juf.presses('Open een casus');
    const ofCase = juf.button('Toestemming');
    const refs = [visit.data['ref'], ofCase.data['ref'], '', 'v-x', 'c-', 'n-1'] as string[];
    const verbs = ['start', 'answer', 'change', 'back', 'stop', 'resume', 'case-form', 'open-case', 'refer', 'show', 'step-done', 'step-waits', 'stuck', 'runs-again',
      'gezag', 'consent', 'close', 'mdo', 'mdo-answer', 'mdo-record', 'claim', 'stagnation-close', 'cases', 'overview', 'hasOwnProperty'];
    const names = ['fact', 'value', 'tree', 'then', 'step', 'age', 'view', 'waitFor', 'until', 'kind', 'gezag', 'recipients', 'person', 'status', 'how', 'on', 'purpose', 'date', 'time',
      'leervraag', 'leefvraag', 'invitees', 'mdo', 'invitee', 'answer', 'proposal', 'ending', 'endingNote', 'card', '__proto__', 'constructor'];
    const value = fc.oneof(
      fc.constantFrom('veiligheid', 'refer-ib', 'start-mdo', 'plan', 'onder-12', 'case', 'consent', 'mdo', 'mdo-form', 'term', 'close', 'jgz', '2035-01-20', '2035-13-45', 'moeder', 'gegeven',
        'mondeling', 'complex', 'geen', 'komt', 'ander-moment', 'samenwerking', 'anders', 'ja', 'role:koo,role:jeugdarts', 'toString'),
      fc.string({ maxLength: 60, unit: 'grapheme' }), fc.integer(), fc.constant(null), fc.dictionary(fc.string({ maxLength: 5 }), fc.string({ maxLength: 5 }), { maxKeys: 2 }),
    );
    const data = fc.tuple(
      fc.record({ v: fc.constantFrom(1, 1, 1, 1, 2), verb: fc.constantFrom(...verbs), ref: fc.constantFrom(...refs), seen: fc.integer({ min: 0, max: 6 }) }),
      fc.dictionary(fc.constantFrom(...names), value, { maxKeys: 6 }),
    ).map(([head, fields]) => ({ ...fields, ...head }));
    const click = fc.tuple(data, fc.boolean()).map(([given, automatic]) => ({
      type: 'invoke', name: 'adaptiveCard/action', value: { action: { type: 'Action.Execute', verb: given.verb, data: given }, trigger: automatic ? 'automatic' : 'manual' },
    }));
    const message = fc.record({
      type: fc.constant('message'),
      text: fc.oneof(fc.string({ maxLength: 200, unit: 'grapheme' }), fc.constantFrom('verder', 'stop', 'mijn casussen', 'nieuwe casus', 'overzicht', 'help', '${danger}', 'Terug')),
      value: fc.oneof(fc.constant(undefined), fc.anything({ maxDepth: 2 })),
    });
    const anything = fc.record({
      type: fc.oneof(fc.constantFrom('message', 'invoke', 'conversationUpdate', 'installationUpdate', 'messageReaction'), fc.string({ minLength: 1, maxLength: 12 })),
      name: fc.constantFrom('adaptiveCard/action', 'task/fetch', undefined), value: fc.object({ maxDepth: 3 }), text: fc.anything({ maxDepth: 1 }),
      membersAdded: fc.anything({ maxDepth: 2 }), channelData: fc.anything({ maxDepth: 2 }), entities: fc.anything({ maxDepth: 2 }),
    });
    const senders = [juf, scene.someone('collega'), scene.someone('manager'), scene.someone('stagnatiepunt'), scene.stranger('Iemand')];
    await fc.assert(fc.asyncProperty(fc.oneof({ arbitrary: click, weight: 5 }, { arbitrary: message, weight: 2 }, { arbitrary: anything, weight: 2 }), fc.nat(senders.length - 1), async (sent, by) => {
      const response = await senders[by]?.send(sent);
      const text = await response?.text() ?? '';
      expect(text).not.toContain(OUR_FAULT);
      expect(response?.status ?? 500).toBeLessThan(500);
    }), { numRuns: 300 });
    expect(scene.connector.posts.filter((call) => call.activity.text?.includes(OUR_FAULT))).toEqual([]);
    expect(scene.bot().alive()).toBe(true);
    expect(scene.bot().output().stderr).not.toContain('turn-failed');
    expect((await fetch(`${scene.bot().url}/healthz`)).status).toBe(200);
  });
});
