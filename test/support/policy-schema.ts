import { z } from 'zod';

/** The grammar of `test/policy/*.yaml`: what the rules demand of the route, apart from how the trees say it. */

const one = <T extends z.ZodType>(item: T) => z.union([z.array(item), item]).transform((value) => (Array.isArray(value) ? value : [value]));
const texts = z.array(z.string().min(1)).min(1).optional();
const head = { rule: z.string().regex(/^[A-Z][A-Z0-9]{0,2}(-[A-Z]{1,4})?-?\d{2}$/), says: z.string().min(10) };
const wording = z.strictObject({ says: texts, neverSays: texts }).refine((then) => then.says ?? then.neverSays, 'a statement demands something');

export const onPaths = z.strictObject({
  ...head,
  trees: z.array(z.string()).min(1),
  /** By fact the values of the paths that it is about; `{}` is every path. */
  when: z.record(z.string(), one(z.coerce.string())),
  then: z.strictObject({
    outcome: one(z.string()).optional(), step: z.string().optional(), role: one(z.string()).optional(), first: z.string().optional(),
    actions: texts, noActions: texts,
    /** "recipient purpose". */
    consent: texts,
    /** Recipients. */
    noConsent: texts, registrations: texts, noRegistrations: z.literal(true).optional(), note: z.boolean().optional(),
    offers: z.array(z.string()).optional(), noOffers: texts, tone: z.enum(['normal', 'danger']).optional(), says: texts, neverSays: texts,
  }).refine((then) => Object.keys(then).length > 0, 'a statement demands something'),
  /** No other path of these trees has it. */
  only: z.literal(true).optional(),
});
export const onConsent = z.strictObject({
  ...head,
  consent: z.strictObject({ sender: one(z.string()), recipient: one(z.string()), purpose: one(z.string()).optional(), age: one(z.coerce.string()) }),
  then: z.strictObject({
    kind: z.enum(['none', 'ask', 'inform', 'silent']),
    /** "who weight", in order. */
    ask: z.array(z.string()).default([]), inform: z.array(z.string()).default([]), says: texts, neverSays: texts,
  }),
});
export const onRegie = z.strictObject({
  ...head,
  regie: z.strictObject({ leervraag: one(z.string()), leefvraag: one(z.string()) }),
  then: z.strictObject({ regie: z.string(), inMatrix: z.boolean(), says: texts, neverSays: texts }),
});
export const onCard = z.strictObject({ ...head, card: z.string(), then: wording });
export const onEverything = z.strictObject({ ...head, everywhere: z.literal(true), then: wording });

export const policyFile = z.array(z.union([onPaths, onConsent, onRegie, onCard, onEverything])).min(1);

export type PathStatement = z.infer<typeof onPaths>;
export type Statement = z.infer<typeof policyFile>[number];
