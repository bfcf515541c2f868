import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';

/** The browser that the tests click in: the machine's own, never a download. */

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const USUAL_PLACES = [
  '/usr/bin', '/usr/local/bin', '/snap/bin', '/opt/google/chrome',
  '/Applications/Chromium.app/Contents/MacOS', '/Applications/Google Chrome.app/Contents/MacOS',
];
const FLAGS = [
  '--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync', '--lang=nl-NL',
];

function runs(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The path of a Chromium, or undefined. `CHROME_PATH` goes before anything else. */
export function findChromium(env: Readonly<Record<string, string | undefined>> = process.env): string | undefined {
  const folders = [...(env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== ''), ...USUAL_PLACES];
  const found = folders.flatMap((folder) => [...NAMES, 'Chromium', 'Google Chrome'].map((name) => join(folder, name)));
  return [...(env['CHROME_PATH'] ? [env['CHROME_PATH']] : []), ...found].find(runs);
}

/** Says on standard error, so that nobody overlooks it, that `what` has not been tested. */
export function sayMissing(what: string): void {
  process.stderr.write(
    `\n!!!! NO CHROMIUM FOUND. NOT TESTED: ${what}.\n`
    + '!!!! Install one (Debian: apt-get install chromium) or set CHROME_PATH to its executable, and run the tests again.\n\n',
  );
}

export function startChromium(executablePath: string): Promise<Browser> {
  return chromium.launch({ executablePath, args: FLAGS });
}
