import { describe, expect, it } from 'vitest';
import type { ResolvedOutcome } from '../../src/route/model.js';
import { allPaths, contentRoute } from './content-route.js';

const route = contentRoute();
const paths = allPaths(route);
const own = (outcome: ResolvedOutcome) => [outcome.title, outcome.summary, ...outcome.actions.map((action) => action.text), ...outcome.silent];

/** Actions that bring somebody in, and whom. Written by hand. */
const BRINGS_IN: Readonly<Record<string, readonly string[]>> = {
  'koo-als-het-mag': ['koo'], 'bel-jgz': ['jgz'], 'verzuim-jgz': ['jgz'], 'betrek-bovenschools': ['bovenschools-team'],
  'leervraag-bij-school': ['bovenschools-team'], 'koo-inschakelen': ['jgz', 'sociaal-team'], 'jgz-school': ['school', 'sociaal-team'],
  'jgz-geen-regie': ['sociaal-team'], 'jgz-verzuim-inhoud': ['school'], 'st-betrekken': ['jgz', 'school'], 'lp-verwijzen': ['sociaal-team'],
  'lp-gesprek': ['school'], 'anders-sociaal-team': ['sociaal-team'], 'anders-niet-ingeschreven': ['swv'], 'leefvraag-naar-wie': ['jgz', 'sociaal-team'],
  'verzuim-regievoerder': ['regievoerder'], 'leerplicht-vroeg': ['leerplicht'], 'verplicht-melden': ['leerplicht'], 'verzuim-via-school': ['school'],
  'verzuim-vraag-leerplicht': ['leerplicht'], 'leerplicht-grens': ['leerplicht'], 'bel-stagnatiepunt': ['stagnatiepunt'],
  'bel-regievoerder': ['regievoerder'], 'swv-via-regievoerder': ['swv'], 'mdo-eerst-toestemming': ['jgz', 'sociaal-team'], 'mdo-regievoerder': ['regievoerder'],
};

describe('on every path of the route', () => {
  it('whoever is brought in comes with the consent that this needs', () => {
    for (const { outcome, answers } of paths) {
      const recipients = outcome.consent.map((need) => need.recipient);
      for (const action of outcome.actions) {
        for (const recipient of BRINGS_IN[action.id] ?? []) expect(recipients, `${outcome.id} ${JSON.stringify(answers)}: ${action.id}`).toContain(recipient);
      }
    }
  });
  it('the responsible role has its consent need, unless it is the asker\'s own side', () => {
    for (const { outcome } of paths.filter((path) => path.outcome.tone === 'normal')) {
      const receives = outcome.role?.receives;
      if (receives === undefined || ['school', 'anders', 'koo'].includes(receives)) continue;
      const recipients = [...outcome.consent.map((need) => need.recipient), ...outcome.consent.map((need) => need.sender)];
      expect(recipients, outcome.id).toContain(receives);
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
    expect(new Set(dangers.map(({ outcome }) => outcome.id))).toEqual(new Set(['acuut-gevaar', 'vermoeden-onveilig', 'suicidaliteit', 'vermoeden-collega']));
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
  it('buttons are short, and advice is too', () => {
    for (const fact of route.facts.values()) for (const value of fact.values) expect(value.label.length, value.label).toBeLessThanOrEqual(45);
    for (const { outcome } of paths) expect(outcome.summary.length, outcome.id).toBeLessThanOrEqual(280);
  });
});
