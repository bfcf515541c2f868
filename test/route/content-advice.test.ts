import { describe, expect, it } from 'vitest';
import type { Answers, ResolvedOutcome } from '../../src/route/model.js';
import { resolve } from '../../src/route/resolve.js';
import { allPaths, contentRoute } from './content-route.js';

/** Right and wrong advice: for whom, in what order, from what age. */
const route = contentRoute();
const paths = allPaths(route);
const AGES = ['onder-12', '12-15', '16-17', '18-plus'];
const OVER_16 = ['16-17', '18-plus'];

function advice(rol: string, answers: Answers): ResolvedOutcome {
  const position = resolve(route, 'wat-nu', answers, { rol });
  if (position.kind === 'question') throw new Error(`still asks ${position.question.id}`);
  return position.outcome;
}
const actionsOf = (outcome: ResolvedOutcome) => outcome.actions.map((action) => action.id);
const textsOf = (outcome: ResolvedOutcome) => [outcome.title, outcome.summary, ...outcome.silent, ...outcome.actions.map((action) => action.text)];
const said = (outcome: ResolvedOutcome) => textsOf(outcome).join(' ');

describe('the IB\'er', () => {
  it.each(AGES)('asks after the talk that comes first, and is not sent to the IB\'er (%s)', (leeftijd) => {
    const outcome = advice('ib-er', { aanleiding: 'zorg', stand: 'nog-niemand', leeftijd });
    expect(outcome).toMatchObject({ role: { id: 'ib-er' }, step: { id: 'signaal' } });
    expect(outcome.summary).toMatch(OVER_16.includes(leeftijd) ? /met de jongere sprak\. Zo niet/ : /met de ouders sprak\. Zo niet/);
    expect(outcome.summary).toMatch(/Kijk daarna samen wat nodig is/);
    expect(actionsOf(outcome)[0]).toBe(OVER_16.includes(leeftijd) ? 'ib-vraag-na-jongere' : 'ib-vraag-na');
    expect(outcome.rules.map((rule) => rule.id)).toEqual(expect.arrayContaining(['S1-03', 'ROL-IB-01']));
  });
  it('who knows that the parents know looks on together with the teacher', () => {
    expect(advice('ib-er', { aanleiding: 'zorg', stand: 'ouders' })).toMatchObject({ id: 'ib-met-leerkracht', role: { id: 'ib-er' }, consent: [] });
  });
  it('is never told to go to the IB\'er', () => {
    const asIb = paths.filter(({ answers, outcome }) => answers['rol'] === 'ib-er' && outcome.tone === 'normal');
    expect(asIb.length).toBeGreaterThan(100);
    for (const { outcome } of asIb) {
      expect(outcome.offers, outcome.id).not.toContain('refer-ib');
      expect(said(outcome), outcome.id).not.toMatch(/(bespreek|praat)[^.]*met de IB'er/i);
    }
  });
  it('is where a teacher goes, without consent', () => {
    const outcome = advice('leerkracht', { aanleiding: 'zorg', stand: 'nog-niemand', leeftijd: 'onder-12' });
    expect(outcome).toMatchObject({ id: 'eerst-ouders', role: { id: 'leerkracht' } });
    expect(said(outcome)).toMatch(/Bespreek je zorg daarna met de IB'er\. Daar is geen toestemming voor nodig\./);
  });
});

describe('from 16', () => {
  /** A sentence that sends somebody to the parents. */
  const SENDS = /\b(praat|spreek|bespreek|bespreekt|overleg|vraag|vertel|bel|betrek|schat)\b[^.?!]*\bouders\b/i;
  /** Says so itself that it is about who may not decide, or not to do it. */
  const NOT_SENT = /\b(niet|nog niet|later)\b|^Is de jongere 16/i;
  it('whoever is sent to the parents hears that the jongere comes first (TOE-10, C-01)', () => {
    for (const { outcome, answers } of paths) {
      // A jeugdige who can not weigh this, and a child that is not yet at school, have their own rules.
      if (['onder-12', '12-15'].includes(answers['leeftijd'] ?? '') || answers['gezagsituatie'] === 'wilsonbekwaam' || answers['overstap'] === 'voorschool-po') continue;
      const carried = actionsOf(outcome).some((id) => ['spreek-jongere', 'vertel-ouders'].includes(id));
      for (const text of [...textsOf(outcome), ...outcome.registrations.map((each) => each.text)]) {
        const whole = text === outcome.title ? outcome.summary : text;
        if (carried || /16|jongere/.test(whole)) continue;
        for (const sentence of text.split(/(?<=[.?!])\s+/)) {
          if (SENDS.test(sentence) && !NOT_SENT.test(sentence)) expect.fail(`${outcome.id} ${JSON.stringify(answers)}: ${sentence}`);
        }
      }
    }
  });
  it('asking for consent tells all four ages apart', () => {
    expect(route.actions.get('vraag-gezag')?.text).toMatch(/Onder 16 jaar.*alle ouders met gezag.*landelijke regel.*12 jaar.*ook de jeugdige.*16 jaar eerst de jongere.*18 jaar alleen de jongere/);
  });
  it('the jongere may keep the parents from the talk with leerplicht, but not the absence from the parents (F-C08)', () => {
    const talks: readonly Answers[] = [{ aanleiding: 'zorg', 'lp-vraag': 'signaal' }, { aanleiding: 'zorg', 'lp-vraag': 'ouder' }, { aanleiding: 'verzuim', verzuimsoort: 'ongeoorloofd', verzuimuren: 'onder-9' }];
    for (const answers of talks) {
      const outcome = advice('leerplicht', { ...answers, leeftijd: '16-17' });
      expect(said(outcome)).toMatch(/mag weigeren dat de ouders bij het gesprek zijn\. De ouders horen dan wel dat, hoe vaak en wanneer er verzuim is, maar niet waarom/);
    }
  });
});

describe('from 18 there is no leerplicht (F-L02)', () => {
  it.each([
    ['leerplicht', { aanleiding: 'zorg', 'lp-vraag': 'signaal' }], ['leerplicht', { aanleiding: 'verzuim' }], ['anders', { aanleiding: 'zorg', zorgplek: 'verzuim' }],
    ['leerkracht', { aanleiding: 'verzuim', verzuimsoort: 'ongeoorloofd' }], ['ib-er', { aanleiding: 'verzuim', verzuimsoort: 'ongeoorloofd' }],
  ])('%s hears of the Doorstroompunt: %o', (rol, answers: Answers) => {
    const outcome = advice(rol, { ...answers, leeftijd: '18-plus' });
    expect(outcome.summary).toMatch(/kwalificatieplicht/);
    expect(said(outcome)).toMatch(/Doorstroompunt.*27 jaar/);
    expect(outcome.silent.join(' ')).toMatch(/landelijk/);
    expect(outcome.rules.map((rule) => rule.id)).toEqual(expect.arrayContaining(['F-L02', 'F-L25']));
    expect(actionsOf(outcome)).not.toEqual(expect.arrayContaining(['lp-onderzoek']));
    expect(outcome.consent.map((need) => need.recipient)).not.toContain('leerplicht');
    expect(said(outcome)).not.toMatch(/\bouders\b/);
  });
});

describe('a suspicion about a colleague', () => {
  it('goes to the board, and not to the colleague (F-M07)', () => {
    const outcome = advice('leerkracht', { aanleiding: 'onveilig', veiligheid: 'collega' });
    expect(outcome.role).toMatchObject({ id: 'schoolbestuur', mdo: false });
    expect(actionsOf(outcome).slice(0, 3)).toEqual(['bel-112', 'collega-bestuur', 'collega-niet-bespreken']);
    expect(said(outcome)).toContain('Bespreek het niet met de collega om wie het gaat.');
  });
});

describe('asking what consent is needed', () => {
  it('leerplicht may speak with the school about absence, and must ask for the rest', () => {
    for (const leeftijd of AGES) {
      const outcome = advice('leerplicht', { aanleiding: 'toestemming', gezagsituatie: 'gewoon', ontvanger: 'ib-er', leeftijd });
      expect(outcome.consent.map((need) => [need.recipient, need.purpose, need.requirement.kind])).toEqual([['school', 'verzuim', 'silent'], ['school', 'betrekken', 'ask']]);
      expect(outcome.summary).toMatch(/verzuim zelf praat leerplicht met school zonder toestemming\. Wil je iets anders delen\? Vraag dan eerst/);
    }
  });
  it.each(['koo', 'jgz', 'sociaal-team', 'leerplicht'])('%s needs none within its own team, and is told so in one voice', (rol) => {
    const outcome = advice(rol, { aanleiding: 'toestemming', gezagsituatie: 'gewoon', ontvanger: rol });
    expect(outcome.id).toBe('toestemming-eigen-team');
    expect(outcome.consent.map((need) => [need.recipient, need.requirement.kind])).toEqual([[rol, 'none']]);
    expect(said(outcome)).not.toMatch(/Zonder toestemming deel je niets/);
  });
  it('the SWV comes in by way of the regievoerder (S1-09, N-02)', () => {
    expect(actionsOf(advice('ib-er', { aanleiding: 'toestemming', gezagsituatie: 'gewoon', ontvanger: 'swv-kant', leeftijd: '12-15' }))).toContain('swv-via-regievoerder');
  });
});

describe('in step 2', () => {
  it('the three registrations are checked, once there is a question (REG-02, S2-02)', () => {
    for (const { outcome } of paths.filter((path) => path.outcome.step.id === 'triage')) {
      const expected = outcome.id === 'geen-van-beide' ? [] : ['registratie-ggd', 'registratie-leerplicht', 'registratie-zvjg'];
      expect(outcome.registrations.map((each) => each.id), outcome.id).toEqual(expected);
    }
  });
  it('whoever registers looks whether Zorg voor Jeugd still runs (F-J10)', () => {
    const registration = route.registrations.get('registratie-zvjg');
    expect(registration?.text).toContain('Controleer of Zorg voor Jeugd Groningen nog in gebruik is.');
    expect(registration?.rules).toContain('F-J10');
  });
});

describe('the order of what to do', () => {
  /** The first comes before the second wherever both are. */
  const BEFORE: readonly (readonly [string, string])[] = [
    ['vraag-gezag', 'bel-jgz'], ['vraag-gezag', 'verzuim-jgz'], ['vraag-gezag', 'leefvraag-naar-wie'], ['vraag-gezag', 'anders-sociaal-team'],
    ['vraag-gezag', 'mdo-genodigden'], ['vertel-ouders', 'betrek-bovenschools'], ['vertel-ouders', 'bel-stagnatiepunt'], ['vertel-ouders', 'bel-regievoerder'],
    ['ouders-later', 'meldcode-3'], ['ziekte-niet-melden', 'verzuim-jgz'], ['collega-bestuur', 'collega-inspecteur'], ['bij-onveiligheid', 'dossiernotitie'],
    ['leerplicht-grens', 'verplicht-melden'],
  ];
  it.each(BEFORE)('%s before %s', (first, second) => {
    const both = paths.map(({ outcome }) => actionsOf(outcome)).filter((ids) => ids.includes(first) && ids.includes(second));
    expect(both.length).toBeGreaterThan(0);
    for (const ids of both) expect(ids.indexOf(first)).toBeLessThan(ids.indexOf(second));
  });
  it('asks before it calls the JGZ', () => {
    for (const { outcome } of paths.filter((path) => actionsOf(path.outcome).includes('bel-jgz'))) expect(actionsOf(outcome), outcome.id).toContain('vraag-gezag');
  });
  it('puts 112 first, before writing anything down', () => {
    expect(route.actions.get('noteer')?.text).toMatch(/^Is er nu gevaar\? Bel eerst 112\. Schrijf daarna op/);
    for (const { outcome } of paths.filter((path) => path.outcome.tone === 'danger')) expect(actionsOf(outcome)[0]).toBe('bel-112');
  });
});

describe('a worry from outside the school', () => {
  it.each([['anders', { aanleiding: 'zorg', zorgplek: 'thuis' }], ['sociaal-team', { aanleiding: 'verzuim', verzuimsoort: 'ongeoorloofd' }]])('of %s can become a case: %o', (rol, answers: Answers) => {
    expect(advice(rol, { ...answers, leeftijd: '12-15' }).offers).toContain('open-case');
  });
});
