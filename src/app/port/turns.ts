import type { Instant } from '../ports.js';

/** `busy`: the same message is being answered by somebody. `answered`: it was, and nothing is to be done. */
export type TurnBegun = 'mine' | 'busy' | 'answered';

/** Messages that the channel delivers once more are answered once. Clicks need none of this: a command has an id. */
export interface TurnStore {
  /** Takes a message to answer; one that was taken and not answered `until` then can be taken again. */
  beginTurn(id: string, now: Instant, until: Instant): Promise<TurnBegun>;
  /** It was answered; remembered until this moment. */
  endTurn(id: string, until: Instant): Promise<void>;
  /** It failed: whoever gets it again may try. */
  dropTurn(id: string): Promise<void>;
  /** Removes what need not be remembered any more. */
  forgetTurns(before: Instant): Promise<void>;
}
