import type { Colleague } from '../people/commands.js';

export type StagnationCommand =
  | { readonly type: 'stuck'; readonly kind: string; readonly parentsKnow: boolean }
  | { readonly type: 'runs-again' }
  /** `claimerGone`: who picked it up is not of the stagnatiepunt any more, as the register knows them now. */
  | { readonly type: 'claim'; readonly claimerGone?: boolean }
  | { readonly type: 'release-claim' }
  | { readonly type: 'nudge'; readonly person: string }
  | { readonly type: 'propose-mdo' }
  | { readonly type: 'parents-told' }
  | { readonly type: 'close-stagnation'; readonly ending: string; readonly noteId: string | null }
  /** `found`: the regievoerders of the case's schoolbestuur in the register, by the app; `to`: the one that was chosen, or ''. */
  | { readonly type: 'hand-on'; readonly found: readonly Colleague[]; readonly to: string; readonly noteId: string | null }
  | { readonly type: 'mark-risk'; readonly risk: string }
  | { readonly type: 'progress-offer'; readonly stage: string }
  | { readonly type: 'end-risk' }
  /** The passing of time: each is harmless when late. `second`: the person whom the region names, where the register knows them. */
  | { readonly type: 'grace-passed' }
  | { readonly type: 'unclaimed' }
  | { readonly type: 'unclaimed-second'; readonly second: string | null };
