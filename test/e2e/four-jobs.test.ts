import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buttonOf, buttonsOf, cardOf, kindOf, outcomeOf, textOf, type CardButton } from './card.js';
import { answerOf, codeOf, looksAtMdo, mdoWith, opensCase, recordsAnswer, recordsGezag } from './case-work.js';
import { CHANNEL, cardIn, daysLater, nameOf, startScene, START_MS, type Scene, type Someone } from './scene.js';

/** The four jobs of the design, each from beginning to end, over HTTP against the process. */
let scene: Scene;
beforeAll(async () => { scene = await startScene(); }, START_MS);
afterAll(async () => { await scene.close(); });

describe('a manager asks for the overview, before anybody else opened a case', () => {
  it('and gets counts of what was opened, with the small ones hidden', async () => {
    const juf = scene.someone('leerkracht');
    const shown = async () => {
      const boss = scene.someone('manager');
      await boss.says('overzicht');
      expect(boss.kind()).toBe('overview');
      return boss.text();
    };
    expect(await shown()).toContain('Stap 1: signaal: 0');
    for (let opened = 0; opened < 6; opened += 1) await opensCase(juf, 'signaal', 'onder-12');
    for (let opened = 0; opened < 5; opened += 1) await opensCase(juf, 'triage', '12-15');
    const all = await shown();
    for (const line of ['Stap 1: signaal: 6', 'Stap 2: onderzoek en triage: 5', 'Stap 3: MDO en plan van aanpak: 0', 'Jonger dan 12 jaar: 6', '12, 13, 14 of 15 jaar: 5']) {
      expect(all).toContain(line);
    }
    await opensCase(juf, 'plan', '16-17');
    const small = await shown();
    expect(small).toContain('Stap 3: MDO en plan van aanpak: 1 t/m 4');
    expect(small).not.toMatch(/: 1$/m);
    // The total would tell the one that is hidden.
    expect(small).not.toContain('12\n');
    await juf.says('overzicht');
    expect(juf.text()).toContain('Het overzicht is er alleen voor managers.');
  });
});

