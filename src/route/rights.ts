/** Everything that can be asked of a case, by people or by the passing of time. `src/case` fails to compile when it knows another command. */
export const caseActions = [
  'open', 'step-done', 'step-waits', 'close', 'reopen', 'term-passed',
  'record-gezag', 'record-consent', 'set-border-month', 'correct-age', 'note-danger', 'end-danger', 'note-registration', 'border-passed', 'consent-expired',
  'note-contact',
  'refer', 'invite-person', 'add-outsider', 'remove-outsider', 'leave', 'withdraw-handover', 'set-holder', 'offer-handover', 'accept-handover', 'decline-handover',
  'replace-person', 'take-left-behind', 'form-duo', 'end-duo', 'set-reference',
  'plan-mdo', 'answer-mdo', 'fix-date', 'cancel-mdo', 'record-attendance', 'remind-mdo',
  'set-levels', 'set-goals', 'add-action', 'remove-actions', 'set-responsible', 'set-regie', 'adopt-plan', 'action-done', 'record-evaluation', 'evaluation-due',
  'strike-entry', 'replace-note', 'merge', 'merge-rest', 'merge-end',
  'stuck', 'runs-again', 'claim', 'release-claim', 'nudge', 'propose-mdo', 'parents-told', 'close-stagnation', 'hand-on', 'mark-risk', 'progress-offer', 'end-risk',
  'grace-passed', 'unclaimed', 'unclaimed-second',
] as const;
export type CaseAction = (typeof caseActions)[number];

/** What people do outside a case. */
export const besideActions = [
  /** The questions of the route, and their advice. */
  'visit',
  'own-data', 'feedback', 'print', 'overview', 'risk-list',
  /** Tells that this channel is that of the stagnatiepunt. */
  'link-channel',
  /** What could not be delivered, to send again or to drop. */
  'undelivered',
] as const;
export type BesideAction = (typeof besideActions)[number];
/** What nobody can be kept from: a sign of danger leads everybody to help, and what is kept of you is yours to see. */
export const forEverybody: readonly BesideAction[] = ['visit', 'own-data', 'feedback'];
export type Action = CaseAction | BesideAction;

/** Who may do what: `dialogs/rechten.yaml`, compiled. Always that of today, and no part of the route's hash. */
export interface Rights {
  /** Commands that only the passing of time gives. */
  readonly time: ReadonlySet<string>;
  /** The role ids by action; an action of time has none. */
  readonly roles: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Where the file could not be read: nobody may do anything. Such a route never starts. */
export const NO_RIGHTS: Rights = { time: new Set(), roles: new Map() };

/** May somebody with this role do this at all? Who may do it in which case, and when, is the business of `src/case`. */
export function mayDo({ rights }: { readonly rights: Rights }, role: string, action: Action): boolean {
  return rights.roles.get(action)?.has(role) === true;
}

/** Is this done by the passing of time, and by nobody? */
export function byTimeOnly({ rights }: { readonly rights: Rights }, action: CaseAction): boolean {
  return rights.time.has(action);
}
