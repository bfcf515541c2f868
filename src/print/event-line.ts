import type { RecordedCaseEvent } from '../case/events.js';
import { listed, whoIs, type PrintInput } from './input.js';
import { dayInWords, wordOf } from './words.js';

/**
 * What happened, in one line for a timeline on paper. Undefined for what is not put on paper: danger never is, and what
 * says nothing by itself is left out.
 */
export function eventLine(input: PrintInput, event: RecordedCaseEvent): string | undefined {
  switch (event.type) {
    case 'CaseOpened': return 'Casus geopend';
    case 'StepStarted': return `Begonnen: ${stepName(input, event.data.step)}`;
    case 'HolderAsked': return 'De afgesproken termijn was voorbij: gevraagd hoe het staat';
    case 'StepWaits': return `Wacht op ${wordOf(event.data.waitFor)}, tot ${dayInWords(event.data.until)}`;
    case 'StepDone': return `Gedaan: ${stepName(input, event.data.step)}`;
    case 'CaseClosed': return `Casus afgesloten: ${wordOf(event.data.ending)}`;
    case 'CaseReopened': return 'Casus heropend';
    case 'CaseTookOver': return `Casus ${event.data.fromCode} is hierin opgegaan`;
    case 'CaseMergedInto': return `Opgegaan in casus ${event.data.intoCode}`;
    case 'EntryStruck': return 'Iets wat niet klopte is verbeterd';
    case 'ContactNoted': return `Gesprek op ${dayInWords(event.data.on)} met ${listed(event.data.with.map((key) => withWhom(input, key)))}`;
    default: return aboutPeople(input, event) ?? aboutConsent(input, event) ?? aboutMeeting(input, event) ?? aboutPlan(event) ?? aboutStagnation(event);
  }
}

function stepName({ route }: PrintInput, step: string): string {
  return route.steps.get(step)?.label ?? step;
}

/** Somebody of the family, or a key of the case. */
export function withWhom(input: PrintInput, key: string): string {
  return key.includes(':') ? whoIs(input, key) : wordOf(key);
}

function aboutPeople(input: PrintInput, event: RecordedCaseEvent): string | undefined {
  const person = (id: string) => whoIs(input, `person:${id}`);
  switch (event.type) {
    case 'PersonJoined': return `${person(event.data.person)} doet mee`;
    case 'OutsiderJoined': return `${whoIs(input, event.data.key)} doet mee, buiten Teams`;
    case 'PersonLeft': return 'Iemand doet niet meer mee';
    case 'HolderSet': return `Aan zet: ${person(event.data.holder)}`;
    case 'HandoverOffered': return `Overdracht gevraagd aan ${person(event.data.to)}`;
    case 'HandoverAccepted': return 'Overdracht aangenomen';
    case 'HandoverEnded': return `Overdracht ${event.data.how}`;
    case 'PersonReplaced': return `${person(event.data.to)} neemt de plek over van een collega`;
    case 'ReferenceSet': return event.data.referenceId === null ? 'Eigen kenmerk weggehaald' : 'Eigen kenmerk ingevuld';
    default: return undefined;
  }
}

function aboutConsent({ route }: PrintInput, event: RecordedCaseEvent): string | undefined {
  const party = (id: string) => route.parties.get(id)?.label ?? id;
  switch (event.type) {
    case 'GezagRecorded': return `Gezag: ${listed(event.data.who.map(wordOf))}`;
    case 'ConsentRecorded': {
      const { sender, recipient, who, status, how, on, until } = event.data;
      return `Toestemming ${party(sender)} naar ${party(recipient)}, ${wordOf(who)}: ${wordOf(status)} (${wordOf(how)}, ${dayInWords(on)}${until === null ? '' : `, geldt tot en met ${dayInWords(until)}`})`;
    }
    case 'AgeBorderPassed': return 'Een leeftijdsgrens is voorbij: voor de toestemming tellen nu anderen mee';
    case 'AgeCorrected': return 'De leeftijd is verbeterd: voor de toestemming tellen nu anderen mee';
    case 'RegistrationNoted': return `Registratie bij ${wordOf(event.data.register)}: ${wordOf(event.data.result)}${event.data.informed ? ', daarover is verteld' : ''}`;
    default: return undefined;
  }
}

function aboutMeeting(input: PrintInput, event: RecordedCaseEvent): string | undefined {
  switch (event.type) {
    case 'MdoPlanned': return event.data.date === '' ? `MDO voorgesteld op ${listed(event.data.options.map((one) => dayInWords(one.date)))}` : `MDO gepland op ${dayInWords(event.data.date)}`;
    case 'MdoAnswered': return `MDO: ${whoIs(input, event.data.invitee)} ${wordOf(event.data.answer)}`;
    case 'MdoDateFixed': return `MDO: de dag wordt ${dayInWords(event.data.date)}`;
    case 'MdoCancelled': return 'MDO afgezegd';
    case 'MdoHeld': {
      const family = [...(event.data.parents ? ['de ouders'] : []), ...(event.data.jeugdige ? ['de jeugdige'] : [])];
      return `MDO gehouden, met ${listed([...event.data.present.map((key) => whoIs(input, key)), ...family]) || 'niemand'}`;
    }
    default: return undefined;
  }
}

function aboutPlan(event: RecordedCaseEvent): string | undefined {
  switch (event.type) {
    case 'LevelsSet': return `Leervraag: ${wordOf(event.data.leervraag)}. Leefvraag: ${wordOf(event.data.leefvraag)}`;
    case 'PlanAdopted': return `Plan vastgesteld, evaluatie op ${dayInWords(event.data.evaluateOn)}`;
    case 'ActionDone': return 'Een actie uit het plan is gedaan';
    case 'EvaluationHeld': return `Plan geëvalueerd op ${dayInWords(event.data.on)}: ${wordOf(event.data.outcome)}`;
    default: return undefined;
  }
}

function aboutStagnation(event: RecordedCaseEvent): string | undefined {
  switch (event.type) {
    case 'CaseStuck': return `Loopt vast: ${wordOf(event.data.kind)}`;
    case 'Escalated': return 'Gemeld bij het stagnatiepunt';
    case 'StagnationClaimed': return 'Opgepakt door het stagnatiepunt';
    case 'StagnationParentsTold': return 'Verteld dat het bij het stagnatiepunt is gemeld';
    case 'MdoProposed': return 'Het stagnatiepunt stelt een MDO voor';
    case 'StagnationClosed': return `Loopt niet meer vast: ${wordOf(event.data.ending)}`;
    case 'RiskMarked': return `Op de lijst van de regievoerder zorg: ${wordOf(event.data.risk)}`;
    case 'OfferProgressed': return `Naar een passende plek: ${wordOf(event.data.stage)}`;
    case 'RiskEnded': return 'Niet meer op de lijst van de regievoerder zorg';
    default: return undefined;
  }
}
