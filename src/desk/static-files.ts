import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';

const TYPES = { html: 'text/html', css: 'text/css', js: 'text/javascript', svg: 'image/svg+xml' } as const;

/** Everything comes from this process: no other origin, no inline script. */
const POLICY = "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

function fileFor(root: string, path: string): string | undefined {
  if (path === '/') return join(root, 'src/desk/page/index.html');
  if (path === '/styles.css' || path === '/icon.svg') return join(root, 'src/desk/page', path);
  if (path === '/adaptivecards.css' || path === '/adaptivecards.min.js') {
    return createRequire(join(root, 'package.json')).resolve(`adaptivecards/dist${path}`);
  }
  // Names only, never a folder: nothing outside the built page can be asked for.
  return /^\/js\/[a-z-]+\.js$/.test(path) ? join(root, 'dist/desk/page', path.slice('/js/'.length)) : undefined;
}

/**
 * Sends one of the page's own files.
 * @param root the package's folder
 * @param path what follows `/desk`
 * @returns false when there is no such file (or the page has not been built)
 */
export async function sendFile(root: string, path: string, res: ServerResponse): Promise<boolean> {
  const file = fileFor(root, path);
  if (file === undefined) return false;
  const content = await readFile(file).catch(() => undefined);
  if (content === undefined) return false;
  const type = TYPES[file.slice(file.lastIndexOf('.') + 1) as keyof typeof TYPES];
  res.writeHead(200, {
    'content-type': `${type}; charset=utf-8`,
    'cache-control': 'no-cache',
    'content-security-policy': POLICY,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
  });
  res.end(content);
  return true;
}
