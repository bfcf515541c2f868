import { TOGGLE_ON, inputLengths } from '../../cards/inputs.js';
import type { ChosenInvitee, Moment } from '../../case/mdo/commands.js';
import { field, type Click } from '../click.js';
import { freeText, give, good, list, type FreeText } from '../give.js';
import type { Reply } from '../input.js';
import type { Verbs } from '../verbs.js';
import type { Parts } from '../parts.js';
import { loadCase } from '../run-case.js';
import type { Typed } from '../present/view.js';
import { onAttend, onCancelMdo, onFixDate } from './clicks-organiser.js';

export async function onPlanMdo(parts: Parts, click: Click): Promise<Reply> {
  const purpose = freeText(parts, field(click, 'purpose'), inputLengths.purpose);
  const command = {
    type: 'plan-mdo' as const, mdo: `m-${parts.ids.next()}`, instead: field(click, 'instead'), purposeId: purpose.id ?? '', hasPurpose: purpose.id !== null,
    ...momentOf(click, ''), others: ['2', '3'].map((which) => momentOf(click, which)).filter(({ date, time }) => date !== '' || time !== ''),
    leervraag: field(click, 'leervraag'), leefvraag: field(click, 'leefvraag'), closest: field(click, 'closest'),
    invitees: await Promise.all([...new Set([...list(field(click, 'invitees')), ...list(field(click, 'outside'))])].map((key) => inviteeOf(parts, key))),
    parents: field(click, 'parents') === TOGGLE_ON, jeugdige: field(click, 'jeugdige') === TOGGLE_ON, told: field(click, 'told') === TOGGLE_ON,
  };
  const banner = good('De uitnodigingen gaan uit. De antwoorden verschijnen op de kaart van het MDO.');
  return give(parts, click, command, { card: 'case', view: 'mdo', refusedView: 'mdo-form', banner, typed: typedIn(click, purpose, 'purpose') }, purpose);
}

function momentOf(click: Click, which: string): Moment {
  return { date: field(click, `date${which}`), time: field(click, `time${which}`) };
}

/** What comes back in a form that was refused; a text with a BSN or signs of danger is not repeated. */
function typedIn(click: Click, text: FreeText, name: string): Typed {
  return text.refusal?.id === 'bsn' || text.refusal?.id === 'danger' ? { ...click.pressed.fields, [name]: '' } : click.pressed.fields;
}

/** `person:<id>` of the register or `role:<id>` outside Teams; undefined for anything else. */
async function inviteeOf(parts: Parts, key: string): Promise<ChosenInvitee | undefined> {
  const [kind, id = ''] = key.split(':');
  if (kind === 'role') {
    const role = parts.route.roles.get(id);
    return role?.mdo ? { key, personId: null, role: role.id, organisation: '' } : undefined;
  }
  const person = kind === 'person' ? await parts.store.person(id) : undefined;
  const role = person?.registered ? parts.route.roles.get(person.role) : undefined;
  return person && role?.mdo ? { key, personId: person.id, role: role.id, organisation: person.organisation } : undefined;
}

/** An invitee answers, or the organiser records what somebody answered elsewhere. */
export async function onMdoAnswer(parts: Parts, click: Click): Promise<Reply> {
  const own = click.pressed.verb === 'mdo-answer';
  const answer = field(click, 'answer');
  const invitee = field(click, 'invitee');
  // Judged also where it is not part of the answer: it would come back in the form.
  const written = freeText(parts, field(click, 'proposalNote'), inputLengths.proposalNote);
  const note: FreeText = answer === 'ander-moment' ? written : { id: null, body: '', refusal: undefined };
  const substitute = answer === 'stuurt-iemand'
    ? { chosen: await inviteeOf(parts, field(click, 'substitute')), organisation: await organisationOf(parts, click, invitee), told: field(click, 'substituteTold') === TOGGLE_ON }
    : null;
  return give(parts, click, {
    type: 'answer-mdo', mdo: field(click, 'mdo'), invitee, answer, options: list(field(click, 'moments')), proposal: field(click, 'proposal'), noteId: note.id, substitute,
  }, {
    card: own ? 'invitation' : 'case', view: 'mdo', refusedView: field(click, 'form') === TOGGLE_ON ? 'mdo-record' : 'mdo',
    banner: good(own ? 'Je antwoord is doorgegeven.' : 'Vastgelegd.'), typed: typedIn(click, written, 'proposalNote'),
  }, note);
}

/** Of the invitee whom the case itself names: a card may say anything. */
async function organisationOf(parts: Parts, click: Click, key: string): Promise<string> {
  const loaded = await loadCase(parts, click.pressed.ref);
  const invitee = loaded?.state.mdo?.invitees.find((one) => one.key === key);
  return (invitee?.personId ? await parts.store.person(invitee.personId) : undefined)?.organisation ?? '';
}

export const mdoVerbs: Verbs = {
  mdo: onPlanMdo, 'mdo-answer': onMdoAnswer, 'mdo-record': onMdoAnswer, 'mdo-fix': onFixDate, 'mdo-cancel': onCancelMdo, 'mdo-attend': onAttend,
};
