import { inputLengths } from '../../cards/inputs.js';
import { refuse } from '../../case/refusals.js';
import { actorOf, field, inPlace, type Click } from '../click.js';
import { cardOfCase } from '../cards-of-case.js';
import { freeText, give, good, type Done } from '../give.js';
import type { Reply } from '../input.js';
import { noticeFor } from '../notices.js';
import type { Verbs } from '../verbs.js';
import type { Parts } from '../parts.js';
import { loadCase, runCase } from '../run-case.js';
import { takesPart } from '../case/takes-part.js';
import { claimerLeft } from './claimer-left.js';
import { regievoerdersOf } from './regievoerders.js';
import { offerRecorded, onRiskList, onRiskOpen } from './risk-list.js';

/** The stagnatiepunt claims a case in its channel. */
async function onClaim(parts: Parts, click: Click): Promise<Reply> {
  // The card stands in the channel only; anywhere else this button was made up.
  if (click.place.kind !== 'stagnatiepunt') return { kind: 'card', message: noticeFor(parts, click.person, refuse('unknown-button')) };
  const loaded = await loadCase(parts, click.pressed.ref);
  const claimerGone = loaded !== undefined && await claimerLeft(parts, loaded.state);
  return give(parts, click, { type: 'claim', claimerGone }, { card: 'stagnation', view: 'case', refusedView: 'case', banner: undefined });
}

const onContact = (text: string): Done => ({ card: 'stagnation-contact', view: 'case', refusedView: 'case', banner: good(text) });

/** What the claimer does from the card in personal chat. */
async function onClaimer(parts: Parts, click: Click): Promise<Reply> {
  switch (click.pressed.verb) {
    case 'nudge': return give(parts, click, { type: 'nudge', person: field(click, 'person') }, onContact('Je vraag is verstuurd. Iedereen die meedoet, ziet dat je het vroeg.'));
    case 'propose-mdo': return give(parts, click, { type: 'propose-mdo' }, onContact('Je voorstel is verstuurd. De deelnemers kiezen zelf.'));
    case 'claim-release': return give(parts, click, { type: 'release-claim' }, onContact('Teruggegeven. De casus staat weer open in het kanaal van het stagnatiepunt.'));
    default: return showClaimer(parts, click);
  }
}

/** Back from the form to the claimer's card. */
async function showClaimer(parts: Parts, click: Click): Promise<Reply> {
  const loaded = await loadCase(parts, click.pressed.ref);
  const message = loaded && await cardOfCase(parts, loaded, click.person, { card: 'stagnation-contact', view: 'case', banner: undefined });
  if (!loaded || !message) return { kind: 'card', message: noticeFor(parts, click.person, refuse('stale-card')) };
  return inPlace(parts, click, { stream: loaded.stream, card: 'stagnation-contact', view: 'case', version: loaded.version }, message);
}

/** How it ended; or on to the regievoerder zorg of the school's board, whom the register names. */
async function onEnd(parts: Parts, click: Click): Promise<Reply> {
  const note = freeText(parts, field(click, 'endingNote'), inputLengths.endingNote);
  const unfit = note.refusal?.id === 'bsn' || note.refusal?.id === 'danger';
  const done: Done = {
    ...onContact('Vastgelegd.'), refusedCard: 'case', refusedView: 'stagnation-close',
    typed: unfit ? { ...click.pressed.fields, endingNote: '' } : click.pressed.fields,
  };
  if (field(click, 'ending') !== 'naar-regievoerder') return give(parts, click, { type: 'close-stagnation', ending: field(click, 'ending'), noteId: note.id }, done, note);
  const loaded = await loadCase(parts, click.pressed.ref);
  const found = (loaded ? await regievoerdersOf(parts, loaded.state) : []).map(({ id, role, organisation }) => ({ person: id, role, organisation }));
  return give(parts, click, { type: 'hand-on', found, to: field(click, 'to'), noteId: note.id }, done, note);
}

/** "The parents know": from the case's card by a participant, from the own card by the claimer. */
async function onTold(parts: Parts, click: Click): Promise<Reply> {
  const from = field(click, 'from') === 'case';
  return give(parts, click, { type: 'parents-told' }, { card: from ? 'case' : 'stagnation-contact', view: 'case', refusedView: 'case', banner: good('Vastgelegd.') });
}

/** A pupil at risk: by the school on the case's card, by the regievoerder zorg on the list of the own schoolbestuur. */
async function onRisk(parts: Parts, click: Click): Promise<Reply> {
  const command = click.pressed.verb === 'risk-mark' ? { type: 'mark-risk', risk: field(click, 'risk') } as const
    : click.pressed.verb === 'risk-end' ? { type: 'end-risk' } as const : { type: 'progress-offer', stage: field(click, 'stage') } as const;
  const loaded = await loadCase(parts, click.pressed.ref);
  if (!loaded || takesPart(loaded, click.person) || command.type === 'mark-risk') {
    return give(parts, click, command, { card: 'case', view: 'case', refusedView: 'risk', banner: good('Vastgelegd.'), typed: click.pressed.fields });
  }
  const { refusal } = await runCase(parts, { stream: loaded.stream, command, commandId: click.commandId, actor: actorOf(click.person) });
  return offerRecorded(parts, click, loaded.state.code, refusal);
}

export const stagnationVerbs: Verbs = {
  claim: onClaim, claimer: onClaimer, nudge: onClaimer, 'propose-mdo': onClaimer, 'claim-release': onClaimer, 'parents-told': onTold,
  'stagnation-close': onEnd, 'risk-mark': onRisk, 'risk-offer': onRisk, 'risk-end': onRisk, 'risk-list': onRiskList, 'risk-open': onRiskOpen,
};
