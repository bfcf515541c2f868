export type ConsentCommand =
  /** `seen`: as with an answer, so that two people do not write over each other. */
  | { readonly type: 'record-gezag'; readonly who: readonly string[]; readonly reason?: string; readonly seen?: number }
  | {
      readonly type: 'record-consent'; readonly recipients: readonly string[]; readonly who: string; readonly status: string;
      readonly how: string; readonly on: string;
      /** For what; '' or missing is to involve somebody. */
      readonly purpose?: string;
      /** The last day on which it counts; '' or missing is none. */
      readonly until?: string;
      /** Number of the last event on the card that was used; missing: the card is as new as can be. */
      readonly seen?: number;
    }
  /** `month`: as typed, or '' when nobody knows. */
  | { readonly type: 'set-border-month'; readonly month: string }
  /** The age band was chosen wrongly, or moved on by a wrong month. `month`: that of the next border, as typed, or ''. */
  | { readonly type: 'correct-age'; readonly ageBand: string; readonly month: string }
  | {
      readonly type: 'note-danger'; readonly danger: string; readonly reason: string;
      /** Null when nothing was written. */
      readonly noteId: string | null;
      readonly parentsNotYet: boolean;
      /** People who need to know, by id. */
      readonly knows: readonly string[];
    }
  | { readonly type: 'end-danger'; readonly danger: string }
  /** `results`: what was found, by register; those that were not looked at are left out. */
  | { readonly type: 'note-registration'; readonly results: Readonly<Record<string, string>>; readonly informed: boolean }
  /** The passing of time: carried back by timers, harmless when late. */
  | { readonly type: 'border-passed' }
  | { readonly type: 'consent-expired' };
