import { z } from 'zod';
import { id, ruleId, text } from './schema.js';

const kept = z.strictObject({
  days: z.number().int().min(1).max(3650),
  setBy: text,
  setOn: z.iso.date(),
  /** True while the partners have not yet adopted it. */
  proposal: z.boolean().default(false),
});

/** The grammar of `dialogs/bewaren.yaml`: who may have a case deleted, at whose request, and how long a closed one is kept. */
export const keepingFileSchema = z.strictObject({
  deleteBy: z.strictObject({
    /** Who owns the case. */
    owner: z.boolean(),
    /** Role ids: whoever has one of these in the organisation that opened the case. */
    roles: z.array(id).default([]),
  }),
  /** Who can ask for it; whoever deletes says which. */
  onRequestOf: z.array(z.strictObject({ id, label: text })).min(1),
  /** By the step in which a case was closed: how many days it is kept after that. */
  retention: z.record(id, kept),
  /** Questions without an answer, answers that were judged, and feedback; without it as long as the case that goes first. */
  remarks: kept.optional(),
  rules: z.array(ruleId).min(1),
});
export type KeepingData = z.infer<typeof keepingFileSchema>;

/** Where the file could not be read: nobody but the owner, and no retention. Such a route never starts. */
export const NO_KEEPING: KeepingData = { deleteBy: { owner: true, roles: [] }, onRequestOf: [], retention: {}, rules: [] };
