import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { cardOf, textOf } from './card.js';
import { looksAtMdo, mdoWith, opensCase, recordsAnswer, recordsConsent } from './case-work.js';
import { nameOf, startScene, START_MS, type Scene, type Someone } from './scene.js';

/** What people type is text and nothing else; and a BSN is nowhere. */
let scene: Scene;
let ib: Someone;
beforeAll(async () => { scene = await startScene(); }, START_MS);
afterAll(async () => { await scene.close(); });

describe('what is typed into a form', () => {
  beforeEach(async () => {
    ib = scene.someone('ib');
    await opensCase(ib, 'plan', 'onder-12');
    await recordsConsent(ib, 'jgz,sociaal-team');
  });
  const form = () => mdoWith(ib, [nameOf('jgz'), nameOf('casemanager')], []);

  it('is shown as text, whatever it looks like', async () => {
    const purpose = '<script>alert(1)</script> [klik](https://elders.example) ${code} ${{x}} **vet** {{y}}';
    await ib.presses('Start een MDO');
    await ib.presses('Verstuur de uitnodigingen', { ...form(), purpose });
    await looksAtMdo(ib);
    const shown = ib.text().replaceAll('\u2060', '');
    expect(shown).toContain('<script>alert(1)</script> [klik](https://elders.example) ${code}');
    // Markup is broken up, so that no client reads it as such.
    expect(ib.text()).not.toMatch(/<script|\]\(http|\*\*/);
  });

  it('is refused when dates, times and choices contradict each other, and nothing typed is lost', async () => {
    await ib.presses('Start een MDO');
    const wrong: readonly (readonly [Readonly<Record<string, string>>, string])[] = [
      [{ date: '2034-12-31' }, 'Deze datum is al voorbij.'], [{ date: '2035-02-30' }, 'Vul een datum in'], [{ date: 'morgen' }, 'Vul een datum in'],
      [{ time: '25:61' }, 'Vul een tijd in'], [{ invitees: 'role:bestaat-niet,person:x' }, 'Een van de genodigden ken ik niet meer.'],
      [{ invitees: 'role:koo' }, 'minstens twee'], [{ leervraag: 'geen' }, 'leervraag én een leefvraag'], [{ told: 'nee' }, 'om welk kind het gaat'],
      [{ parents: 'nee' }, 'Nodig de ouders of de voogd ook persoonlijk uit.'], [{ purpose: '   ' }, 'Schrijf in een paar woorden'], [{ purpose: 'a'.repeat(301) }, 'te lang'],
    ];
    for (const [fields, sentence] of wrong) {
      await ib.presses('Verstuur de uitnodigingen', { ...form(), ...fields });
      expect(ib.kind()).toBe('mdo-form');
      expect(ib.text()).toContain(sentence);
    }
    ib.closes();
    await recordsAnswer(ib, { recipients: 'jgz', person: 'moeder', status: 'gegeven', how: 'mondeling', on: '2036-01-01' });
    expect(ib.text()).toContain('Deze datum ligt in de toekomst.');
    await ib.presses('Terug naar toestemming');
    await ib.presses('Terug naar de casus');
    await ib.presses('Hoe staat het ervoor?');
    await ib.presses('Leg vast dat je wacht', { waitFor: 'jgz', until: '2034-01-01' });
    expect(ib.text()).toContain('Deze datum is al voorbij.');
  });
});

describe('a question', () => {
  it('is answered with a source, and what else there is about it', async () => {
    const juf = scene.someone('leerkracht');
    await juf.says('hoe vaak moet dat zat eigenlijk');
    expect(juf.kind()).toBe('article');
    for (const part of ['4 keer per jaar', 'OVL-02', 'Klopte dit?', 'Hier hoort ook bij']) expect(juf.text()).toContain(part);
    await juf.presses('Ja');
    expect(juf.kind()).toBe('article');
    expect(juf.text()).toContain('Dank je');
    await scene.delivered();
    expect(juf.posted()).toEqual(juf.card());
  });

  it('that nobody has an answer to leads to a person; of the vague one there is a choice', async () => {
    const juf = scene.someone('leerkracht');
    await juf.says('wie wordt er dit jaar kampioen van de eredivisie?');
    expect(juf.kind()).toBe('unknown');
    expect(juf.text()).toContain('Voor Midden-Groningen is nog niet ingevuld wie dit is: IB\'er');
    await juf.says('verschil swv en regievoerder');
    expect(['article', 'choices']).toContain(juf.kind());
  });

  it('in between is answered, and the dialog goes on', async () => {
    ib = scene.someone('ib');
    await ib.says('verzuimroute');
    const asked = ib.text();
    await ib.says('wat is een koo nou precies?');
    expect(['article', 'role']).toContain(ib.kind());
    expect(ib.text()).toContain('Je was bezig met: ');
    await ib.presses('Verder met de vraag');
    expect(ib.text()).toBe(asked);
    await ib.says('13');
    expect(ib.kind()).toBe('question');
  });
});

