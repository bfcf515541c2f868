export type StepCommand =
  | {
      readonly type: 'open'; readonly code: string; readonly region: string; readonly step: string; readonly ageBand: string;
      /** Month (YYYY-MM) of the next age border, or ''. */
      readonly borderMonth: string;
      readonly answers: Readonly<Record<string, string>>;
    }
  /** `step`: the step that the card showed, so that two who press at the same time do not end two steps. */
  | { readonly type: 'step-done'; readonly step: string }
  | { readonly type: 'step-waits'; readonly waitFor: string; readonly until: string }
  /** `reasonId`: the text of why, if one was written. */
  | { readonly type: 'close'; readonly ending: string; readonly reasonId?: string | null }
  | { readonly type: 'reopen'; readonly reasonId: string }
  /** The passing of time: carried back by a timer, harmless when late. `holderOutOfReach`: there is no chat with the holder, so the owner is asked instead. */
  | { readonly type: 'term-passed'; readonly holderOutOfReach?: boolean };
