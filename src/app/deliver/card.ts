import { isForm } from '../cards-of-case.js';
import { isOld, markOld } from '../old-cards.js';
import type { Parts } from '../parts.js';
import type { Conversation, Instant, Rendered, SendResult } from '../ports.js';
import { forgetStray } from '../record/forgetting.js';
import type { SentCard, Settlement } from '../store-port.js';
import { later } from './backoff.js';
import { drawn, type CardRow } from './drawn.js';
import { keepUnrecorded, recordLate } from './unrecorded.js';

/** Brings one card up to date, or posts it for the first time. */
export async function deliverCard(parts: Parts, row: CardRow, moment: () => Instant): Promise<Settlement> {
  if (isOld(row.card)) return markOld(parts, row, (reason) => later(parts, row, moment(), { reason }));
  if (await recordLate(parts.store, row)) return { kind: 'done' };
  const sent = await parts.store.sentCard(row.stream, row.card, row.place);
  if (!sent && row.mode === 'update') return { kind: 'done' };
  // Somebody may be filling it in; what it brings back is judged against the case as it then stands.
  // Tried again: an update may have been drawn over the form, so the form is drawn again.
  if (sent && isForm(sent.view) && row.attempts <= 1) return { kind: 'done' };
  const card = await drawn(parts, row, sent);
  if (!card) {
    if (sent) await forgetStray(parts, row, sent.activityId);
    return { kind: 'done' };
  }
  const conversation = await parts.store.conversation(row.place);
  if (!conversation) return { kind: 'waiting' };
  const { result, posted, stands } = await send(parts, row, conversation, sent, card.message);
  if (!result) return { kind: 'done' };
  if (result.kind !== 'sent') return failed(parts, row, moment(), result, posted);
  const shows: SentCard = {
    activityId: posted ? result.activityId : sent?.activityId ?? '', view: sent?.view ?? (row.card === 'visit' ? 'visit' : 'case'), version: card.version,
    ...(sent?.banner !== undefined && sent.version === card.version ? { banner: sent.banner } : {}),
  };
  try {
    return await record(parts, row, stands, shows, moment());
  } catch (error) {
    // It stands there: it must not be posted again because the store could not write that down just now.
    if (posted) keepUnrecorded(parts.store, row, shows);
    throw error;
  }
}

interface Sending {
  /** Undefined: the message is gone, and there is nothing new to tell. */
  readonly result: SendResult | undefined;
  /** A new message, which would stand there twice if it were sent again. */
  readonly posted: boolean;
  /** What the store holds of it by now. */
  readonly stands: SentCard | undefined;
}

/** Changes the message that stands there, or posts one. A message that its reader deleted is posted anew when there is news. */
async function send(parts: Parts, row: CardRow, to: Conversation, sent: SentCard | undefined, message: Rendered): Promise<Sending> {
  let stands = sent;
  if (sent && sent.activityId !== '') {
    const result = await parts.outgoing.update(to, sent.activityId, message);
    if (result.kind !== 'permanent' || !result.messageGone) return { result, posted: false, stands };
    await parts.store.forgetSentCard(row.stream, row.card, row.place);
    stands = undefined;
    if (row.mode === 'update') return { result: undefined, posted: false, stands };
  } else if (row.abandoned) {
    // Who held it before may have sent it, and died before that was written down.
    await parts.store.countPossibleRepeat();
  }
  return { result: await parts.outgoing.post(to, message), posted: true, stands };
}

/** Writes down what stands there now. */
async function record(parts: Parts, row: CardRow, stands: SentCard | undefined, shows: SentCard, now: Instant): Promise<Settlement> {
  // Forgotten while it was on its way.
  if (await forgetStray(parts, row, shows.activityId)) return { kind: 'done' };
  // Somebody clicked while this was on its way, or a fresh message was asked for: that stands, and is drawn again.
  const recorded = await parts.store.recordSent(row.stream, row.card, row.place, stands, shows);
  return recorded ? { kind: 'done' } : { kind: 'retry', at: now, reason: 'the card changed while it was sent' };
}

async function failed(parts: Parts, row: CardRow, now: Instant, result: Exclude<SendResult, { kind: 'sent' }>, posted: boolean): Promise<Settlement> {
  if (result.kind === 'permanent') {
    // A card that nobody can take is for the operator to look at; a bot that was removed is daily life.
    parts.log(result.ourFault ? 'error' : 'warn', 'not-delivered', { row: row.id, card: row.card, reason: result.reason });
    return { kind: 'dead', reason: result.reason, at: now };
  }
  const settlement = later(parts, row, now, result);
  if (posted && result.uncertain && settlement.kind === 'retry') await parts.store.countPossibleRepeat();
  return settlement;
}
