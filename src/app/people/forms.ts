import type { Button, CardData } from '../../cards/data.js';
import type { Field } from '../../cards/generic.js';
import { TOGGLE_ON, TOGGLE_OFF } from '../../cards/inputs.js';
import { hasCaseRole, outsiderJoining } from '../../case/people/joining.js';
import { handoverReasons } from '../../case/values.js';
import { roleLabel } from '../../route/roles.js';
import type { Person } from '../ports.js';
import type { CaseView } from '../present/view.js';
import { button, unsafeButton } from '../present/words.js';
import type { LoadedCase } from '../run-case.js';
import type { Drawing } from '../views.js';
import { meIn, newcomers, nameAndPlace, participants, replacements, type Choice } from './choices.js';
import { personName } from './present.js';
import { REASONS } from './words.js';

export const NAME_LENGTH = 60;
export const REFERENCE_LENGTH = 12;

type Form = CardData<'form'>;
interface Filled { readonly name: string; readonly title: string; readonly intro: string; readonly fields: readonly Field[]; readonly submit: readonly Button[] }

/** A form of this subject, with the way back. */
function form({ loaded: { stream, version, state }, view }: Drawing, { name, title, intro, fields, submit }: Filled): Form {
  return {
    name, code: state.code, title, intro, facts: [], fields: [...fields], submit: [...submit],
    nav: [button('Terug', 'show', { ref: stream, seen: version }, { view: 'people' }), unsafeButton()],
    ...(view.banner ? { banner: view.banner } : {}),
  };
}

const at = ({ stream, version }: LoadedCase) => ({ ref: stream, seen: version });
const told: Field = { id: 'told', kind: 'tick', label: 'Ik heb zelf verteld om welk kind het gaat, buiten Routewijzer', value: TOGGLE_OFF };

/** One choice of a list; what was chosen before comes back when it is still in the list. */
function one(id: string, label: string, choices: readonly Choice[], typed: Drawing['typed'], error: string): Field {
  const before = typed[id] ?? '';
  return { id, kind: 'one', label, choices: [...choices], value: choices.some((choice) => choice.value === before) ? before : '', required: true, error };
}

function tick(field: Field, typed: Drawing['typed']): Field {
  return { ...field, value: typed[field.id] === TOGGLE_ON ? TOGGLE_ON : TOGGLE_OFF };
}

function closedNotes(closed: readonly string[]): readonly Field[] {
  return closed.length === 0 ? [] : [
    { id: 'closed', kind: 'heading', label: 'Nu nog niet te kiezen' },
    ...closed.map((text, index): Field => ({ id: `closed-${String(index)}`, kind: 'note', label: text })),
  ];
}

/** A colleague of the register is asked to take part. */
export function personForm(drawing: Drawing, everybody: readonly Person[]): Form {
  const { loaded, view, typed } = drawing;
  const { choices, closed } = newcomers(loaded, view, everybody);
  const me = meIn(loaded, view);
  const duo = me && everybody.some((person) => person.id !== me.person && person.role === me.role && person.organisation === me.organisation);
  return form(drawing, {
    name: 'person-form', title: 'Vraag iemand erbij',
    intro: 'Kies alleen wie bij dit kind betrokken is. Binnen je eigen organisatie en kant is geen toestemming nodig. Daarbuiten kan het alleen met toestemming.',
    fields: [
      one('person', 'Wie?', choices, typed, 'Kies een collega.'),
      ...(duo ? [tick({ id: 'duo', kind: 'tick', label: 'Dit is mijn duo-collega: we doen dit samen' }, typed)] : []),
      tick(told, typed), ...closedNotes(closed),
    ],
    submit: choices.length === 0 ? [] : [button('Vraag erbij', 'person-invite', at(loaded), {}, 'positive')],
  });
}

/** Somebody outside Teams takes part: a role, and a name if one wants. */
export function outsiderForm(drawing: Drawing): Form {
  const { loaded, view, typed } = drawing;
  const me = meIn(loaded, view);
  const roles = [...view.route.roles.values()].filter((role) => hasCaseRole(view.route, role.id));
  const judged = me ? roles.map((role) => ({ role, joining: outsiderJoining(loaded.state, me, role.id, view) })) : [];
  const open = judged.filter(({ joining }) => joining.ok).map(({ role }) => ({ value: role.id, title: roleLabel(view.route, role.id) }));
  const closed = [...new Set(judged.flatMap(({ joining }) => (joining.ok ? [] : joining.why)))];
  return form(drawing, {
    name: 'outsider-form', title: 'Iemand buiten Teams doet mee',
    intro: 'Voor wie geen Teams heeft of bij een andere organisatie werkt. Routewijzer stuurt niets: jij vertelt het zelf en legt vast wat diegene zegt.',
    fields: [
      one('role', 'Welke rol?', open, typed, 'Kies een rol.'),
      { id: 'name', kind: 'text', label: 'Naam van de professional (mag leeg)', hint: 'Geen naam van een kind of ouder', value: typed['name'] ?? '', maxLength: NAME_LENGTH },
      tick(told, typed), ...closedNotes(closed),
    ],
    submit: open.length === 0 ? [] : [button('Leg vast', 'outsider-add', at(loaded), {}, 'positive')],
  });
}

