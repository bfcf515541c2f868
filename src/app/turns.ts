import { createHash } from 'node:crypto';
import { plusTime } from '../case/time.js';
import type { Input, Reply } from './input.js';
import type { Parts } from './parts.js';

/** The channel delivers a message again when the answer takes about 15 s: when whoever took it has died by then, the next delivery is answered. */
const TAKEN_MS = 12_000;
/** Far longer than any channel tries again. */
const REMEMBERED_MS = 24 * 3_600_000;

/**
 * Answers a typed message that may be delivered more than once. Whoever gets it while it is being answered, or after that,
 * says nothing. The message counts as answered when the edge says that the answer was sent; a failure lets the next delivery try.
 */
export async function answerOnce(parts: Parts, { activityId, scene }: Extract<Input, { kind: 'text' }>, answer: () => Promise<Reply>): Promise<Reply> {
  // A message without an id is always new.
  if (activityId === undefined || activityId === '') return answer();
  const id = createHash('sha256').update(JSON.stringify(['turn', scene.conversation.conversationId, activityId])).digest('base64url');
  const now = parts.clock.now();
  if ((await parts.store.beginTurn(id, now, plusTime(now, TAKEN_MS))) !== 'mine') return { kind: 'none' };
  const failed = () => parts.store.dropTurn(id);
  try {
    return { ...await answer(), turn: { answered: () => parts.store.endTurn(id, plusTime(parts.clock.now(), REMEMBERED_MS)), failed } };
  } catch (error) {
    // What went wrong first is what is told.
    await failed().catch(() => undefined);
    throw error;
  }
}
