import { asksBoth, levelsOf, regieOf } from '../../case/plan/levels.js';
import { revisionDue } from '../../case/plan/progress.js';
import type { PlanDraft } from '../../case/plan/state.js';
import type { CaseState } from '../../case/state.js';
import { showDay } from '../../case/time.js';
import type { Route } from '../../route/model.js';
import type { RegieCellData } from '../../route/schema.js';

/** What comes next in this case, in Dutch, the most pressing first; where the route is silent it says so. Empty for a closed case. */
export function nextLines(route: Route, state: CaseState): string[] {
  if (state.closed) return [];
  return [...waitingLines(state), ...linesOfStep(route, state)];
}

function linesOfStep(route: Route, state: CaseState): string[] {
  const cell = regieOf(route, state);
  if (state.plan) return planLines(state, cell);
  if (state.step?.id === 'signaal') {
    return ['Schrijf de code van deze casus in je eigen dossier.', 'Leg vast als de stap gedaan is. Daarna volgt onderzoek en triage.'];
  }
  if (!cell) return ['Leg vast of er een leervraag en een leefvraag is, en hoe zwaar. Zijn ze er allebei? Dan volgt een MDO met een plan van aanpak.'];
  if (!asksBoth(state) && !hasMdo(state)) return oneSideLines(cell);
  return state.step?.id === 'triage' ? triageLines(cell, state) : meetingLines(state, cell);
}

/** The werkvoorraad is a normal place to be, not lateness (N-16); the route knows no longest time (ROL-ST-04). */
function waitingLines({ step }: CaseState): string[] {
  if (step?.waiting?.for !== 'werkvoorraad') return [];
  return [`De casus staat in de werkvoorraad van het sociaal team. Dat is een gewone plek in de route, geen vertraging. Op ${showDay(step.waiting.until)} kijken jullie opnieuw. De route noemt geen langste tijd.`];
}

/** Only one kind of question stays on its own side (S3-02, RGM-06). */
function oneSideLines({ leervraag, leefvraag, regie }: RegieCellData): string[] {
  const complex = [leervraag, leefvraag].includes('complex') ? ['Is de situatie zo ingewikkeld dat iemand de regie moet nemen? Dan kan de regievoerder zorg een MDO organiseren.'] : [];
  if (regie === 'none' && leefvraag === 'geen') return ['Er is geen leervraag en geen leefvraag. De route zegt hier niets over wat er volgt. Is er niets meer nodig? Sluit de casus dan af.'];
  if (regie === 'none') {
    return [
      'Er is alleen een enkelvoudige leefvraag. De gemeente blijft niet betrokken en voert geen regie.',
      'Het gezin gaat zelf verder, met lichte hulp. Is er niets meer nodig? Sluit de casus dan af.',
    ];
  }
  if (leefvraag === 'geen') {
    return [
      'Er is alleen een leervraag. Die blijft bij het onderwijs. De gemeente voert geen regie.',
      // The two roads for a pure leervraag; both may be true (N-11).
      'Is de basisondersteuning niet genoeg? Dan noemt de route de jeugdverpleegkundige, met toestemming. Weet de school niet hoe het verder moet? Dan het bovenschools team. Het kan ook allebei.',
      'De route zegt hier niets over wie op school verder gaat. Spreek een naam af.', ...complex,
    ];
  }
  return ['Er is alleen een leefvraag. De regiematrix zegt hier niets. Bij onveiligheid of een bedreigde ontwikkeling voert de casemanager jeugd de regie.', ...complex];
}

function triageLines(cell: RegieCellData, state: CaseState): string[] {
  return [
    hasMdo(state) ? mdoLine(state) : 'Er is een leervraag en een leefvraag. Daarna volgt een MDO met een plan van aanpak.',
    ...gemeenteLines(cell), 'Leg vast als de triage gedaan is.',
  ];
}

