import { z } from 'zod';
import { event, id, instant, offerStages, ownEndings, risks, stagnationEndings, stuckKinds } from '../values.js';

export const stagnationEvents = [
  event('CaseStuck', { kind: z.enum(stuckKinds), parentsKnow: z.boolean() }),
  /**
   * To the stagnatiepunt channel. `silence`: nobody recorded anything within the grace. `againAt`: when the channel is told again
   * while nobody claimed it, by the werkafspraak of that moment; null where none is agreed (N-17).
   */
  event('Escalated', { reason: z.enum(['silence', 'stuck']), againAt: instant.nullable().default(null) }),
  /** Nobody claimed it within the region's werkafspraak: again in the channel. `secondAt`: when the second person is asked. */
  event('StagnationRepeated', { secondAt: instant.nullable().default(null) }),
  /** Still nobody: a message to the second person that the region names. */
  event('SecondAsked', { person: id }),
  event('StagnationClaimed', {}),
  /** Given back: the channel is told, and its time begins anew. */
  event('StagnationReleased', { againAt: instant.nullable().default(null) }),
  event('StagnationParentsTold', {}),
  /** A polite question to one participant to record how it stands. */
  event('RoleNudged', { person: id }),
  /** The stagnatiepunt proposes an MDO; whoever takes part decides. */
  event('MdoProposed', {}),
  event('StagnationClosed', { ending: z.enum([...stagnationEndings, ...ownEndings]), noteId: z.string().nullable(), to: z.string().nullable().default(null) }),
  /** A pupil at risk, on the list of the regievoerder of the own schoolbestuur. `school`: the organisation. */
  event('RiskMarked', { risk: z.enum(risks), school: z.string() }),
  event('OfferProgressed', { stage: z.enum(offerStages) }),
  event('RiskEnded', {}),
] as const;
