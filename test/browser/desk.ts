import type { Browser, Locator, Page } from 'playwright-core';
import { bodyGoesIn } from '../support/logs.js';

/** The desk as a person sees it: words and buttons, no ids of the route. Every step waits for what it expects. */

/** Longest that something may take to appear. */
const APPEARS_WITHIN_MS = 8_000;
/** Terms are shorter than this, holidays included. */
const MOST_WEEKS = 8;
export const DESKTOP = { width: 1280, height: 900 };
export const PHONE = { width: 390, height: 844 };

export interface DeskPage {
  readonly page: Page;
  /** What the browser complained about, which should be nothing. */
  readonly complaints: string[];
  /** Chooses a person; their own chat opens. */
  as(name: string): Promise<void>;
  /** Opens a conversation of that person: `Routewijzer`, `Algemeen` or `Stagnatiepunt`. */
  place(name: string): Promise<void>;
  say(text: string): Promise<void>;
  /** The last card of this kind that stands in the conversation. */
  card(kind: string): Locator;
  /** Waits until the last card of this kind says this. */
  sees(kind: string, text: string | RegExp): Promise<void>;
  /**
   * Presses a button on the last card of this kind, in the chat or in the dialog above it; resolves when it has been answered.
   * A dialog that says its last word is closed: the chat is in front again.
   */
  press(kind: string, title: string | RegExp): Promise<void>;
  /** The last word of the dialog that ended last. */
  said(): string;
  /** Closes the dialog, if one is open. */
  closeDialog(): Promise<void>;
  /** Moves the clock week by week until a card of this kind says this in the conversation that is open. */
  until(kind: string, text: string): Promise<void>;
  /** How many pixels something is wider than the window. */
  sticksOut(): Promise<number>;
}

export async function openDesk(browser: Browser, url: string, viewport = DESKTOP): Promise<DeskPage> {
  const page = await browser.newPage({ viewport, locale: 'nl-NL', timezoneId: 'Europe/Amsterdam' });
  page.setDefaultTimeout(APPEARS_WITHIN_MS);
  const complaints: string[] = [];
  page.on('request', (request) => { bodyGoesIn(request.postData() ?? ''); });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (line) => { if (line.type() === 'error') complaints.push(line.text()); });
  await page.goto(`${url}/desk/`);

  const card = (kind: string): Locator => page.getByTestId('card').filter({ has: page.locator(`[id="card:${kind}"]`) }).last();
  /** Resolves when what became due has been delivered and the desk has told the page. */
  const weekLater = async (): Promise<void> => {
    const before = await page.getByTestId('clock-now').getAttribute('datetime') ?? '';
    await page.getByTestId('clock-week').click();
    await page.locator(`[data-testid=clock-now]:not([datetime="${before}"])`).waitFor();
    await page.locator('[data-testid=clock]:not([aria-busy=true])').waitFor();
    await page.getByTestId('notice').getByText('Het is nu').waitFor();
  };
  /** On a phone the lists stand behind the menu button. */
  const closeDialog = async (): Promise<void> => {
    if (await page.getByTestId('dialog').count() === 0) return;
    await page.getByTestId('dialog-close').click();
    await page.getByTestId('dialog').waitFor({ state: 'detached' });
  };
  let said = '';
  const openLists = async (): Promise<void> => {
    await closeDialog();
    if (await page.getByTestId('menu').isVisible()) await page.getByTestId('menu').click();
  };
  return {
    page, complaints, card,
    async as(name) {
      await openLists();
      await page.locator(`[data-testid=person][data-name="${name}"]`).click();
      await page.getByTestId('place-who').getByText(`Chat van ${name}`).waitFor();
    },
    async place(name) {
      await openLists();
      await page.locator(`[data-testid=place][data-name="${name}"]`).click();
      await page.getByTestId('place-name').getByText(name).waitFor();
    },
    said: () => said,
    closeDialog,
    async say(text) {
      await closeDialog();
      await page.getByTestId('say-text').fill(text);
      await page.getByTestId('say-send').click();
    },
    sees: (kind, text) => card(kind).getByText(text).locator('visible=true').first().waitFor(),
    async press(kind, title) {
      // What stands behind a dialog is out of reach until that is closed.
      if (await page.getByTestId('dialog').locator(`[id="card:${kind}"]`).count() === 0) await closeDialog();
      await card(kind).getByRole('button', { name: title }).first().click();
      await page.locator('[data-testid=message][aria-busy=true], [data-testid=dialog][aria-busy=true]').waitFor({ state: 'detached' });
      const lastWord = page.getByTestId('dialog-said');
      if (await lastWord.count() === 0) return;
      said = await lastWord.innerText();
      await closeDialog();
    },
    async until(kind, text) {
      const wanted = card(kind).filter({ hasText: text });
      for (let weeks = 0; weeks < MOST_WEEKS; weeks += 1) {
        await weekLater();
        if (await wanted.count() > 0) return;
      }
      throw new Error(`no ${kind} about ${text} within ${String(MOST_WEEKS)} weeks`);
    },
    // As text: the browser's own types are not known here.
    sticksOut: () => page.evaluate<number>(`Math.max(...[document.documentElement, ...document.querySelectorAll('#messages, [data-testid=card]')]
      .map((part) => part.scrollWidth - part.clientWidth))`),
  };
}