describe('the full name of a child', () => {
  it('is in no answer, file or log, and the question is answered all the same', async () => {
    ib = scene.someone('ib');
    const said: string[] = [];
    for (const [index, text] of ['mijn leerling Tjeerd Wobbema komt niet op school, wat nu?', 'wat is een zat, het gaat over Tjeerd Wobbema', 'Tjeerd Wobbema houdt van vlaggetjes en slingers uit Peru'].entries()) {
      const response = await ib.send({ type: 'message', id: `name-${String(index)}`, text });
      expect(response.status).toBe(200);
      said.push(await response.text());
    }
    expect(textOf(cardOf(scene.connector.activities(ib.conversationId).at(-1)))).toContain('Er stond een naam van een kind in je bericht.');
    await ib.says('feedback');
    await ib.presses('Verstuur', { text: 'Bij Tjeerd Wobbema hielp het antwoord niet' });
    await opensCase(ib, 'plan', 'onder-12');
    await ib.presses('Leg een gesprek vast');
    await ib.presses('Leg het gesprek vast', { with: 'moeder', discussed: 'Tjeerd Wobbema slaapt slecht', agreed: 'We bellen' });
    expect(ib.text()).toContain('een naam in die van een kind kan zijn');
    await scene.delivered();
    const places = {
      responses: said.join('\n'), posts: JSON.stringify(scene.connector.posts), front: ib.text(), output: Object.values(scene.bot().output()).join('\n'),
      files: readdirSync(scene.data).filter((name) => name.includes('sqlite')).map((name) => readFileSync(join(scene.data, name), 'latin1')).join('\n'),
    };
    for (const [place, text] of Object.entries(places)) for (const name of ['Tjeerd', 'Wobbema']) expect(text.includes(name), `${name} in ${place}`).toBe(false);
  });
});

describe('a BSN', () => {
  const WRITTEN = ['123456782', '1234.56.782', '123 456 782', '123-456-782'];

  it('is not kept, repeated or logged, in chat or in a form, however it is written', async () => {
    ib = scene.someone('ib');
    const said: string[] = [];
    for (const [index, bsn] of WRITTEN.entries()) {
      const response = await ib.send({ type: 'message', id: `bsn-${String(index)}`, text: `wat nu? het gaat om ${bsn}, ik maak me zorgen` });
      expect(response.status).toBe(200);
      said.push(await response.text());
    }
    expect(textOf(cardOf(scene.connector.activities(ib.conversationId).at(-1)))).toContain('burgerservicenummer');

    await opensCase(ib, 'plan', 'onder-12');
    await recordsConsent(ib, 'jgz,sociaal-team');
    await ib.presses('Start een MDO');
    const send = ib.button('Verstuur de uitnodigingen');
    for (const bsn of WRITTEN) {
      const typed = mdoWith(ib, [nameOf('jgz'), nameOf('casemanager')], []);
      for (const field of ['purpose', 'time', 'date', 'invitees', 'outside', 'leervraag', 'parents', 'onbekend-veld']) {
        const answer = await ib.sends(send, { ...typed, [field]: `${typed[field] ?? ''} ${bsn}` });
        expect(answer.statusCode).toBe(200);
        said.push(JSON.stringify(answer));
      }
      for (const field of ['recipients', 'person', 'status', 'how', 'on', 'gezag', 'until', 'waitFor', 'kind', 'view']) {
        for (const verb of ['consent', 'gezag', 'step-waits', 'stuck', 'show']) said.push(JSON.stringify(await ib.click({ verb, data: { ...send.data, verb, [field]: bsn } })));
      }
      for (const field of ['step', 'age', 'then']) said.push(JSON.stringify(await ib.click({ verb: 'open-case', data: { v: 1, verb: 'open-case', ref: 'n-bsn', seen: 0, [field]: bsn } })));
    }
    await scene.delivered();

    const places = {
      responses: said.join('\n'),
      posts: JSON.stringify(scene.connector.posts),
      output: Object.values(scene.bot().output()).join('\n'),
      files: readdirSync(scene.data).filter((name) => name.includes('sqlite')).map((name) => readFileSync(join(scene.data, name), 'latin1')).join('\n'),
    };
    for (const [place, text] of Object.entries(places)) {
      for (const bsn of WRITTEN) expect(text.includes(bsn), `${bsn} in ${place}`).toBe(false);
    }
    expect(places.files.length).toBeGreaterThan(1000);
  });
});