describe('a teacher asks "wat nu?"', () => {
  let juf: Someone;
  beforeEach(() => { juf = scene.someone('leerkracht'); });

  it('and has the advice on the same card after three clicks', async () => {
    await juf.says('wat nu?');
    expect(juf.kind()).toBe('question');
    // The register knows the role: nobody asks for it.
    expect(juf.text()).not.toContain('Wat doe je in je werk?');
    const posts = scene.connector.posts.filter((call) => call.kind === 'post').length;
    await juf.presses({ verb: 'answer', value: 'zorg' });
    expect(juf.text()).toContain('Dit kun je nu al doen');
    await juf.presses({ verb: 'answer', value: 'nog-niemand' });
    await juf.presses({ verb: 'answer', value: 'onder-12' });

    expect(juf.kind()).toBe('advice');
    expect(outcomeOf(juf.card())).toBe('eerst-ouders');
    for (const part of ['Stap 1: signaal', 'Leerkracht', 'Kind-ouderondersteuner (KOO)', 'Notitie in je dossier', 'lokaal afgesproken', 'TOE-01']) {
      expect(juf.text()).toContain(part);
    }
    await scene.delivered();
    expect(juf.posted()).toEqual(juf.card());
    expect(scene.connector.posts.filter((call) => call.kind === 'post')).toHaveLength(posts);
  });

  it('and gets the first question in the answer to the request when she asks with expectReplies', async () => {
    const response = await juf.send({ type: 'message', id: 'expecting', text: 'wat nu?', deliveryMode: 'expectReplies' });
    const { activities } = await response.json() as { activities: Parameters<typeof cardOf>[0][] };
    const question = cardOf(activities[0]);
    expect(kindOf(question)).toBe('question');
    const next = await juf.click(buttonOf(question, { verb: 'answer', value: 'zorg' }));
    expect(kindOf(cardIn(next))).toBe('question');
  });

  it('and can go back, change an earlier answer, stop, and go on', async () => {
    await juf.says('wat nu?');
    await juf.presses({ verb: 'answer', value: 'zorg' });
    await juf.presses({ verb: 'answer', value: 'nog-niemand' });
    await juf.presses('Terug');
    expect(juf.text()).toContain('Met wie heb je je zorg al besproken?');
    await juf.presses({ verb: 'answer', value: 'ouders' });
    expect(outcomeOf(juf.card())).toBe('naar-ib');

    await juf.presses({ verb: 'change', fact: 'aanleiding' });
    expect(juf.text()).toContain('Waar gaat het om?');
    await juf.presses({ verb: 'answer', value: 'verzuim' });
    await juf.presses({ verb: 'answer', value: 'ongeoorloofd' });
    await juf.presses({ verb: 'answer', value: '12-15' });
    await juf.presses({ verb: 'answer', value: '9-15' });
    expect(outcomeOf(juf.card())).toBe('verzuim-ongeoorloofd');
    // The answer to a question that this road does not ask comes back with the road on which it was given.
    await juf.presses({ verb: 'change', fact: 'aanleiding' });
    await juf.presses({ verb: 'answer', value: 'zorg' });
    expect(outcomeOf(juf.card())).toBe('naar-ib');

    await juf.presses('Terug');
    await juf.presses('Stop');
    expect(juf.text()).toContain('Je bent gestopt');
    await juf.says('verder');
    expect(juf.text()).toContain('Met wie heb je je zorg al besproken?');
  });

  it('in a channel, and is answered in personal chat only', async () => {
    await juf.install();
    const before = juf.chat().length;
    const [said] = await juf.sayIn({ id: '19:algemeen@thread.tacv2', name: 'Algemeen', thread: '1' }, 'wat nu?');
    expect(said?.text).toBe('Ik heb je geantwoord in onze persoonlijke chat.');
    expect(said?.attachments ?? []).toEqual([]);
    expect(juf.chat()).toHaveLength(before + 1);
    juf.opens('question');
    await juf.presses({ verb: 'answer', value: 'zorg' });
    await scene.delivered();
    expect(juf.posted()).toEqual(juf.card());
  });

  it('and puts it before the IB’er, who gets a card without asking', async () => {
    const ib = scene.someone('ib');
    await ib.install();
    await juf.says('wat nu?');
    await juf.presses({ verb: 'answer', value: 'zorg' });
    await juf.presses({ verb: 'answer', value: 'ouders' });
    // This advice did not need the age; the case does.
    await juf.presses('Leg voor aan de IB’er');
    await juf.presses('Open de casus', { age: 'onder-12' });
    expect(juf.text()).toContain(`${nameOf('ib')} krijgt de casus in een persoonlijke chat`);
    await scene.delivered();
    ib.opens('case');
    expect(codeOf(ib)).toBe(codeOf(juf));
    expect(ib.text()).toContain(`Leerkracht (${nameOf('leerkracht')})`);
  });
});

