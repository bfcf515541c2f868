import type { Button, CardData } from '../../cards/data.js';
import type { Field } from '../../cards/generic.js';
import { TOGGLE_ON } from '../../cards/inputs.js';
import { consentOn } from '../../case/consent/age.js';
import { isSelf } from '../../case/consent/gate.js';
import { boardOf } from '../../route/boards.js';
import { gateToRegievoerder } from '../../case/stagnation/schools.js';
import { whomToCall } from '../../case/stagnation/point.js';
import { dayOf } from '../../case/time.js';
import { offerStages, risks } from '../../case/values.js';
import type { Person } from '../ports.js';
import type { CaseView, Typed } from '../present/view.js';
import { button, formButton, unsafeButton } from '../present/words.js';
import type { LoadedCase } from '../run-case.js';
import { riskFacts } from './section.js';
import { riskChoices } from './words.js';

const NOTES = [
  'De regievoerder zorg van je schoolbestuur ziet de code, de school, de stap, wat er speelt en hoe ver jullie zijn. Verder niets.',
  'De route geeft geen grens in uren of weken. De stappen naar een passend aanbod zijn van Routewijzer zelf.',
  'Dit is geen melding bij leerplicht en komt niet in plaats van de registratie van verzuim. Leg niets vast over ziekte.',
];

/** For the school: a pupil at risk on the list of the regievoerder zorg, and how far a fitting offer is. `found`: who will see it. */
export function riskForm(loaded: LoadedCase, view: CaseView, found: readonly Person[], typed: Typed): CardData<'form'> {
  const { stream, version, state } = loaded;
  const target = { ref: stream, seen: version };
  const gate = gateToRegievoerder(view.route, state, dayOf(view.now));
  const closed = gate.open ? [] : gate.reasons;
  return {
    name: 'risk', code: state.code, title: 'Zorgwekkend verzuim of thuiszitten',
    intro: 'De regievoerder zorg van het schoolbestuur houdt bij welke leerlingen risico lopen en hoe ver een passend aanbod is.',
    facts: riskFacts(loaded, view),
    fields: [
      ...(closed.length > 0 ? [note('dicht', `De regievoerder zorg mag dit nog niet zien. ${closed.join(' ')}`)] : []),
      ...(gate.open ? [field('risk', 'Wat speelt er?', riskChoices(risks), typed['risk'] ?? state.risk?.risk ?? '')] : []),
      ...(state.risk ? [field('stage', 'Hoe ver zijn jullie met een passend aanbod?', riskChoices(offerStages), typed['stage'] ?? state.risk.stage)] : []),
      note('wie', whoSees(loaded, view, found)),
      ...NOTES.map((text, at) => note(`uitleg${String(at)}`, text)),
    ],
    submit: [
      ...(gate.open ? [button(state.risk ? 'Wijzig wat er speelt' : 'Zet op de lijst', 'risk-mark', target, {}, 'positive')] : []),
      ...(state.risk ? [button('Leg de voortgang vast', 'risk-offer', target), button('Haal van de lijst', 'risk-end', target)] : []),
    ],
    nav: [
      ...(gate.open ? [] : [recordFirst(loaded, view)]),
      button('Terug naar de casus', 'show', target, { view: 'case' }), unsafeButton(),
    ],
    ...(view.banner ? { banner: view.banner } : {}),
  };
}

/** What comes first while the gate is closed: who has gezag, then that they know; from 16 the jongere alone. */
function recordFirst({ stream, version, state }: LoadedCase, { now }: CaseView): Button {
  const target = { ref: stream, seen: version };
  const { gezag, ageBand } = consentOn(state, dayOf(now));
  if (gezag.length === 0 && !isSelf(ageBand)) return formButton('Leg vast wie het gezag heeft', 'gezag-form', target);
  return formButton('Leg vast wie dit weet', 'consent-form', target, { recipients: 'regievoerder', purpose: 'vastlopen', status: 'weet-het', more: TOGGLE_ON });
}

const note = (id: string, label: string): Field => ({ id, kind: 'note', label });
/** Only what the list holds comes back in it. */
const field = (id: string, label: string, choices: { value: string; title: string }[], value: string): Field => (
  { id, kind: 'one', label, choices, value: choices.some((one) => one.value === value) ? value : '' }
);

/** Who sees the list, or whom to call because nobody of the board is here. */
function whoSees({ state }: LoadedCase, { route, viewer }: CaseView, found: readonly Person[]): string {
  const school = state.risk?.school ?? viewer.organisation;
  if (boardOf(route, school) === undefined) return `Ik weet niet bij welk schoolbestuur ${school} hoort. ${whomToCall({ route })}`;
  if (found.length === 0) return `De regievoerder zorg van jullie schoolbestuur staat nog niet in Routewijzer. ${whomToCall({ route })}`;
  return `Regievoerder zorg: ${found.map((one) => `${one.name} (${one.organisation})`).join(', ')}.`;
}
