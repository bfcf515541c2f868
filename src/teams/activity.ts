import { z } from 'zod';

/**
 * The little that we read of a Bot Framework activity. Only what a turn cannot do without is required; a field with
 * another type than expected counts as missing, because channels add and change fields at will.
 */

const id = z.string().min(1).max(1000);
/** Missing, or of another type: both undefined. */
const maybe = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined);

const account = z.object({ id, name: maybe(z.string()), aadObjectId: maybe(id) });

const mention = z.object({
  type: z.literal('mention'),
  text: maybe(z.string().max(1000)),
  mentioned: maybe(z.object({ id: maybe(id) })),
});

export const activitySchema = z.object({
  type: z.string(),
  id: maybe(id),
  name: maybe(z.string()),
  action: maybe(z.string()),
  channelId: z.string().min(1).max(100).catch('msteams'),
  serviceUrl: z.string().min(1).max(2000),
  from: maybe(account),
  recipient: maybe(account),
  conversation: z.object({
    id,
    conversationType: maybe(z.string()),
    isGroup: maybe(z.boolean()),
    tenantId: maybe(id),
  }),
  replyToId: maybe(id),
  text: maybe(z.string()),
  value: z.unknown().optional(),
  entities: maybe(z.array(maybe(mention))),
  attachments: maybe(z.array(maybe(z.object({ contentType: maybe(z.string()) })))),
  membersAdded: maybe(z.array(maybe(account))),
  channelData: maybe(z.object({
    tenant: maybe(z.object({ id: maybe(id) })),
    team: maybe(z.object({ id: maybe(id) })),
    channel: maybe(z.object({ name: maybe(z.string().max(200)) })),
  })),
});

export type ReadActivity = z.infer<typeof activitySchema>;
export type Account = z.infer<typeof account>;

/** `value` of an invoke `adaptiveCard/action`. */
export const cardActionSchema = z.object({
  action: z.object({ verb: maybe(z.string().max(200)), data: z.unknown().optional() }),
  trigger: maybe(z.string()),
});

/** `value` of the invokes `task/fetch` and `task/submit`: the button's data, with what was typed. */
export const taskSchema = z.object({ data: z.record(z.string(), z.unknown()) });

/** `value` of a message that an Action.Submit sent. */
export const submitSchema = z.object({ verb: z.string().min(1).max(200) });
