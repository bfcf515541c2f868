/** The page's side of `/desk/api`. A refusal or a broken line becomes a Dutch sentence, never an exception. */

export interface Person {
  readonly aadObjectId: string;
  readonly name: string;
  readonly roleLabel: string;
  readonly organisation: string;
  readonly unread: number;
}
export interface Place {
  readonly id: string;
  readonly kind: 'personal' | 'channel';
  readonly name: string;
  readonly unread: number;
}
export interface State {
  readonly person?: string;
  readonly people: readonly Person[];
  readonly team: string;
  readonly places: readonly Place[];
}
export interface Message {
  readonly id: string;
  readonly conversation: string;
  readonly author: string;
  readonly text: string;
  readonly cards: readonly Record<string, unknown>[];
  readonly at: string;
  readonly revision: number;
}
export type LiveEvent =
  | { readonly kind: 'message'; readonly message: Message }
  | { readonly kind: 'removed'; readonly conversation: string; readonly id: string }
  | { readonly kind: 'typing'; readonly conversation: string };

/** What a dialog (task module) holds from now on: a card, its last word, or nothing more. */
export type DialogAnswer =
  | { readonly kind: 'card'; readonly title: string; readonly height: 'small' | 'medium' | 'large'; readonly card: Record<string, unknown> }
  | { readonly kind: 'message'; readonly text: string }
  | { readonly kind: 'closed' };

/** What an answer may hold; `error` is Dutch and ready to show. `reached` is false when nothing arrived. */
export interface Answer {
  readonly reached: boolean;
  readonly error?: string;
  readonly text?: string;
  readonly message?: Message;
  /** Takes the place of the clicked card, for whoever clicked and as long as this page stands. */
  readonly card?: Record<string, unknown>;
  readonly dialog?: DialogAnswer;
}

const NO_LINE = 'De demonstratie is niet bereikbaar. Wat je invulde staat er nog. Probeer het zo nog een keer.';
const NOT_DONE = 'Dit ging niet goed. Wat je invulde staat er nog. Probeer het zo nog een keer.';

export async function get<T>(path: string): Promise<T | undefined> {
  try {
    const response = await fetch(path);
    return response.ok ? ((await response.json()) as T) : undefined;
  } catch {
    return undefined;
  }
}

export async function post(path: string, body: unknown): Promise<Answer> {
  try {
    const response = await fetch(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
    const answer = (await response.json().catch(() => ({}))) as Partial<Answer>;
    if (response.ok) return { ...answer, reached: true };
    return { ...answer, reached: true, error: typeof answer.error === 'string' ? answer.error : NOT_DONE };
  } catch {
    return { reached: false, error: NO_LINE };
  }
}
