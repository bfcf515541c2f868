import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { outcomeOf, textOf, type Card } from './card.js';
import { startScene, START_MS, type Scene, type Who } from './scene.js';

/** What people type, in the role of who types it, leads to the right advice; at most three questions are asked. */
let scene: Scene;
beforeAll(async () => { scene = await startScene(); }, START_MS);
afterAll(async () => { await scene.close(); });

interface Said {
  readonly id: string;
  readonly who: Who;
  readonly text: string;
  /** What is clicked for each question that may be asked. */
  readonly answers: Readonly<Record<string, string>>;
  readonly outcome: string;
  readonly step: string;
  readonly role: string;
  /** From whom consent is asked, per recipient, in this order; empty when the advice names none. */
  readonly consent: readonly string[];
  readonly says: readonly string[];
}

const utterances: readonly Said[] = [
  {
    id: 'U-01', who: 'leerkracht', text: 'hoi ik maak me zorgen over een jongen uit groep 5, hij is zo teruggetrokken de laatste tijd. wat nu?',
    answers: { stand: 'nog-niemand', leeftijd: 'onder-12' }, outcome: 'eerst-ouders', step: 'Stap 1: signaal', role: 'Leerkracht',
    consent: ['Kind-ouderondersteuner (KOO)'],
    says: ['Bespreek je zorg eerst met de ouders', 'Daar is geen toestemming voor nodig', 'leerlingdossier', 'S1-03', 'TOE-01', 'TOE-02', 'TOE-03', 'REG-03'],
  },
  {
    id: 'U-07', who: 'ib', text: 'allebei complex, leren en thuis. wie trekt de kar?',
    answers: { leeftijd: 'onder-12' }, outcome: 'mdo-regie', step: 'Stap 3: MDO en plan van aanpak', role: 'Casemanager jeugd',
    consent: ['JGZ van de GGD', 'Sociaal team', 'School', 'Regievoerder zorg'], says: ['onderwijsdoelen', 'RGM-04'],
  },
  {
    id: 'U-16', who: 'leerkracht', text: 'leerling (15) appte dat ze er niet meer wil zijn',
    answers: {}, outcome: 'suicidaliteit', step: 'Veiligheid', role: 'Jijzelf, samen met een collega',
    consent: [], says: ['112', '113', 'huisarts', 'MEL-06', 'F-M18'],
  },
  {
    id: 'U-31', who: 'ib', text: 'mdo plannne volgende week, wie nodigd uit?',
    answers: { leervraag: 'complex', leefvraag: 'enkelvoudig', leeftijd: '12-15' }, outcome: 'mdo-regie', step: 'Stap 3: MDO en plan van aanpak',
    role: 'Onderwijs', consent: ['JGZ van de GGD', 'Sociaal team', 'School', 'Regievoerder zorg'], says: ['De route zegt niet wie uitnodigt', 'S3-01'],
  },
  {
    id: 'U-37', who: 'ib', text: 'geen enkele school wil haar hebben!!',
    answers: { plekstand: 'ingeschreven' }, outcome: 'geen-plek', step: 'Het loopt vast', role: 'Regievoerder zorg',
    consent: ['Regievoerder zorg', 'Samenwerkingsverband'], says: ['zorgplicht blijft bij het bestuur', 'S1-09', 'ROL-REG-08'],
  },
];

describe.each(utterances)('$id: "$text"', ({ who, text, answers, outcome, step, role, consent, says }) => {
  it(`leads to ${outcome}`, async () => {
    const someone = scene.someone(who);
    let card = await someone.says(text);
    let asked = 0;
    while (outcomeOf(card) === undefined) {
      const fact = Object.keys(answers).find((one) => someone.card() === card && hasQuestion(someone, one));
      if (fact === undefined) throw new Error(`a question that was not foreseen:\n${someone.text()}`);
      card = await someone.presses({ verb: 'answer', fact, value: answers[fact] });
      asked += 1;
    }
    expect(outcomeOf(card)).toBe(outcome);
    expect(asked).toBeLessThanOrEqual(3);
    const lines = textOf(card).split('\n');
    expect(lines.find((line) => line.startsWith('Advies'))).toContain(step);
    expect(lines[lines.indexOf('Wie is aan zet') + 1]).toContain(role);
    expect(consentOf(card)).toEqual(consent);
    for (const part of says) expect(textOf(card)).toContain(part);
  });
});

function hasQuestion(someone: { button(wanted: Readonly<Record<string, unknown>>): unknown }, fact: string): boolean {
  try {
    someone.button({ verb: 'answer', fact });
    return true;
  } catch {
    return false;
  }
}

/** The recipients under "Toestemming": each is followed by the sentence that says whom to ask. */
function consentOf(card: Card): readonly string[] {
  const lines = textOf(card).split('\n');
  const start = lines.indexOf('Toestemming');
  if (start < 0) return [];
  const parties = ['Kind-ouderondersteuner (KOO)', 'JGZ van de GGD', 'Sociaal team', 'School', 'Leerplicht', 'Regievoerder zorg', 'Samenwerkingsverband', 'Bovenschools ondersteuningsteam'];
  const found: string[] = [];
  for (let at = start + 1; parties.includes(lines[at] ?? ''); at += 2) found.push(lines[at] ?? '');
  return found;
}
