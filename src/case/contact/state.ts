/** A talk, in three parts (REG-03). The texts are read by the organisation of the one who noted it, on the same side: see `readsNote`. */
export interface ContactNote {
  readonly id: string;
  readonly organisation: string;
  /** Consent party of the one who noted it, '' where it is not known. */
  readonly side: string;
  readonly on: string;
  /** People of the family (`moeder` …), `person:` and `out:` for participants, `role:` for a role that takes no part. */
  readonly with: readonly string[];
  readonly discussedId: string;
  readonly agreedId: string;
  readonly by: string;
}
