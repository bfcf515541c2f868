import type { StuckKind } from '../values.js';

export interface Stagnation {
  readonly since: string;
  readonly reason: 'silence' | 'stuck';
  /** Null when nobody said what it is stuck on. */
  readonly kind: StuckKind | null;
  /** Who said so; null for silence. */
  readonly raisedBy: string | null;
  readonly parentsKnow: boolean;
  /** It was the jongere, of 16 or older, who was told; what the parents know does not count from then on (TOE-10). */
  readonly toldSelf: boolean;
  /** False for a missing place alone: that road leads to the regievoerder, not to the stagnatiepunt (N-03). */
  readonly atStagnatiepunt: boolean;
  readonly claimedBy: string | null;
  readonly claimedAt: string | null;
  /** When the channel is told again and when the second person is asked, while nobody has claimed it; null when nothing is agreed or it was done. */
  readonly againAt: string | null;
  readonly secondAt: string | null;
  /** How often the channel was told again, and who was asked as the second person. */
  readonly repeated: number;
  readonly secondAsked: string | null;
  readonly nudges: readonly { readonly person: string; readonly at: string; readonly by: string }[];
  readonly mdoProposedAt: string | null;
}

export interface EndedStagnation extends Stagnation {
  readonly ending: string;
  readonly endedAt: string;
  readonly noteId: string | null;
  /** The regievoerder to whom it was handed on. */
  readonly to: string | null;
}

/** A pupil at risk, on the list of the regievoerder of the school's board (ROL-REG-03). */
export interface Risk {
  readonly risk: string;
  readonly school: string;
  readonly since: string;
  readonly stage: string;
  readonly stageSince: string;
}
