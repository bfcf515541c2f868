import { CHOICE_SEPARATOR, TOGGLE_ON, inputLengths } from '../cards/inputs.js';
import type { CaseCommand, ChosenInvitee } from '../case/commands.js';
import { mdoAnswers } from '../case/events.js';
import { refuse, type Refusal } from '../case/refusals.js';
import { holdsBsn } from '../knowledge/personal-data.js';
import { actorOf, field, inPlace, type Click } from './click.js';
import { caseInPlace } from './clicks-open.js';
import { cardOfCase, caseViews, channelCard, type CaseViewName } from './cards-of-case.js';
import { noticeFor } from './notices.js';
import { bannerOf, type Banner } from './present/words.js';
import type { Parts } from './parts.js';
import type { Typed } from './present/view.js';
import type { Reply } from './input.js';
import type { CaseCard } from './reactions.js';
import { loadCase, runCase } from './run-case.js';

const list = (text: string) => text.split(CHOICE_SEPARATOR).map((item) => item.trim()).filter((item) => item !== '');

/** Opens another view of the case on the same card. */
export async function onShow(parts: Parts, click: Click): Promise<Reply> {
  const loaded = await loadCase(parts, click.pressed.ref);
  if (!loaded) return { kind: 'card', message: noticeFor(parts, click.person, refuse('gone')) };
  return caseInPlace(parts, click, loaded, viewOf(field(click, 'view')), undefined);
}

function viewOf(name: string): CaseViewName {
  return caseViews.find((view) => view === name) ?? 'case';
}

/** What somebody typed, checked before it is stored: no BSN, not too long. The text itself is never logged or repeated. */
interface FreeText {
  readonly id: string | null;
  readonly body: string;
  readonly refusal: Refusal | undefined;
}

function freeText(parts: Parts, text: string, longest: number): FreeText {
  const body = text.trim();
  if (body === '') return { id: null, body, refusal: undefined };
  if (holdsBsn(body)) return { id: null, body: '', refusal: refuse('bsn') };
  if (parts.understand(body).kind === 'safety') return { id: null, body: '', refusal: refuse('danger') };
  if (body.length > longest) return { id: null, body, refusal: refuse('too-long') };
  return { id: `t-${parts.ids.next()}`, body, refusal: undefined };
}

interface Done {
  readonly card: CaseCard;
  /** The view to show when it worked, and when it was refused. */
  readonly view: CaseViewName;
  readonly refusedView: CaseViewName;
  readonly banner: Banner | undefined;
  /** What stands in the form when it comes back refused, and after it was taken. */
  readonly typed?: Typed;
  readonly kept?: Typed;
}

const good = (text: string): Banner => ({ text, tone: 'good' });

/** Gives a command and shows the card as it then stands; a refusal stands on top of it, with what was typed kept. */
async function give(parts: Parts, click: Click, command: CaseCommand, done: Done, note?: FreeText): Promise<Reply> {
  const texts = note?.id ? [{ id: note.id, body: note.body }] : [];
  const { loaded, refusal, repeated = false } = note?.refusal
    ? { loaded: await loadCase(parts, click.pressed.ref), refusal: note.refusal }
    : await runCase(parts, { stream: click.pressed.ref, command, commandId: click.commandId, actor: actorOf(click.person), texts });
  if (!loaded) return { kind: 'card', message: noticeFor(parts, click.person, refusal ?? refuse('gone')) };
  // The same click again changed nothing: no "vastgelegd" over what may since have become something else.
  const banner = bannerOf(refusal) ?? (repeated ? undefined : done.banner);
  const view = refusal ? done.refusedView : done.view;
  if (done.card === 'case') return caseInPlace(parts, click, loaded, view, banner, refusal ? done.typed : done.kept);
  const message = done.card === 'stagnation' && click.place.kind === 'stagnatiepunt'
    ? channelCard(parts, loaded, banner)
    : await cardOfCase(parts, loaded, click.person, { card: done.card, view: 'case', banner });
  if (!message) return { kind: 'card', message: noticeFor(parts, click.person, refusal ?? refuse('stale-card')) };
  return inPlace(parts, click, { stream: loaded.stream, card: done.card, view: 'case', version: loaded.version, banner }, message);
}

/** How it stands: from the question about a passed term, or from the case's own card. */
export async function onProgress(parts: Parts, click: Click): Promise<Reply> {
  const onTerm = field(click, 'card') === 'term';
  const at = (text: string): Done => ({ card: onTerm ? 'term' : 'case', view: 'case', refusedView: 'term', banner: good(text) });
  switch (click.pressed.verb) {
    case 'step-done': return give(parts, click, { type: 'step-done', step: field(click, 'step') }, at('Vastgelegd: de stap is gedaan.'));
    case 'step-waits': return give(parts, click, { type: 'step-waits', waitFor: field(click, 'waitFor'), until: field(click, 'until') }, at('Vastgelegd. Na die dag vraag ik hoe het staat.'));
    case 'runs-again': return give(parts, click, { type: 'runs-again' }, { ...at('Fijn. Vastgelegd dat het weer loopt.'), refusedView: 'case' });
    default: return give(parts, click, { type: 'stuck', kind: field(click, 'kind'), parentsKnow: field(click, 'parentsKnow') === TOGGLE_ON }, at('Vastgelegd dat het vastloopt. Op de kaart van de casus staat wat er nu gebeurt.'));
  }
}