describe('an IB’er starts an MDO', () => {
  let ib: Someone;
  let jgz: Someone;
  let casemanager: Someone;
  let code: string;

  beforeAll(async () => {
    [ib, jgz, casemanager] = [scene.someone('ib'), scene.someone('jgz'), scene.someone('casemanager')];
    await jgz.install();
    await casemanager.install();
    code = await opensCase(ib, 'plan', 'onder-12');
  });

  it('but not while a gate is closed: the reason stands on the card, and nobody hears anything', async () => {
    await ib.presses('Toestemming');
    await recordsGezag(ib, 'moeder,vader');
    for (const person of ['moeder', 'vader']) await recordsAnswer(ib, { recipients: 'jgz,regievoerder', person, status: 'gegeven', how: 'mondeling' });
    await recordsAnswer(ib, { recipients: 'sociaal-team', person: 'moeder', status: 'gegeven', how: 'schriftelijk' });
    expect(ib.text()).toContain('schriftelijk');
    await ib.presses('Start een MDO');
    await scene.delivered();
    const heard = () => scene.connector.posts.filter((sent) => sent.kind === 'post').length;
    const before = heard();
    await ib.presses('Verstuur de uitnodigingen', mdoWith(ib, [nameOf('jgz'), nameOf('casemanager')], ['regievoerder']));
    expect(ib.kind()).toBe('mdo-form');
    expect(ib.text()).toContain('De uitnodiging gaat nog niet uit. Sociaal team: De toestemming van de vader is nog niet vastgelegd.');
    await scene.delivered();
    expect(heard()).toBe(before);
  });

  it('and with all gates open two invitees get a card, while the third is outside Teams', async () => {
    ib.closes();
    await recordsAnswer(ib, { recipients: 'sociaal-team', person: 'vader', status: 'gegeven', how: 'mondeling' });
    await ib.presses('Start een MDO');
    await ib.presses('Verstuur de uitnodigingen', mdoWith(ib, [nameOf('jgz'), nameOf('casemanager')], ['regievoerder']));
    expect(ib.said()).toContain('De uitnodigingen gaan uit.');
    await looksAtMdo(ib);
    expect(ib.text()).toContain('Procesregie: Casemanager jeugd');
    expect(ib.text()).toContain('De ouders zijn persoonlijk uitgenodigd.');
    await scene.delivered();
    for (const invitee of [jgz, casemanager]) {
      invitee.opens('invitation');
      expect(codeOf(invitee)).toBe(code);
      expect(invitee.text()).toContain('Samen een plan maken');
      expect(invitee.text()).toContain('wo 24 januari 2035, 14:30 uur');
    }
  });

  it('and sees the answers come in on the card that stands there', async () => {
    await jgz.presses('Ik kom');
    expect(jgz.text()).toMatch(/Jouw antwoord[\s:]+komt/i);
    await casemanager.presses('Ik kan niet');
    await scene.delivered();
    expect(answerOf(ib.posted(), nameOf('jgz'))).toMatch(/^Komt/);
    expect(answerOf(ib.posted(), nameOf('casemanager'))).toMatch(/^Kan niet/);

    casemanager.opens('invitation');
    await casemanager.presses('Stel dit moment voor', { proposal: '2035-01-25', proposalNote: 'Dan kan ik de hele middag' });
    await scene.delivered();
    expect(textOf(ib.posted())).toContain('Stelt een ander moment voor (25-01-2035): “Dan kan ik de hele middag”');
  });

  it('and records the answer of the one outside Teams', async () => {
    ib.opens('mdo');
    await ib.presses({ verb: 'mdo-record', invitee: 'role:regievoerder', answer: 'komt' });
    expect(ib.text()).toContain('Komt · vastgelegd door de organisator');
  });

  it('until consent is withdrawn: then the card of that invitee closes, and no other', async () => {
    await ib.presses('Terug naar de casus');
    await ib.presses('Toestemming');
    await recordsAnswer(ib, { recipients: 'jgz', person: 'moeder', status: 'ingetrokken', how: 'mondeling' });
    await scene.delivered();
    jgz.opens('invitation');
    expect(jgz.text()).toContain('Deze uitnodiging is gesloten');
    expect(jgz.text()).not.toContain('Samen een plan maken');
    casemanager.opens('invitation');
    expect(casemanager.text()).toContain('Samen een plan maken');
  });
});

