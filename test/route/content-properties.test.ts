import { describe, expect, it } from 'vitest';
import type { ResolvedOutcome } from '../../src/route/model.js';
import { allPaths, contentRoute } from './content-route.js';

const route = contentRoute();
const paths = allPaths(route);
const own = (outcome: ResolvedOutcome) => [outcome.title, outcome.summary, ...outcome.actions.map((action) => action.text), ...outcome.silent];

/** Actions that bring somebody in, and whom. Written by hand, apart from the `shares` in the files. */
const BRINGS_IN: Readonly<Record<string, readonly string[]>> = {
  'koo-als-het-mag': ['koo'], 'cvb-koo': ['koo'], 'cvb-besluit': ['swv'], 'bel-jgz': ['jgz'], 'jgz-nieuwe-leerling': ['jgz'], 'verzuim-jgz': ['jgz'],
  'betrek-bovenschools': ['bovenschools-team'], 'leervraag-bij-school': ['bovenschools-team'], 'koo-inschakelen': ['jgz', 'sociaal-team'],
  'koo-school-weet': ['school'], 'koo-school-weet-16': ['school'], 'koo-kijkt-mee': ['school'], 'koo-naar-school': ['school'],
  'koo-naar-jgz': ['jgz'], 'koo-naar-sociaal-team': ['sociaal-team'], 'jgz-school': ['school', 'sociaal-team'],
  'jgz-geen-regie': ['sociaal-team'], 'jgz-bel-sociaal-team': ['sociaal-team'], 'jgz-geef-advies': ['school', 'sociaal-team'],
  'jgz-nieuw-deel': ['school', 'sociaal-team'], 'jgz-verwijst': ['anders'], 'jgz-naar-specialist': ['anders'], 'jgz-verzuim-inhoud': ['school'],
  'st-betrekken': ['jgz', 'school'], 'st-vraag-jgz': ['jgz'], 'st-stap-drie': ['school', 'jgz'], 'lp-verwijzen': ['sociaal-team'], 'lp-gesprek': ['school'],
  'rv-organiseert-mdo': ['jgz', 'sociaal-team'], 'rv-schakel-swv': ['swv'], 'rv-deelverband': ['swv'], 'bov-terugkoppelen': ['school'], 'bov-verwijzing': ['school'],
  'swv-stem-af': ['sociaal-team'], 'anders-sociaal-team': ['sociaal-team'], 'anders-niet-ingeschreven': ['swv'], 'anders-naar-school': ['school'], 'anders-jgz': ['jgz'],
  'leefvraag-naar-wie': ['jgz', 'sociaal-team'], 'verzuim-regievoerder': ['regievoerder'], 'leerplicht-vroeg': ['leerplicht'], 'verplicht-melden': ['leerplicht'],
  'verzuim-via-school': ['school'], 'verzuim-vraag-leerplicht': ['leerplicht'], 'leerplicht-grens': ['leerplicht'], 'bel-stagnatiepunt': ['stagnatiepunt'],
  'bel-regievoerder': ['regievoerder'], 'swv-via-regievoerder': ['swv'], 'mdo-eerst-toestemming': ['jgz', 'sociaal-team'], 'mdo-regievoerder': ['regievoerder'],
};

/** Says whose turn it is; who gets this advice shares nothing. */
const POINTS_ONLY = new Set(['stp-wijs-de-weg', 'swv-wijs-regievoerder']);

