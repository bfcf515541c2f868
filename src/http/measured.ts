import type { Handler, Input } from '../app/input.js';
import type { Outgoing, SendResult } from '../app/ports.js';
import type { Store } from '../app/store-port.js';
import type { Metrics } from './metrics.js';

/** The same handler, with every turn counted and timed. */
export function measuredHandler(handler: Handler, metrics: Pick<Metrics, 'turn'>): Handler {
  return {
    async handle(input) {
      const end = metrics.turn(kindOf(input));
      try {
        const reply = await handler.handle(input);
        end(reply.kind);
        return reply;
      } catch (error) {
        end('failed');
        throw error;
      }
    },
  };
}

function kindOf(input: Input): string {
  if (input.kind !== 'click') return input.kind;
  if (input.dialog !== 'none') return `dialog-${input.dialog}`;
  return input.automatic ? 'refresh' : 'click';
}

/** The same way out, with every call counted and timed. */
export function measuredOutgoing(outgoing: Outgoing, metrics: Pick<Metrics, 'send'>): Outgoing {
  const timed = async (kind: 'post' | 'update', call: Promise<SendResult>): Promise<SendResult> => {
    const end = metrics.send(kind);
    const result = await call;
    end(result.kind === 'retry' && 'limited' in result && result.limited ? 'limited' : result.kind);
    return result;
  };
  return {
    post: (to, message) => timed('post', outgoing.post(to, message)),
    update: (to, activityId, message) => timed('update', outgoing.update(to, activityId, message)),
  };
}

type Method = (...given: readonly unknown[]) => Promise<unknown>;

/** The same store, with every piece of work timed by its name. */
export function measuredStore(store: Store, metrics: Pick<Metrics, 'stored'>): Store {
  const timed = (work: string, method: Method): Method => async (...given) => {
    const end = metrics.stored(work);
    try {
      const answer = await method(...given);
      end('done');
      return answer;
    } catch (error) {
      end('failed');
      throw error;
    }
  };
  const methods = Object.entries(store as unknown as Readonly<Record<string, Method>>);
  return Object.fromEntries(methods.map(([work, method]) => [work, timed(work, method)])) as unknown as Store;
}
