import { z } from 'zod';
import { day, evaluationOutcomes, event, id, key, levels, sides } from '../values.js';

export const planEvents = [
  /** What triage found: is there a leervraag, a leefvraag, and how complex (S2-11, C-04). */
  event('LevelsSet', { leervraag: z.enum(levels), leefvraag: z.enum(levels) }),
  /** The draft of the plan, part by part (REG-09): goals, actions, responsibilities, regie. */
  event('GoalsSet', { side: z.enum(sides), goals: z.array(z.object({ id, textId: id })) }),
  event('ActionAdded', { action: id, textId: id, role: id, by: key.nullable(), on: day }),
  event('ActionRemoved', { action: id }),
  /** Who answers for the onderwijsdoelen and who for the zorgdoelen (S3-03, S3-04, N-04); null where there are no such goals. */
  event('ResponsibilitySet', { onderwijs: key.nullable(), zorg: key.nullable() }),
  /** Regie by name, and the contactpersonen who are at every evaluation (S3-07). */
  event('RegieSet', { regie: id, who: key, contactSchool: key, contactGemeente: key }),
  event('PlanAdopted', { plan: id, mdo: z.string().nullable(), evaluateOn: day }),
  /** An action of the adopted plan is done. */
  event('ActionDone', { action: id }),
  event('EvaluationReminded', { plan: id }),
  event('EvaluationHeld', {
    evaluation: id, on: day, outcome: z.enum(evaluationOutcomes), reasonId: id, present: z.array(key),
    parents: z.boolean(), jeugdige: z.boolean(), nextOn: day.nullable(),
  }),
] as const;