describe('on every path of the route', () => {
  it('whoever is brought in comes with the consent that this needs', () => {
    for (const { outcome, answers } of paths) {
      const recipients = outcome.consent.map((need) => need.recipient);
      for (const action of outcome.actions) {
        for (const recipient of BRINGS_IN[action.id] ?? []) expect(recipients, `${outcome.id} ${JSON.stringify(answers)}: ${action.id}`).toContain(recipient);
      }
    }
  });
  it('the responsible role has its consent need, unless it is the asker\'s own side or the advice only says whose turn it is', () => {
    for (const { outcome, answers } of paths.filter((path) => path.outcome.tone === 'normal')) {
      const receives = outcome.role?.receives;
      if (receives === undefined || ['school', 'anders', 'koo'].includes(receives) || outcome.role?.asks === answers['rol']) continue;
      // A family itself asks for an exemption: nobody shares anything for them.
      if (outcome.step.id === 'regelen' || outcome.actions.some((action) => POINTS_ONLY.has(action.id))) continue;
      const recipients = [...outcome.consent.map((need) => need.recipient), ...outcome.consent.map((need) => need.sender)];
      expect(recipients, outcome.id).toContain(receives);
    }
  });
  it('an enkelvoudige vraag at the sociaal team leaves nobody of the gemeente in charge (PRB-06)', () => {
    const single = paths.filter(({ answers }) => answers['leefgebieden'] === 'een-licht');
    expect(new Set(single.map(({ outcome }) => outcome.role?.id))).toEqual(new Set([undefined, 'onderwijs']));
  });
  it('multi is told by insight and threat, never by the number of problems (PRB-04)', () => {
    for (const { outcome, answers } of paths.filter((path) => path.answers['inzicht'] !== undefined)) {
      expect(answers['leefgebieden'], outcome.id).toBeUndefined();
      expect(/\bdat is multi\b|dit is multiproblematiek/i.test(own(outcome).join(' ')), outcome.id).toBe(answers['inzicht'] === 'laag');
    }
  });
  it('no consent falls back on the default for what the matrix does not know', () => {
    for (const { outcome } of paths) expect(outcome.consent.map((need) => need.requirement.row), outcome.id).not.toContain('geen');
  });
  it('under 16 the parents are asked, from 16 the jongere comes first, from 18 the jongere alone', () => {
    for (const { outcome, answers } of paths) {
      for (const { requirement } of outcome.consent.filter((need) => need.requirement.kind === 'ask')) {
        const asked = requirement.ask.map(({ who, weight }) => `${who} ${weight}`);
        if (answers['leeftijd'] === 'onder-12') expect(asked).toEqual(['gezaghebbenden required']);
        if (answers['leeftijd'] === '12-15') expect(asked[0]).toBe('gezaghebbenden required');
        if (answers['leeftijd'] === '16-17') expect(asked).toEqual(['jeugdige required', 'gezaghebbenden unless-declined']);
        if (answers['leeftijd'] === '18-plus') expect(asked).toEqual(['jeugdige required']);
      }
    }
  });
  it('an enkelvoudige leefvraag never yields a casemanager (PRB-06), a complex leervraag alone neither (RGM-05)', () => {
    for (const { outcome, answers } of paths) {
      if (answers['leefvraag'] === 'enkelvoudig' || answers['leefvraag'] === 'geen') expect(outcome.role?.id, JSON.stringify(answers)).not.toBe('casemanager');
    }
    expect(paths.some(({ outcome }) => outcome.id === 'mdo-regie' && outcome.role?.id === 'casemanager')).toBe(true);
  });
  it('the stagnatiepunt is never said to decide or to force (ROL-STP-03)', () => {
    const sentences = [...paths.flatMap(({ outcome }) => own(outcome)), ...[...route.rules.values()].map((rule) => rule.text)]
      .flatMap((text) => text.split(/(?<=[.?!])\s+/));
    for (const sentence of sentences.filter((each) => /stagnatiepunt/i.test(each))) {
      if (/beslis|dwing|oplegg|opleg|verplicht|doorzettingsmacht/i.test(sentence)) expect(sentence).toMatch(/\b(niet|geen|niemand)\b/);
    }
    for (const { outcome } of paths.filter((path) => path.outcome.role?.id === 'stagnatiepunt')) {
      expect(own(outcome).join(' ')).toMatch(/beslist niet en kan niemand dwingen/);
    }
  });
  it('danger always names 112 and Veilig Thuis or its own road, and asks no consent first', () => {
    const dangers = paths.filter(({ outcome }) => outcome.tone === 'danger');
    expect(dangers.map(({ outcome }) => outcome.id)).toEqual(expect.arrayContaining(['acuut-gevaar', 'suicidaliteit', 'vermoeden-collega', 'zorg-niet-veilig', 'koo-niet-veilig', 'jgz-niet-veilig', 'st-crisis', 'st-onveilig', 'st-multi-onveilig']));
    for (const { outcome } of dangers) {
      expect(outcome.summary).toContain('112');
      expect(outcome.actions[0]?.id).toBe('bel-112');
      expect(outcome.consent).toEqual([]);
      expect(outcome.silent.join(' ')).toMatch(/landelijk/);
      if (outcome.id !== 'vermoeden-collega') expect(own(outcome).join(' ')).toContain('0800-2000');
    }
    expect(paths.filter(({ answers }) => 'veiligheid' in answers).every(({ outcome }) => outcome.tone === 'danger')).toBe(true);
  });
  it('nobody is told to report illness to leerplicht', () => {
    for (const { outcome, answers } of paths.filter((path) => path.answers['verzuimsoort'] === 'ziek' && path.outcome.id.startsWith('verzuim'))) {
      expect(outcome.consent.map((need) => need.recipient), JSON.stringify(answers)).not.toContain('leerplicht');
    }
  });
  it('what an action shares is written in the files as well', () => {
    for (const [id, shares] of Object.entries(BRINGS_IN)) {
      const action = route.actions.get(id);
      if (action !== undefined) expect([...action.shares].sort(), id).toEqual([...shares].sort());
    }
  });
  it('the stagnatiepunt is no door: it points the way and shares nothing', () => {
    const asStp = paths.filter(({ tree, answers, outcome }) => tree === 'zorg' && answers['rol'] === 'stagnatiepunt' && outcome.tone === 'normal');
    expect(asStp.length).toBeGreaterThan(4);
    for (const { outcome } of asStp) {
      expect(outcome.consent).toEqual([]);
      expect(outcome.role?.id).not.toBe('stagnatiepunt');
    }
  });
  it('who answers that a child may not be safe gets the safety advice, whatever else is said', () => {
    const dangerous = [...route.facts.values()].flatMap((fact) => fact.values.filter((value) => value.danger).map((value) => [fact.id, value.id] as const));
    expect(dangerous.length).toBeGreaterThan(5);
    for (const { outcome, answers } of paths) {
      if (dangerous.some(([fact, value]) => answers[fact] === value)) expect(outcome.tone, JSON.stringify(answers)).toBe('danger');
    }
  });
  it('buttons are short, and advice is too', () => {
    for (const fact of route.facts.values()) for (const value of fact.values) expect(value.label.length, value.label).toBeLessThanOrEqual(45);
    for (const { outcome } of paths) expect(outcome.summary.length, outcome.id).toBeLessThanOrEqual(280);
  });
});
