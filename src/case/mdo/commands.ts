import type { Colleague } from '../people/commands.js';
import type { DayKind } from '../values.js';

/** An invitee as the app found it: a person of the register, or a role outside Teams. */
export interface ChosenInvitee {
  readonly key: string;
  readonly personId: string | null;
  readonly role: string;
  /** Empty for a role outside Teams. */
  readonly organisation: string;
}

/** A day (YYYY-MM-DD) and an hour (HH:MM), as somebody typed them. */
export interface Moment { readonly date: string; readonly time: string }

/** Who comes in an invitee's place. */
export interface Substitute {
  /** Undefined for one that is not, or no longer, in the register. */
  readonly chosen: ChosenInvitee | undefined;
  /** Of the invitee in whose place; empty for a role outside Teams. */
  readonly organisation: string;
  /** The substitute was told outside Routewijzer which child it is about. */
  readonly told: boolean;
}

export type MdoCommand =
  | {
      readonly type: 'plan-mdo'; readonly mdo: string;
      /** The plan that the form was drawn beside, '' for none: two people do not plan over each other. */
      readonly instead: string; readonly purposeId: string; readonly hasPurpose: boolean;
      readonly date: string; readonly time: string;
      /** A second and third moment: then nothing is fixed yet and the invitees say when they can. */
      readonly others: readonly Moment[];
      readonly leervraag: string; readonly leefvraag: string;
      /** Key of who is closest to the child, '' for nobody chosen. */
      readonly closest: string;
      /** Undefined for one that is no longer in the register. */
      readonly invitees: readonly (ChosenInvitee | undefined)[];
      readonly parents: boolean; readonly jeugdige: boolean; readonly told: boolean;
    }
  | {
      readonly type: 'answer-mdo'; readonly mdo: string; readonly invitee: string; readonly answer: string;
      /** Ids of the proposed moments that suit. */
      readonly options: readonly string[];
      readonly proposal: string; readonly noteId: string | null; readonly substitute: Substitute | null;
    }
  | { readonly type: 'fix-date'; readonly mdo: string; readonly option: string }
  | { readonly type: 'cancel-mdo'; readonly mdo: string; readonly reason: string }
  | {
      readonly type: 'record-attendance'; readonly mdo: string;
      /** Which of the proposed moments it became, where none was fixed before. */
      readonly option: string;
      readonly present: readonly string[]; readonly parents: boolean; readonly jeugdige: boolean;
      /** Those of `present` who are in the register, as they stand in it now. */
      readonly colleagues: readonly Colleague[];
    }
  | {
      readonly type: 'remind-mdo'; readonly mdo: string; readonly why: 'antwoord' | 'bijna' | 'geweest';
      /** Only those whose days these are: each side is reminded on its own days. Left out: everybody. */
      readonly days?: DayKind | undefined;
    };
