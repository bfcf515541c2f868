export type ContactCommand = {
  readonly type: 'note-contact'; readonly note: string;
  /** The day of the talk, YYYY-MM-DD. */
  readonly on: string;
  /** Keys of those who were there: people of the family, participants, and roles that take no part in Teams. */
  readonly with: readonly string[];
  /** Null where nothing was typed. */
  readonly discussedId: string | null; readonly agreedId: string | null;
};
