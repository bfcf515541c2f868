import type { IncomingMessage } from 'node:http';
import { isLoopbackHost } from '../teams/loopback.js';

const HOST = /^(?:\[[0-9a-f:.]+\]|[a-z0-9.-]+)(?::\d{1,5})?$/i;

/**
 * Local mode knows no passwords, so it answers this machine only, and no web page but its own: `Host` must be loopback
 * (a foreign name that resolves to 127.0.0.1 is refused), and `Origin`, which browsers send along, must be the same.
 */
export function fromThisMachine(req: IncomingMessage): boolean {
  const host = parsed(HOST.test(req.headers.host ?? '') ? `http://${req.headers.host ?? ''}` : '');
  if (host === undefined || !isLoopbackHost(host.hostname)) return false;
  if (req.headers.origin === undefined) return true;
  const origin = parsed(req.headers.origin);
  return origin?.protocol === 'http:' && origin.host === host.host;
}

function parsed(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}
