import type { Instant } from '../ports.js';

/** What the keepers of the content should hear: never who said it, and of the moment only the day. */
export interface Remark {
  /** YYYY-MM-DD in the Netherlands. */
  readonly day: string;
  /** A question without an answer, an answer that was judged, or feedback. */
  readonly kind: 'unanswered' | 'wrong' | 'right' | 'feedback';
  /** Which article was judged; '' for none. */
  readonly article: string;
  /** The question or the feedback, without what identifies somebody. */
  readonly text: string;
}

export interface RemarkStore {
  /** Keeps a remark, the same one once a day, and sets the timer `forget-remarks` (stream `remarks`, key: its day) at `goesAt`. */
  saveRemark(remark: Remark, goesAt: Instant): Promise<void>;
  /** All remarks, the newest first. */
  remarks(): Promise<readonly Remark[]>;
  /** Removes the remarks of the days before this one (YYYY-MM-DD). */
  forgetRemarks(before: string): Promise<void>;
}