export function holderForm(drawing: Drawing): Form {
  const { loaded, view, typed } = drawing;
  const choices = participants(loaded, view, 'all').filter((choice) => choice.value !== loaded.state.step?.holder);
  return form(drawing, {
    name: 'holder-form', title: 'Wie is aan zet?',
    intro: choices.length === 0 ? 'Er doet nog niemand anders mee die aan zet kan zijn.' : 'Wie aan zet is, krijgt de vraag hoe het ervoor staat. Spreek het eerst samen af.',
    fields: choices.length === 0 ? [] : [one('person', 'Wie is aan zet?', choices, typed, 'Kies iemand.')],
    submit: choices.length === 0 ? [] : [button('Leg vast', 'holder-set', at(loaded), {}, 'positive')],
  });
}

function reasonField(typed: Drawing['typed']): Field {
  return one('reason', 'Waarom?', handoverReasons.map((value) => ({ value, title: REASONS[value] })), typed, 'Kies een reden.');
}

/** One's own place, or only the turn, is offered to a colleague. */
export function handoverForm(drawing: Drawing, everybody: readonly Person[]): Form {
  const { loaded, view, typed } = drawing;
  const { choices, closed } = newcomers(loaded, view, everybody);
  const turn = loaded.state.step?.holder === view.viewer.id;
  const what = [{ value: 'plek', title: 'Mijn plek: alles wat ik in deze casus doe' }, ...(turn ? [{ value: 'stap', title: 'Alleen deze stap: ik blijf meedoen' }] : [])];
  return form(drawing, {
    name: 'handover-form', title: 'Draag over',
    intro: 'Je collega krijgt de vraag en neemt het over of niet. Tot die tijd verandert er niets.',
    fields: [
      one('what', 'Wat draag je over?', what, { what: typed['what'] ?? 'plek' }, 'Kies wat je overdraagt.'),
      one('to', 'Aan wie?', [...participants(loaded, view, 'others'), ...choices], typed, 'Kies een collega.'),
      reasonField(typed), tick(told, typed), ...closedNotes(closed),
    ],
    submit: [button('Bied aan', 'handover-offer', at(loaded), {}, 'positive')],
  });
}

/** Somebody who can not hand over is replaced: `from` comes with the button, or is chosen first. */
export function replaceForm(drawing: Drawing, everybody: readonly Person[]): Form {
  const { loaded, view, typed } = drawing;
  const from = loaded.state.people.find((person) => person.person === typed['from'] && person.person !== view.viewer.id);
  if (!from) return whomToReplace(drawing);
  const choices = replacements(loaded, view, from, everybody);
  return form(drawing, {
    name: 'replace-form', title: `Vervang ${personName(view, from.person)}`,
    intro: choices.length === 0
      ? 'Ik ken geen collega van dezelfde organisatie en niemand die al meedoet.'
      : 'Wie ervoor in de plaats komt, krijgt alles wat deze collega in de casus deed.',
    fields: choices.length === 0 ? [] : [one('to', 'Door wie?', choices, typed, 'Kies een collega.'), reasonField(typed), tick(told, typed)],
    submit: choices.length === 0 ? [] : [button('Vervang', 'person-replace', at(loaded), { from: from.person }, 'positive')],
  });
}

function whomToReplace(drawing: Drawing): Form {
  const { loaded, view } = drawing;
  const people = loaded.state.people.filter((person) => person.person !== view.viewer.id);
  return form(drawing, {
    name: 'replace-form', title: 'Vervang iemand', intro: people.length === 0 ? 'Er doet niemand anders mee.' : 'Wie kan de casus niet meer zelf overdragen?', fields: [],
    submit: people.map((person) => button(whoIs(person.person, view), 'show', at(loaded), { view: 'replace-form', from: person.person })),
  });
}

function whoIs(id: string, view: CaseView): string {
  const person = view.people.get(id);
  return person ? nameAndPlace(view, person) : 'Een collega die niet meer bekend is';
}

export function referenceForm(drawing: Drawing): Form {
  const { loaded, view, typed } = drawing;
  const mark = loaded.state.references[view.viewer.organisation];
  return form(drawing, {
    name: 'reference-form', title: 'Eigen kenmerk',
    intro: 'Een leerlingnummer of een eigen code van jouw organisatie, zodat je de casus herkent. Alleen deelnemers van je eigen organisatie zien het.',
    fields: [{
      id: 'reference', kind: 'text', label: 'Kenmerk (leeg: weghalen)', hint: 'Letters, cijfers, punt of streepje; geen naam',
      value: typed['reference'] ?? (mark === undefined ? '' : view.texts.get(mark) ?? ''), maxLength: REFERENCE_LENGTH,
    }],
    submit: [button('Bewaar', 'reference-set', at(loaded), {}, 'positive')],
  });
}

export function leaveForm(drawing: Drawing): Form {
  return form(drawing, {
    name: 'leave-form', title: 'Niet meer meedoen', fields: [],
    intro: 'Je ziet de casus dan niet meer. Was jij aan zet, dan gaat de stap terug naar wie de casus opende of overnam.',
    submit: [button('Ik doe niet meer mee', 'leave', at(drawing.loaded), {}, 'destructive')],
  });
}
