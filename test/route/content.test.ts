import { describe, expect, it } from 'vitest';
import type { Answers, ResolvedOutcome } from '../../src/route/model.js';
import { pathsOf, resolve } from '../../src/route/resolve.js';
import { allPaths, contentRoute, loadContent } from './content-route.js';

describe('the files of the route', () => {
  it('load without faults', () => {
    const loaded = loadContent();
    expect(loaded.ok ? [] : loaded.faults.slice(0, 5)).toEqual([]);
  });
});

const route = contentRoute();

function walk(answers: Answers, known: Answers = {}): { readonly outcome: ResolvedOutcome; readonly asked: number } {
  const position = resolve(route, 'wat-nu', answers, known);
  if (position.kind === 'question') throw new Error(`still asks ${position.question.id}`);
  return { outcome: position.outcome, asked: position.path.filter((step) => !step.known).length };
}
const texts = (outcome: ResolvedOutcome) => [outcome.title, outcome.summary, ...outcome.actions.map((action) => action.text), ...outcome.silent].join(' ');
const consentOf = (outcome: ResolvedOutcome, recipient: string) => outcome.consent.find((need) => need.recipient === recipient)?.requirement;
const whom = (outcome: ResolvedOutcome, recipient: string) => consentOf(outcome, recipient)?.ask.map(({ who, weight }) => `${who} ${weight}`);

