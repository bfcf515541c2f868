import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Message } from './history.js';

/** What the open pages hear as it happens. A message with a known id takes the place of the older one. */
export type LiveEvent =
  | { readonly kind: 'message'; readonly message: Message }
  | { readonly kind: 'removed'; readonly conversation: string; readonly id: string }
  | { readonly kind: 'typing'; readonly conversation: string };

export interface Live {
  /** Keeps this response open as a stream of Server-Sent Events. */
  join(req: IncomingMessage, res: ServerResponse): void;
  publish(event: LiveEvent): void;
  close(): void;
}

export function openLive(): Live {
  const pages = new Set<ServerResponse>();
  return {
    join(req, res) {
      res.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store', connection: 'keep-alive' });
      res.write('retry: 1000\n\n');
      pages.add(res);
      req.on('close', () => pages.delete(res));
    },
    publish(event) {
      for (const page of pages) page.write(`data: ${JSON.stringify(event)}\n\n`);
    },
    close() {
      for (const page of pages) page.end();
      pages.clear();
    },
  };
}
