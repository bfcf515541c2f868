import type { caseEndings, ConsentStatus, guardians, hows, MdoAnswer, stagnationEndings, StuckKind, waitReasons, Who } from './events.js';

/** An invitee as the app found it: a person of the register, or a role outside Teams. */
export interface ChosenInvitee {
  readonly key: string;
  readonly personId: string | null;
  readonly role: string;
  /** Empty for a role outside Teams. */
  readonly organisation: string;
}

export type CaseCommand =
  | {
      readonly type: 'open'; readonly code: string; readonly region: string; readonly step: string; readonly ageBand: string;
      readonly answers: Readonly<Record<string, string>>;
    }
  | { readonly type: 'refer'; readonly person: string; readonly role: string; readonly organisation: string }
  /** `step`: the step that the card showed, so that two who press at the same time do not end two steps. */
  | { readonly type: 'step-done'; readonly step: string }
  | { readonly type: 'step-waits'; readonly waitFor: string; readonly until: string }
  | { readonly type: 'stuck'; readonly kind: string; readonly parentsKnow: boolean }
  | { readonly type: 'runs-again' }
  | { readonly type: 'claim' }
  | { readonly type: 'close-stagnation'; readonly ending: string; readonly noteId: string | null }
  | { readonly type: 'record-gezag'; readonly who: readonly string[] }
  | {
      readonly type: 'record-consent'; readonly recipients: readonly string[]; readonly who: string; readonly status: string;
      readonly how: string; readonly on: string;
    }
  | {
      readonly type: 'plan-mdo'; readonly mdo: string;
      /** The plan that the form was drawn beside, '' for none: two people do not plan over each other. */
      readonly instead: string; readonly purposeId: string; readonly hasPurpose: boolean;
      readonly date: string; readonly time: string; readonly leervraag: string; readonly leefvraag: string;
      /** Undefined for one that is no longer in the register. */
      readonly invitees: readonly (ChosenInvitee | undefined)[];
      readonly parents: boolean; readonly jeugdige: boolean; readonly told: boolean;
    }
  | { readonly type: 'answer-mdo'; readonly mdo: string; readonly invitee: string; readonly answer: MdoAnswer; readonly proposal: string; readonly noteId: string | null }
  | { readonly type: 'close'; readonly ending: string }
  /** The passing of time: carried back by a timer, harmless when late. */
  /** `holderOutOfReach`: there is no chat with the holder, so the owner of the case is asked instead. */
  | { readonly type: 'term-passed'; readonly holderOutOfReach?: boolean }
  | { readonly type: 'grace-passed' };

export type Guardian = (typeof guardians)[number];
export type WaitReason = (typeof waitReasons)[number];
export type How = (typeof hows)[number];
export type StagnationEnding = (typeof stagnationEndings)[number];
export type CaseEnding = (typeof caseEndings)[number];
export type { ConsentStatus, MdoAnswer, StuckKind, Who };

/** The member of a closed list, or undefined for anything else that a card brought in. */
export function oneOf<T extends string>(list: readonly T[], text: string): T | undefined {
  return list.find((item) => item === text);
}
