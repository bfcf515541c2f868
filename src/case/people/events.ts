import { z } from 'zod';
import { event, handoverReasons, id, joins, key } from '../values.js';

/** `sender`: the side that shares with this participant and whose gate counts; null within the organisation of who brought them in. */
const sender = z.string().nullable().default(null);

export const peopleEvents = [
  event('PersonJoined', { person: id, role: id, organisation: z.string(), sender, how: z.enum(joins).default('verwezen') }),
  /** Somebody takes part who is not in Teams: what they say is recorded by the one who brought them in. */
  event('OutsiderJoined', { key, role: id, nameId: z.string().nullable(), sender: z.string().nullable() }),
  event('PersonLeft', { key }),
  /** Who is "aan zet" in the step that runs. */
  event('HolderSet', { holder: id, holderRole: id }),
  /** "Plek": everything that this person holds in the case, so that they leave; "stap": only the turn. */
  event('HandoverOffered', { handover: id, what: z.enum(['plek', 'stap']), from: id, to: id, toRole: id, toOrganisation: z.string(), sender, reason: z.enum(handoverReasons) }),
  event('HandoverAccepted', { handover: id }),
  event('HandoverEnded', { handover: id, how: z.enum(['afgewezen', 'ingetrokken']) }),
  /** Somebody who can not hand over any more (left, ill) is replaced by a colleague. */
  event('PersonReplaced', { from: id, to: id, toRole: id, toOrganisation: z.string(), sender, reason: z.enum(handoverReasons) }),
  /** Two who share one place, such as duo-leerkrachten: both are asked, either may answer. */
  event('DuoFormed', { one: id, other: id }),
  event('DuoEnded', { one: id, other: id }),
  /** An organisation's own mark for the case (`eigen kenmerk`): a text, seen by that organisation alone. */
  event('ReferenceSet', { organisation: z.string(), referenceId: z.string().nullable() }),
] as const;
