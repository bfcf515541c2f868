import type { RecordedCaseEvent } from '../../case/events.js';
import { consentOn } from '../../case/consent/age.js';
import { isSelf } from '../../case/consent/gate.js';
import type { CaseState } from '../../case/state.js';
import { isKnown } from '../../case/stagnation/knows.js';
import type { Stagnation } from '../../case/stagnation/state.js';
import { dayOf } from '../../case/time.js';
import { capital, word } from '../present/words.js';

const RISK: Readonly<Record<string, string>> = {
  'zorgwekkend-verzuim': 'zorgwekkend verzuim', dreigend: 'dreigt thuis te komen zitten', thuiszitter: 'zit thuis',
  'in-beeld': 'in beeld', onderzoek: 'we zoeken uit wat past', 'zoekt-plek': 'we zoeken een plek', 'plek-gevonden': 'er is een plek gevonden', geplaatst: 'begonnen op de nieuwe plek',
};

/** The Dutch words for a risk, and for a stage on the way to a fitting offer. */
export function riskWord(value: string): string {
  return RISK[value] ?? value;
}

export function riskChoices(values: readonly string[]): { value: string; title: string }[] {
  return values.map((value) => ({ value, title: capital(riskWord(value)) }));
}

/** From 16 it is the jongere who must know; before that the parents (TOE-10, C-01). */
export function whoKnows(state: CaseState, now: string): string {
  return isSelf(consentOn(state, dayOf(now)).ageBand) ? 'de jongere' : 'de ouders';
}

/** "De ouders weten dat …", or that this was not recorded. */
export function knowsLine(state: CaseState, told: Pick<Stagnation, 'parentsKnow' | 'toldSelf'>, now: string): string {
  const who = whoKnows(state, now);
  if (!isKnown(state, told, dayOf(now))) return `Of ${who} dit ${who === 'de ouders' ? 'weten' : 'weet'}, is niet vastgelegd in Routewijzer.`;
  return who === 'de ouders' ? 'De ouders weten dat dit is voorgelegd.' : 'De jongere weet dat dit is voorgelegd.';
}

/** Tact: the bot knows only what was entered, not what people did. */
export function reasonText({ kind }: Pick<Stagnation, 'kind'>): string {
  return kind ? `Een deelnemer meldt dat het vastloopt op: ${word(kind)}.` : 'Voortgang niet vastgelegd in Routewijzer. Misschien is er wel aan gewerkt.';
}

/** What happened to a case that is stuck, in words for those who take part; no names of the stagnatiepunt. */
export function happening(event: RecordedCaseEvent): string | undefined {
  switch (event.type) {
    case 'CaseStuck': return `Vastgelegd dat het vastloopt: ${word(event.data.kind)}.`;
    case 'Escalated': return 'Gemeld bij het stagnatiepunt.';
    case 'StagnationRepeated': return 'Nog niet opgepakt. Opnieuw gemeld bij het stagnatiepunt.';
    case 'SecondAsked': return 'Nog niet opgepakt. Aan een tweede persoon is gevraagd of iemand dit kan oppakken.';
    case 'StagnationClaimed': return 'Iemand van het stagnatiepunt heeft dit opgepakt.';
    case 'StagnationReleased': return 'Teruggegeven: een ander van het stagnatiepunt kan dit oppakken.';
    case 'StagnationParentsTold': return 'Vastgelegd dat de ouders dit weten (vanaf 16 jaar: de jongere).';
    case 'RoleNudged': return 'Het stagnatiepunt vroeg een deelnemer hoe het ervoor staat.';
    case 'MdoProposed': return 'Het stagnatiepunt stelt een MDO voor. Jullie kiezen zelf.';
    case 'StagnationClosed': return `Afgerond: ${word(event.data.ending)}.`;
    default: return undefined;
  }
}
