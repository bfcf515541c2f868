import type { Facts } from '../../knowledge/understand.js';
import { asMessage } from '../click.js';
import { startVisit } from '../clicks-visit.js';
import type { Reply } from '../input.js';
import type { Parts } from '../parts.js';
import type { Person, Rendered } from '../ports.js';
import type { Banner } from '../present/words.js';
import type { LoadedVisit } from '../run-visit.js';

/** A visit begins with a text: its card is a new message. A text that is delivered twice begins one visit. */
export async function begin(
  parts: Parts, person: Person,
  from: { readonly tree: string; readonly answers?: Facts; readonly commandId: string | undefined }, banner?: Banner,
): Promise<Reply> {
  const { commandId, ...rest } = from;
  const { loaded, message } = await startVisit(parts, person, commandId === undefined ? rest : { ...rest, commandId }, banner);
  return loaded ? visitReply(parts, person, loaded, message, banner) : { kind: 'card', message };
}

/** The card of a visit as a new message. */
export function visitReply(parts: Parts, person: Person, { stream, version }: LoadedVisit, message: Rendered, banner?: Banner): Reply {
  return asMessage(parts, person, message, { stream, card: 'visit', view: 'visit', version, banner });
}
