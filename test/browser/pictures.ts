import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { repositoryRoot } from '../support/process.js';

/** `ROUTEWIJZER_SCREENSHOTS=1 npx vitest run test/browser` makes the README's two pictures anew. */
export const takesPictures = process.env['ROUTEWIJZER_SCREENSHOTS'] === '1';

/** The first Monday after today, nine o'clock in a Dutch winter. */
export function nextMonday(today: Date): string {
  const day = new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth(), today.getUTCDate(), 8));
  day.setUTCDate(day.getUTCDate() + ((8 - day.getUTCDay()) % 7 || 7));
  return day.toISOString();
}

/** Writes what the window shows, without a line round what has the focus; does nothing in an ordinary run. */
export async function picture(page: Page, name: 'advies' | 'stagnatiepunt'): Promise<void> {
  if (!takesPictures) return;
  // A fresh page: without what was said about the clock, and without a button under the mouse.
  await page.mouse.move(0, 0);
  await page.reload();
  await page.getByTestId('card').last().waitFor();
  await page.screenshot({
    path: join(repositoryRoot, 'src/desk/screenshots', `${name}.png`), caret: 'hide', animations: 'disabled',
    style: ':focus-visible { outline: none !important; }',
  });
}

/** One picture of the walk through a case (src/desk/screenshots/casus.md): the page, or the dialog that is open above it. */
export async function walkPicture(page: Page, name: string, what: 'page' | 'dialog' = 'page'): Promise<void> {
  if (!takesPictures) return;
  const path = join(repositoryRoot, 'src/desk/screenshots', `casus-${name}.png`);
  const options = { path, caret: 'hide', animations: 'disabled', style: ':focus-visible { outline: none !important; }' } as const;
  await page.mouse.move(0, 0);
  if (what === 'dialog') await page.getByTestId('dialog').screenshot(options);
  else await page.screenshot(options);
}

/** One picture of a typed question and what came of it. */
export async function questionPicture(page: Page, name: string): Promise<void> {
  if (!takesPictures) return;
  await page.mouse.move(0, 0);
  await page.screenshot({ path: join(repositoryRoot, 'src/desk/screenshots', `vraag-${name}.png`), caret: 'hide', animations: 'disabled', style: ':focus-visible { outline: none !important; }' });
}
