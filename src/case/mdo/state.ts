import type { MdoAnswer } from '../values.js';
import type { Invitee, MdoOption } from './events.js';

export interface Mdo {
  readonly id: string;
  readonly organiser: string;
  readonly purposeId: string;
  /** '' while moments are proposed and none is fixed. */
  readonly date: string;
  readonly time: string;
  readonly options: readonly MdoOption[];
  readonly leervraag: string;
  readonly leefvraag: string;
  readonly regie: string;
  readonly closest: string | null;
  readonly sender: string;
  readonly parents: boolean;
  readonly jeugdige: boolean;
  readonly invitees: readonly MdoInvitee[];
  readonly plannedAt: string;
  readonly cancelled: { readonly reason: string; readonly at: string } | null;
  readonly held: { readonly present: readonly string[]; readonly parents: boolean; readonly jeugdige: boolean; readonly at: string } | null;
}

export interface MdoInvitee extends Invitee {
  readonly answer: MdoReply | null;
  /** Key of the invitee in whose place this one comes, or null. */
  readonly sentBy: string | null;
}

export interface MdoReply {
  readonly answer: MdoAnswer;
  /** Ids of the proposed moments that suit. */
  readonly options: readonly string[];
  readonly proposal: string | null;
  readonly noteId: string | null;
  readonly by: string | null;
}
