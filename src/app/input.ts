import type { Conversation, Rendered } from './ports.js';

/** Who is speaking, from the channel, never from a card. */
export interface Speaker {
  readonly aadObjectId: string;
  readonly name: string;
  readonly tenantId: string | undefined;
}

/** Where it was said. */
export type Scene =
  | { readonly kind: 'personal'; readonly conversation: Conversation }
  | {
      readonly kind: 'channel';
      /** Root of the channel (without a thread's message id). */
      readonly conversation: Conversation;
      readonly channelName: string | undefined;
    };

/** One activity, parsed. Anything else is `unsupported` and gets a friendly sentence or nothing. */
export type Input =
  | { readonly kind: 'text'; readonly text: string; readonly speaker: Speaker; readonly scene: Scene; readonly activityId: string | undefined }
  | {
      readonly kind: 'click';
      /** `data` of the button merged with what the person typed, not yet parsed. */
      readonly data: unknown;
      readonly verb: string;
      readonly speaker: Speaker;
      readonly scene: Scene;
      /** The card that was clicked (`replyToId`). */
      readonly cardActivityId: string | undefined;
      /** True for Teams' automatic refresh: answer only, change nothing. */
      readonly automatic: boolean;
      /** `open`: a button that opens a dialog was pressed; `submit`: a form in a dialog was sent. */
      readonly dialog: 'none' | 'open' | 'submit';
    }
  /** The bot was installed, or somebody joined: where to reach this person or channel from now on. */
  | { readonly kind: 'arrived'; readonly scene: Scene; readonly speaker: Speaker | undefined }
  | { readonly kind: 'unsupported'; readonly what: string };

/**
 * What to answer in this turn. For a click a card becomes the invoke response that replaces the clicked card;
 * for a text it is sent as a message and `sent` is called with the activity id that Teams gave it.
 */
export type Reply = Answer & { readonly turn?: AnsweredTurn };

/** To be told what became of the answer to a typed message, so that a message that is delivered again is answered once. */
export interface AnsweredTurn {
  answered(): Promise<void>;
  /** It could not be sent. */
  failed(): Promise<void>;
}

type Answer =
  | { readonly kind: 'card'; readonly message: Rendered; readonly sent?: (activityId: string) => Promise<void>;
      /** In a dialog: `true` is a form, `false` ends it with `said` as its last word, absent is something to read in it. */
      readonly form?: boolean; readonly said?: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'none' };

/** The app as `teams/` sees it. Never throws for anything that a person typed or clicked; what it throws is `NothingRecorded` where that is sure. */
export interface Handler {
  handle(input: Input): Promise<Reply>;
}