describe('walking the route', () => {
  it('U-01: a teacher worries about a withdrawn child: parents, then the IB\'er, the KOO only with permission', () => {
    const { outcome, asked } = walk({ aanleiding: 'zorg', stand: 'nog-niemand', leeftijd: 'onder-12' }, { rol: 'leerkracht' });
    expect(outcome).toMatchObject({ id: 'eerst-ouders', note: true, role: { id: 'leerkracht' }, step: { id: 'signaal' } });
    expect(asked).toBe(3);
    expect(outcome.actions.map((action) => action.id).slice(0, 3)).toEqual(['spreek-ouders', 'dossiernotitie', 'ib-daarna']);
    expect(outcome.consent.map((need) => need.recipient)).toEqual(['koo']);
    expect(whom(outcome, 'koo')).toEqual(['gezaghebbenden required']);
  });

  it.each([['leerkracht'], ['ib-er']])('a new worry of a %s reaches advice in at most three questions', (rol) => {
    for (const stand of ['nog-niemand', 'ouders']) {
      for (const leeftijd of ['onder-12', '12-15', '16-17', '18-plus']) {
        expect(walk({ aanleiding: 'zorg', stand, leeftijd }, { rol }).asked).toBeLessThanOrEqual(3);
      }
    }
  });

  it.each([
    ['directie', { stand: 'ouder-kwam', leeftijd: '12-15' }, 'directie-ouder-kwam', 'directie'],
    ['koo', { 'koo-begin': 'gezin-weet', 'koo-hulp': 'weet-niet', leeftijd: '12-15' }, 'koo-aan-zet', 'koo'],
    ['koo', { 'koo-begin': 'gezin-weet', 'koo-hulp': 'licht' }, 'koo-licht', 'koo'],
    ['jgz', { gesprek: 'ja', 'jgz-vraag': 'school', leeftijd: '12-15' }, 'jgz-aan-zet', 'jeugdverpleegkundige'],
    ['jgz', { gesprek: 'ja', 'jgz-vraag': 'casusregie', leeftijd: '12-15' }, 'jgz-vraagt-sociaal-team', 'casemanager'],
    ['sociaal-team', { 'st-moment': 'intake', leeftijd: '12-15' }, 'sociaal-team-aan-zet', 'casemanager'],
    ['sociaal-team', { 'st-moment': 'werkvoorraad' }, 'st-werkvoorraad', 'gedragswetenschapper'],
    ['leerplicht', { 'lp-vraag': 'signaal', leeftijd: '12-15' }, 'leerplicht-aan-zet', 'leerplichtambtenaar'],
    ['leerplicht', { 'lp-vraag': 'ouder', leeftijd: '16-17' }, 'leerplicht-ouder', 'leerplichtambtenaar'],
    ['regievoerder', { 'regievoerder-vraag': 'complex', leeftijd: '12-15' }, 'regievoerder-mdo', 'regievoerder'],
    ['bovenschools', { 'bovenschools-vraag': 'gedrag' }, 'bovenschools-gedrag', 'gedragswetenschapper-onderwijs'],
    ['swv', { 'swv-vraag': 'niet-ingeschreven' }, 'swv-zonder-school', 'coordinator-swv'],
    ['stagnatiepunt', { zorgplek: 'school' }, 'stp-naar-school', 'leerkracht'],
    ['anders', { zorgplek: 'thuis', leeftijd: '12-15' }, 'anders-zorg', 'zelf'],
  ])('a worry of %s has its own right answer: %o leads to %s', (rol, answers: Answers, id, role) => {
    const { outcome, asked } = walk({ aanleiding: 'zorg', ...answers }, { rol });
    expect(outcome).toMatchObject({ id, role: { id: role } });
    expect(asked).toBe(Object.keys(answers).length + 1);
  });

  it.each([['niet-ingeschreven', 'anders-naar-swv', 'swv'], ['verzuim', 'anders-naar-leerplicht', 'leerplicht'], ['gezondheid', 'anders-naar-jgz', 'jgz'], ['school', 'anders-naar-school-toe', 'school'], ['thuis', 'anders-zorg', 'sociaal-team']])(
    'the five doors of step 1: %s leads to %s', (zorgplek, id, recipient) => {
      const { outcome } = walk({ aanleiding: 'zorg', zorgplek, leeftijd: '12-15' }, { rol: 'anders' });
      expect(outcome.id).toBe(id);
      expect(outcome.consent.map((need) => need.recipient)).toEqual([recipient]);
    });

  it.each(['stagnatie', 'impasse', 'geen-plek'])('the regievoerder can bring in the SWV at %s (S1-09)', (vraag) => {
    const { outcome } = walk({ aanleiding: 'zorg', 'regievoerder-vraag': vraag }, { rol: 'regievoerder' });
    expect(outcome.id).toBe('regievoerder-naar-swv');
    expect(consentOf(outcome, 'swv')?.kind).toBe('silent');
  });

  it('U-19: a KOO in a family with debts and a child that eats badly: health to the JGZ, more problems to the sociaal team', () => {
    const health = walk({ aanleiding: 'zorg', 'koo-begin': 'gezin-weet', 'koo-hulp': 'gezondheid', leeftijd: 'onder-12' }, { rol: 'koo' }).outcome;
    const more = walk({ aanleiding: 'zorg', 'koo-begin': 'gezin-weet', 'koo-hulp': 'zwaarder', leeftijd: '12-15' }, { rol: 'koo' }).outcome;
    expect(whom(health, 'jgz')).toEqual(['gezaghebbenden required']);
    expect(whom(more, 'sociaal-team')).toEqual(['gezaghebbenden required', 'jeugdige required']);
  });

  it('U-22: parents want the GGD to have the casusregie: no, the sociaal team', () => {
    const { outcome } = walk({ aanleiding: 'zorg', gesprek: 'ja', 'jgz-vraag': 'casusregie', leeftijd: '12-15' }, { rol: 'jgz' });
    expect(texts(outcome)).toMatch(/voert de casusregie niet zelf, ook niet als ouders daarom vragen/);
  });

  it('on the SBO the CvB joins, and nowhere else (OVL-04)', () => {
    const triage = { aanleiding: 'zorg', stand: 'ouders-en-ib', hulpvraag: 'leervraag', basisondersteuning: 'niet-genoeg', leeftijd: 'onder-12' };
    expect(texts(walk({ ...triage, schoolsoort: 'sbo' }, { rol: 'ib-er' }).outcome)).toMatch(/commissie van begeleiding/);
    expect(texts(walk({ ...triage, schoolsoort: 'basisschool' }, { rol: 'ib-er' }).outcome)).not.toMatch(/commissie van begeleiding/);
  });

  it('sends a teacher who spoke with the parents to the IB\'er, without consent', () => {
    const { outcome } = walk({ aanleiding: 'zorg', stand: 'ouders' }, { rol: 'leerkracht' });
    expect(outcome).toMatchObject({ id: 'naar-ib', consent: [], role: { id: 'ib-er' } });
  });

  it.each([
    [{ hulpvraag: 'leervraag', basisondersteuning: 'genoeg' }, 'basisondersteuning', 'leerkracht', []],
    [{ hulpvraag: 'leervraag', basisondersteuning: 'niet-genoeg' }, 'naar-jgz', 'jeugdverpleegkundige', ['jgz']],
    [{ hulpvraag: 'leervraag', basisondersteuning: 'handelingsverlegen' }, 'naar-bovenschools', 'bovenschools-team', ['bovenschools-team']],
    [{ hulpvraag: 'leervraag', basisondersteuning: 'beide' }, 'naar-jgz-en-bovenschools', 'jeugdverpleegkundige', ['jgz', 'bovenschools-team']],
    [{ hulpvraag: 'leefvraag' }, 'leefvraag-naar-jgz', 'jeugdverpleegkundige', ['jgz']],
    [{ hulpvraag: 'beide', basisondersteuning: 'niet-genoeg' }, 'leer-en-leefvraag', 'jeugdverpleegkundige', ['jgz']],
    [{ hulpvraag: 'beide', basisondersteuning: 'handelingsverlegen' }, 'leer-en-leefvraag-bovenschools', 'jeugdverpleegkundige', ['jgz', 'bovenschools-team']],
    [{ hulpvraag: 'weet-niet' }, 'samen-onderzoeken', 'ib-er', []],
  ])('triage by the school: %o leads to %s', (answers, id, role, recipients) => {
    const { outcome } = walk({ aanleiding: 'zorg', stand: 'ouders-en-ib', leeftijd: '12-15', schoolsoort: 'vo', ...answers }, { rol: 'ib-er' });
    expect(outcome).toMatchObject({ id, role: { id: role }, step: { id: 'triage' } });
    expect(outcome.consent.map((need) => need.recipient)).toEqual(recipients);
  });

  it('U-07: both complex: the casemanager has the procesregie, onderwijs keeps its goals', () => {
    const { outcome } = walk({ aanleiding: 'mdo', overlegsoort: 'een-leerling', leervraag: 'complex', leefvraag: 'complex', leeftijd: '12-15' }, { rol: 'ib-er' });
    expect(outcome).toMatchObject({ id: 'mdo-regie', role: { id: 'casemanager' }, step: { id: 'plan' }, regie: { inMatrix: true } });
    expect(outcome.regie?.text).toMatch(/onderwijs houdt zijn eigen onderwijsdoelen/);
    expect(outcome.offers).toEqual(['open-case', 'start-mdo']);
    expect(whom(outcome, 'sociaal-team')).toEqual(['gezaghebbenden required', 'jeugdige required']);
  });

  it('U-10: reported ill for weeks: JGZ with consent and the regievoerder, no report to leerplicht', () => {
    const { outcome } = walk({ aanleiding: 'verzuim', verzuimsoort: 'ziek', leeftijd: '12-15' }, { rol: 'leerkracht' });
    expect(outcome).toMatchObject({ id: 'verzuim-ziek', role: { id: 'jeugdarts' } });
    expect(whom(outcome, 'jgz')).toEqual(['gezaghebbenden required', 'jeugdige required']);
    expect(outcome.consent.map((need) => need.recipient)).toEqual(['jgz', 'regievoerder']);
    expect(texts(outcome)).toMatch(/Meld ziekte niet bij leerplicht/);
    // The check at Leerplicht is about the registration: it says itself that illness is not reported (N-08).
    const registration = outcome.registrations.find((each) => each.id === 'registratie-leerplicht');
    expect(registration?.text).toMatch(/geen melding, en ziekte meld je niet/);
    expect(outcome.actions[1]?.id).toBe('ziekte-niet-melden');
  });

  it('unauthorised absence: early contact with leerplicht, no consent gate, nothing but the absence', () => {
    const { outcome } = walk({ aanleiding: 'verzuim', verzuimsoort: 'ongeoorloofd', verzuimuren: 'onder-9', leeftijd: '12-15' }, { rol: 'ib-er' });
    expect(outcome.id).toBe('verzuim-ongeoorloofd');
    expect(consentOf(outcome, 'leerplicht')).toMatchObject({ kind: 'silent', ask: [] });
    expect(texts(outcome)).toMatch(/Wacht niet tot de grens van 16 uur/);
    expect(texts(outcome)).toMatch(/niets over ziekte en niets over de inhoud/);
  });

  it('U-16: a pupil of 15 does not want to live any more', () => {
    const { outcome, asked } = walk({ aanleiding: 'onveilig', veiligheid: 'suicidaliteit' }, { rol: 'leerkracht' });
    expect(outcome).toMatchObject({ id: 'suicidaliteit', tone: 'danger', step: { id: 'veiligheid' }, role: { id: 'zelf' }, consent: [] });
    expect(asked).toBe(2);
    for (const words of ['112', '113', 'huisarts', 'niet alleen', 'Spoed voor Jeugd', 'Betrek de ouders, behalve als dat het onveiliger maakt']) expect(texts(outcome)).toContain(words);
  });

  it('U-31: who invites is not fixed; the side with the procesregie is logical, the regievoerder may', () => {
    const { outcome } = walk({ aanleiding: 'mdo', overlegsoort: 'een-leerling', leervraag: 'complex', leefvraag: 'enkelvoudig', leeftijd: 'onder-12' }, { rol: 'ib-er' });
    expect(outcome).toMatchObject({ id: 'mdo-regie', role: { id: 'onderwijs' } });
    expect(texts(outcome)).toMatch(/legt dat niet vast\. Logisch is: de kant die de procesregie heeft/);
    expect(texts(outcome)).toMatch(/kan de regievoerder zorg het MDO organiseren/);
    expect(whom(outcome, 'jgz')).toEqual(['gezaghebbenden required']);
  });

  it('U-37: no school wants her: the regievoerder, who can bring in the SWV; the zorgplicht stays with the board', () => {
    const { outcome, asked } = walk({ aanleiding: 'vastgelopen', vastsoort: 'plek', plekstand: 'ingeschreven' }, { rol: 'ib-er' });
    expect(outcome).toMatchObject({ id: 'geen-plek', role: { id: 'regievoerder' }, step: { id: 'stagnatie' } });
    expect(asked).toBe(3);
    expect(consentOf(outcome, 'swv')?.kind).toBe('silent');
    expect(texts(outcome)).toMatch(/zorgplicht blijft bij het bestuur/);
  });

  it('U-49: a pupil of 16 does not want her parents called', () => {
    const { outcome } = walk({ aanleiding: 'zorg', stand: 'nog-niemand', leeftijd: '16-17' }, { rol: 'leerkracht' });
    expect(outcome).toMatchObject({ id: 'eerst-jongere', role: { id: 'leerkracht' } });
    expect(outcome.actions[0]?.id).toBe('spreek-jongere');
    expect(texts(outcome)).not.toMatch(/eerst met de ouders/);
    expect(texts(outcome)).toMatch(/route zegt niets aparts over 16/);
    expect(whom(outcome, 'koo')).toEqual(['jeugdige required', 'gezaghebbenden unless-declined']);
  });

  it('stuck: cooperation, and whatever is not clear, starts at the stagnatiepunt (N-03)', () => {
    const roles = ['samenwerking', 'beide', 'weet-niet'].map((vastsoort) => walk({ aanleiding: 'vastgelopen', vastsoort }, { rol: 'koo' }).outcome);
    expect(roles.map((outcome) => outcome.role?.id)).toEqual(['stagnatiepunt', 'stagnatiepunt', 'stagnatiepunt']);
    expect(roles.map((outcome) => texts(outcome).includes('regievoerder'))).toEqual([false, true, true]);
  });

  it('asks a stranger what they do where that matters, and has something to do meanwhile', () => {
    const first = resolve(route, 'wat-nu', {});
    expect(first).toMatchObject({ kind: 'question', question: { id: 'wat-nu-aanleiding' } });
    const position = resolve(route, 'wat-nu', { aanleiding: 'zorg' });
    expect(position).toMatchObject({ kind: 'question', fact: { id: 'rol' } });
    expect(position.kind === 'question' ? position.now.map((action) => action.id) : []).toEqual(['noteer']);
  });

  it('tells policy staff nothing about what to note of a child', () => {
    for (const tree of ['oogo', 'invoeren']) {
      for (const { outcome } of pathsOf(route, tree)) expect(outcome.actions.map((action) => action.id)).not.toContain('noteer');
    }
  });

  it('stays small enough to think every path through', () => {
    expect(allPaths(route).length).toBeLessThanOrEqual(5000);
    expect([...pathsOf(route, 'zorg')].length).toBeLessThanOrEqual(620);
    for (const tree of ['koo', 'jgz', 'sociaal-team']) expect([...pathsOf(route, tree)].length, tree).toBeLessThanOrEqual(70);
  });
});
