import type { HandoverReason } from '../values.js';

export interface Participant {
  readonly person: string;
  readonly role: string;
  readonly organisation: string;
  readonly since: string;
  /** The side that shares with this participant, whose gate counts; null: within the organisation of who brought them in. */
  readonly sender: string | null;
}

/** Somebody who takes part and is not in Teams. */
export interface Outsider {
  /** `out:<id>` */
  readonly key: string;
  readonly role: string;
  readonly nameId: string | null;
  readonly sender: string | null;
  /** Who brought them in, and records what they say. */
  readonly by: string;
}

export interface Handover {
  readonly id: string;
  readonly what: 'plek' | 'stap';
  readonly from: string;
  readonly to: string;
  readonly toRole: string;
  readonly toOrganisation: string;
  readonly sender: string | null;
  readonly reason: HandoverReason;
  readonly at: string;
}
