import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Page } from '../app/print/open.js';
import type { Route } from './routes.js';

/** Below this path are the pages to print. */
export const PRINT = '/print/';
const AS_TEXT = '.md';

/** A page may bring its own style, and nothing else; it is nobody's frame, base or form. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** GET /print/<token>: the page; with `.md` behind it the same as Markdown. The link is the key: it stands in no log. */
export function printRoute(open: (token: string) => Promise<Page>): Route {
  return async (req, res) => {
    const last = new URL(req.url ?? '', 'http://localhost').pathname.slice(PRINT.length);
    const asText = last.endsWith(AS_TEXT);
    send(req, res, await open(asText ? last.slice(0, -AS_TEXT.length) : last), asText);
  };
}

function send(req: IncomingMessage, res: ServerResponse, page: Page, asText: boolean): void {
  if (res.headersSent || res.destroyed) return;
  const bytes = Buffer.from(asText ? page.markdown : page.html);
  res.writeHead(page.status, {
    'Content-Type': asText ? 'text/markdown; charset=utf-8' : 'text/html; charset=utf-8',
    'Content-Length': bytes.length,
    'Content-Security-Policy': POLICY,
    'X-Robots-Tag': 'noindex, nofollow',
    ...(asText && page.status === 200 ? { 'Content-Disposition': `inline; filename="${page.file}.md"` } : {}),
  });
  res.end(req.method === 'HEAD' ? undefined : bytes);
}