function meetingLines(state: CaseState, cell: RegieCellData): string[] {
  const missing = partsMissing(state.draft);
  const begun = missing.length < 4 || Boolean(state.mdo?.held);
  const plan = missing.length > 0
    ? `Vul het plan van aanpak in. Nog nodig: ${missing.join(', ')}.`
    : 'Alle vier de delen van het plan staan erin. Leg het plan vast en spreek af wanneer jullie het bespreken.';
  return [
    ...(state.mdo?.held ? [] : [mdoLine(state)]), ...(begun ? [plan] : []), ...gemeenteLines(cell),
    'Maak het plan samen met het gezin, dat zo veel mogelijk zelf de regie houdt. Vanaf 16 jaar kiest de jongere of de ouders meedoen.',
  ];
}

function hasMdo({ mdo }: CaseState): boolean {
  return mdo !== null && mdo.cancelled === null;
}

function mdoLine(state: CaseState): string {
  const { mdo } = state;
  if (!mdo || mdo.cancelled) return 'Plan een MDO. Daar maken jullie samen het plan van aanpak.';
  if (mdo.held) return 'Het MDO is geweest. Maak het plan van aanpak af.';
  if (mdo.date === '') return 'Er zijn momenten voor een MDO voorgesteld. Kies er een als de antwoorden er zijn.';
  return `Het MDO is op ${showDay(mdo.date)}. Leg daarna vast wie er was en vul het plan van aanpak in.`;
}

/** Enkelvoudig: no regie by the gemeente, but its contactpersoon is at the evaluation (PRB-06, C-07). */
function gemeenteLines({ leefvraag, inMatrix }: RegieCellData): string[] {
  return leefvraag === 'enkelvoudig' && inMatrix ? ['De leefvraag is enkelvoudig: de gemeente voert geen regie. Haar contactpersoon is wel bij elke evaluatie.'] : [];
}

/** The parts of the plan in which nothing stands yet (REG-09), in words. */
export function partsMissing({ goals, actions, responsible, regie }: PlanDraft): string[] {
  return [
    ...(goals.onderwijs.length + goals.zorg.length > 0 ? [] : ['doelen']), ...(actions.length > 0 ? [] : ['acties']),
    ...(responsible ? [] : ['verantwoordelijkheden']), ...(regie ? [] : ['regie']),
  ];
}

function planLines(state: CaseState, cell: RegieCellData | undefined): string[] {
  const { plan } = state;
  if (!plan) return [];
  const open = plan.actions.filter((one) => one.doneAt === null).length;
  return [
    ...revisionLines(state),
    ...(levelsOf(state) && cell && cell.regie !== plan.regie ? ['De leefvraag is veranderd, en daarmee de procesregie. Pas het plan aan.'] : []),
    plan.evaluateOn === null
      ? 'Spreek af wanneer jullie het plan weer bespreken. De route zegt niet hoe vaak.'
      : `De evaluatie is afgesproken op ${showDay(plan.evaluateOn)}. De contactpersonen van school en gemeente zijn daar altijd bij.`,
    ...(open > 0 ? [open === 1 ? 'Er staat nog 1 actie open.' : `Er staan nog ${String(open)} acties open.`] : []),
    ...(cell ? gemeenteLines(cell) : []),
  ];
}

const REVISION: Readonly<Record<string, string>> = {
  bijstellen: 'Jullie stellen het plan bij. Pas het aan en leg het opnieuw vast.',
  opschalen: 'Jullie schalen op. Kijk eerst opnieuw naar de leervraag en de leefvraag: de leefvraag beslist wie de procesregie heeft. Komt er iemand bij? Kijk dan eerst wie er ja moet zeggen. Leg daarna het plan opnieuw vast.',
  afschalen: 'Jullie schalen af. Maak het plan lichter en kijk wie de procesregie nu heeft. De route zegt niet hoe je die overdraagt: spreek dat af. Leg daarna het plan opnieuw vast.',
};

function revisionLines(state: CaseState): string[] {
  const line = REVISION[revisionDue(state)?.outcome ?? ''];
  return line === undefined ? [] : [line];
}