describe('the stagnatiepunt', () => {
  let juf: Someone;
  let punt: Someone;
  let code: string;

  beforeAll(async () => {
    [juf, punt] = [scene.someone('collega'), scene.someone('stagnatiepunt')];
    await punt.installIn(CHANNEL);
    await punt.install();
    code = await opensCase(juf, 'signaal', 'onder-12');
  });
  const notice = () => scene.channel().find((card) => textOf(card).includes(code));
  const noticeOf = async (who: Someone) => (await scene.channelOf(who)).find((card) => textOf(card).includes(code)) ?? {};
  const claimOf = async (who: Someone) => buttonOf(await noticeOf(who), 'Ik pak dit op');
  const pressIn = async (who: Someone, button: CardButton) => {
    const posted = scene.connector.activities(CHANNEL.id).find((activity) => textOf(cardOf(activity)).includes(code));
    return cardIn(await who.click(button, {}, { channel: CHANNEL, cardActivityId: posted?.id ?? '' }));
  };

  it('hears nothing while the holder has not been asked', async () => {
    await scene.at('2035-01-23T07:59:00.000Z');
    expect(juf.chat().map(kindOf)).not.toContain('term');
    await scene.at('2035-01-23T08:01:00.000Z');
    juf.opens('term');
    expect(juf.text()).toContain('Hoe staat het ervoor?');
    expect(notice()).toBeUndefined();
  });

  it('hears after the grace, by code, step, role and duration alone', async () => {
    await scene.at('2035-01-29T08:01:00.000Z');
    const text = textOf(notice() ?? {});
    for (const part of [code, 'Stap 1: signaal', 'Leerkracht', '20 dagen', 'niet vastgelegd in Routewijzer']) expect(text).toContain(part);
    for (const hidden of ['Younes', 'Terpstra', 'Voorbeeldschool', 'voorbeeld.example']) expect(JSON.stringify(scene.connector.activities(CHANNEL.id))).not.toContain(hidden);
  });

  it('is not claimed by anybody else: they see no button, and a forged one is refused', async () => {
    const koo = scene.someone('koo');
    for (const seen of [await noticeOf(koo), notice() ?? {}]) expect(buttonsOf(seen)).toEqual([]);
    const refused = await pressIn(koo, await claimOf(punt));
    expect(textOf(refused)).toContain('Alleen een medewerker van het stagnatiepunt');
    await scene.delivered();
    expect(textOf(notice() ?? {})).toContain('Nog niet opgepakt.');
  });

  it('claims it once, and only the claimer gets the professional contact, in personal chat', async () => {
    const stale = await claimOf(punt);
    expect(textOf(await pressIn(punt, stale))).toContain('Jij hebt dit opgepakt');
    await scene.delivered();
    expect(textOf(await noticeOf(punt))).toContain('Jij hebt dit opgepakt');
    expect(textOf(notice() ?? {})).not.toContain('Jij hebt dit opgepakt');
    expect(textOf(notice() ?? {})).toContain('Opgepakt door het stagnatiepunt');
    punt.opens('stagnation-contact');
    expect(punt.text()).toContain('younes.terpstra@voorbeeld.example');

    const claimed = notice();
    const second = cardIn(await scene.someone('stagnatiepunt2').click(stale, {}, { channel: CHANNEL }));
    expect(textOf(second)).toContain('Een collega van het stagnatiepunt heeft dit al opgepakt.');
    await scene.delivered();
    expect(notice()).toEqual(claimed);
  });

  it('closes it with how it ended', async () => {
    await punt.presses('Afronden of doorgeven');
    await punt.presses('Rond af', { ending: 'samenwerking-hervat', endingNote: 'Iedereen zit weer om tafel' });
    expect(punt.text()).toContain('Afgerond: de samenwerking loopt weer');
    await scene.delivered();
    expect(textOf(notice() ?? {})).toContain('Afgerond op');
    expect(JSON.stringify(scene.channel())).not.toContain('om tafel');
  });

  it('hears at once when the holder says that it is stuck', async () => {
    juf.opens('term');
    await juf.says('mijn casussen');
    await juf.presses('Bekijk');
    await juf.presses('Hoe staat het ervoor?');
    await juf.presses('Het loopt vast', { kind: 'samenwerking', parentsKnow: 'ja' });
    await scene.delivered();
    const open = scene.channel().map(textOf).find((text) => text.includes('Een deelnemer meldt dat het vastloopt'));
    expect(open?.toLowerCase()).toContain('ouders weten dat dit is voorgelegd');
    expect(open).toContain(code);
  });
});

it('weeks later nothing has been said twice', async () => {
  await scene.at(daysLater(28));
  expect(scene.channel().length).toBeGreaterThan(0);
  // A case that gets stuck again is a new notice; of each case at most one is still open.
  const open = scene.channel().map(textOf).filter((text) => text.includes('Nog niet opgepakt')).map((text) => text.split('\n')[0]);
  expect(new Set(open).size).toBe(open.length);
});
