/** Somebody of the register as the app found them; a card names only an id. */
export interface Colleague {
  readonly person: string;
  readonly role: string;
  readonly organisation: string;
}

/**
 * `told`: the giver told the newcomer outside Routewijzer which child it is about. A colleague is undefined when the
 * register does not know that person any more.
 */
export type PeopleCommand =
  | { readonly type: 'refer'; readonly person: string; readonly role: string; readonly organisation: string }
  | { readonly type: 'invite-person'; readonly who: Colleague | undefined; readonly told: boolean; readonly duo: boolean }
  | { readonly type: 'add-outsider'; readonly key: string; readonly role: string; readonly nameId: string | null; readonly told: boolean }
  | { readonly type: 'remove-outsider'; readonly key: string }
  | { readonly type: 'leave' }
  | { readonly type: 'set-holder'; readonly person: string }
  | { readonly type: 'offer-handover'; readonly handover: string; readonly what: string; readonly to: Colleague | undefined; readonly reason: string; readonly told: boolean }
  | { readonly type: 'accept-handover'; readonly handover: string }
  | { readonly type: 'decline-handover'; readonly handover: string }
  | { readonly type: 'withdraw-handover'; readonly handover: string }
  /** `gone`: `from` is no longer in the register, or works elsewhere now. */
  | { readonly type: 'replace-person'; readonly from: string; readonly to: Colleague | undefined; readonly reason: string; readonly told: boolean; readonly gone: boolean }
  | { readonly type: 'form-duo'; readonly one: string; readonly other: string }
  | { readonly type: 'end-duo'; readonly one: string; readonly other: string }
  /** Null removes it; `wellFormed`: the text is short, one word, and neither a day nor a BSN. */
  /** `gone`: those who take part and are no longer in the register, by the app. */
  | { readonly type: 'take-left-behind'; readonly gone: readonly string[] }
  | { readonly type: 'set-reference'; readonly referenceId: string | null; readonly wellFormed: boolean };