export async function onClose(parts: Parts, click: Click): Promise<Reply> {
  return give(parts, click, { type: 'close', ending: field(click, 'ending') }, { card: 'case', view: 'case', refusedView: 'case', banner: undefined });
}

export async function onConsent(parts: Parts, click: Click): Promise<Reply> {
  const done: Done = { card: 'case', view: 'consent', refusedView: 'consent', banner: good('Vastgelegd.') };
  if (click.pressed.verb === 'gezag') return give(parts, click, { type: 'record-gezag', who: list(field(click, 'gezag')) }, done);
  return give(parts, click, {
    type: 'record-consent', recipients: list(field(click, 'recipients')), who: field(click, 'person'),
    status: field(click, 'status'), how: field(click, 'how'), on: field(click, 'on'),
  }, { ...done, typed: click.pressed.fields, kept: { recipients: field(click, 'recipients'), how: field(click, 'how'), on: field(click, 'on') } });
}

export async function onPlanMdo(parts: Parts, click: Click): Promise<Reply> {
  const purpose = freeText(parts, field(click, 'purpose'), inputLengths.purpose);
  const command: CaseCommand = {
    type: 'plan-mdo', mdo: `m-${parts.ids.next()}`, instead: field(click, 'instead'), purposeId: purpose.id ?? '', hasPurpose: purpose.id !== null,
    date: field(click, 'date'), time: field(click, 'time'), leervraag: field(click, 'leervraag'), leefvraag: field(click, 'leefvraag'),
    invitees: await inviteesOf(parts, [...list(field(click, 'invitees')), ...list(field(click, 'outside'))]),
    parents: field(click, 'parents') === TOGGLE_ON, jeugdige: field(click, 'jeugdige') === TOGGLE_ON, told: field(click, 'told') === TOGGLE_ON,
  };
  const typed = purpose.refusal?.id === 'bsn' || purpose.refusal?.id === 'danger' ? { ...click.pressed.fields, purpose: '' } : click.pressed.fields;
  const banner = good('De uitnodigingen gaan uit. Antwoorden verschijnen hier.');
  return give(parts, click, command, { card: 'case', view: 'mdo', refusedView: 'mdo-form', banner, typed }, purpose);
}

/** `person:<id>` of the register or `role:<id>` outside Teams; undefined for anything else. */
async function inviteesOf(parts: Parts, keys: readonly string[]): Promise<(ChosenInvitee | undefined)[]> {
  return Promise.all([...new Set(keys)].map(async (key) => {
    const [kind, id = ''] = key.split(':');
    if (kind === 'role') {
      const role = parts.route.roles.get(id);
      return role?.mdo ? { key, personId: null, role: role.id, organisation: '' } : undefined;
    }
    const person = kind === 'person' ? await parts.store.person(id) : undefined;
    const role = person?.registered ? parts.route.roles.get(person.role) : undefined;
    return person && role?.mdo ? { key, personId: person.id, role: role.id, organisation: person.organisation } : undefined;
  }));
}

/** An invitee answers, or the organiser records what somebody answered elsewhere. */
export async function onMdoAnswer(parts: Parts, click: Click): Promise<Reply> {
  const own = click.pressed.verb === 'mdo-answer';
  const answer = mdoAnswers.find((one) => one === field(click, 'answer'));
  if (!answer) return { kind: 'card', message: noticeFor(parts, click.person, refuse('unknown-button')) };
  const note = freeText(parts, answer === 'ander-moment' ? field(click, 'proposalNote') : '', inputLengths.proposalNote);
  return give(parts, click, {
    type: 'answer-mdo', mdo: field(click, 'mdo'), invitee: field(click, 'invitee'), answer, proposal: field(click, 'proposal'), noteId: note.id,
  }, {
    card: own ? 'invitation' : 'case', view: 'mdo', refusedView: 'mdo', banner: good(own ? 'Je antwoord is doorgegeven.' : 'Vastgelegd.'),
  }, note);
}

/** The stagnatiepunt claims a case in its channel, or says in personal chat how it ended. */
export async function onStagnation(parts: Parts, click: Click): Promise<Reply> {
  if (click.pressed.verb === 'claim') {
    // The card stands in the channel only; anywhere else this button was made up.
    if (click.place.kind !== 'stagnatiepunt') return { kind: 'card', message: noticeFor(parts, click.person, refuse('unknown-button')) };
    return give(parts, click, { type: 'claim' }, { card: 'stagnation', view: 'case', refusedView: 'case', banner: undefined });
  }
  const note = freeText(parts, field(click, 'endingNote'), inputLengths.endingNote);
  return give(parts, click, { type: 'close-stagnation', ending: field(click, 'ending'), noteId: note.id }, {
    card: 'stagnation-contact', view: 'case', refusedView: 'case', banner: undefined,
  }, note);
}
