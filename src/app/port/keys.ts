/** The data keys that were wrapped by one key of the environment. */
export interface KeysSeen {
  /** Its fingerprint. */
  readonly wrappedBy: string;
  /** Which of the keys that were given that is. */
  readonly use: 'key' | 'old' | 'unknown';
  /** How many there are, and how many of them do not open. */
  readonly keys: number;
  readonly broken: number;
}

export interface Rewrapped {
  /** How many were wrapped anew. */
  readonly keys: number;
  /** The last stream that was looked at; undefined when there is none left. */
  readonly last: string | undefined;
}

/** The keys with which texts are sealed: one for each stream, wrapped by the key of the environment. */
export interface KeyStore {
  /** Counts them, and tries each. */
  keysSeen(): Promise<readonly KeysSeen[]>;
  /** Wraps up to `limit` keys anew that were wrapped by the old key, of the streams after this one ('' for all). */
  rewrapKeys(after: string, limit: number): Promise<Rewrapped>;
}
