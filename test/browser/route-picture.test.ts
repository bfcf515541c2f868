import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBot, temporaryFolder, type RunningBot } from '../support/process.js';
import { findChromium, sayMissing, startChromium } from './chromium.js';
import { openDesk, PHONE, type DeskPage } from './desk.js';

/** The stroomschema and the role cards, as a teacher sees them in the desk. */

const MARIJKE = 'Marijke Veldkamp';
const START_WITHIN_MS = 40_000;
/** More questions than any walk has. */
const MOST_QUESTIONS = 10;

const chromium = findChromium();
if (chromium === undefined) sayMissing('the stroomschema and the role cards in a browser');

describe.skipIf(chromium === undefined)('the route as a picture in the desk', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  let bot: RunningBot;
  let browser: Browser;
  let desk: DeskPage;
  const here = () => desk.card('schema').getByText('Je bent hier', { exact: true });
  const block = (label: string) => desk.card('schema').locator('[id^="block:"]').filter({ hasText: label }).first();

  beforeAll(async () => {
    folder = temporaryFolder();
    await Promise.all([
      startBot(folder.path, { env: { ROUTEWIJZER_DESK: 'on', PORT: '0' } }).then((started) => { bot = started; }),
      startChromium(chromium ?? '').then((started) => { browser = started; }),
    ]);
    desk = await openDesk(browser, bot.url);
    await desk.as(MARIJKE);
  }, START_WITHIN_MS);
  afterAll(async () => {
    await Promise.allSettled([browser?.close(), bot?.stop()]);
    folder.remove();
  }, START_WITHIN_MS);

  it('says that one is nowhere yet before the first question', async () => {
    await desk.say('schema');
    await desk.sees('schema', 'Onderzoek en triage');
    expect(await here().count()).toBe(0);
  });

  it('shows where one is after a walk, on one block and in words', async () => {
    await desk.say('wat nu?');
    await desk.press('question', 'We lopen vast');
    for (let asked = 0; asked < MOST_QUESTIONS && await desk.card('advice').count() === 0; asked += 1) {
      await desk.card('question').locator('button').first().click();
      await desk.page.locator('[data-testid=message][aria-busy=true]').waitFor({ state: 'detached' });
    }
    await desk.card('advice').waitFor();
    await desk.say('waar ben ik?');
    await here().waitFor();
    expect(await here().count()).toBe(1);
    expect(await block('Het loopt vast').getByText('Je bent hier').count()).toBe(1);
  });

  it('begins a question from a block', async () => {
    await desk.press('schema', /^Begin hier: MDO/);
    await desk.press('schema', 'Ik wil een MDO plannen');
    await desk.sees('question', 'Wat voor overleg is het?');
  });

  it('tells what a role does, why, and whom to call', async () => {
    await desk.say('wat doet een koo?');
    await desk.sees('role', 'Kind-ouderondersteuner');
    await desk.sees('role', 'Wie bel je in');
    await desk.press('role', 'Waarom?');
    await desk.sees('role', /ROL-KOO-\d\d/);
    await desk.press('role', 'Alle rollen');
    await desk.press('roles', 'Leerkracht');
    await desk.sees('role', 'Dit is jouw rol.');
  });

  it('leaves the lists of a phone open for who opened them while the conversation still came in', async () => {
    const page = await browser.newPage({ viewport: PHONE, locale: 'nl-NL' });
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => { release = resolve; });
    await page.route('**/desk/api/conversations/**', async (route) => {
      await held;
      await route.continue();
    });
    await page.goto(`${bot.url}/desk/`);
    await page.getByTestId('menu').click();
    release();
    await page.getByTestId('place-who').getByText('Chat van').waitFor({ state: 'attached' });
    await page.getByTestId('message').first().waitFor({ state: 'attached' });
    expect(await page.getByTestId('menu').getAttribute('aria-expanded')).toBe('true');
    await page.close();
  });

  it('fits on a phone, and nothing went wrong in the browser', async () => {
    const phone = await openDesk(browser, bot.url, PHONE);
    await phone.as(MARIJKE);
    await phone.say('schema');
    await phone.card('schema').waitFor();
    await phone.say('rollen');
    await phone.card('roles').waitFor();
    expect(await phone.sticksOut()).toBeLessThanOrEqual(0);
    expect([...desk.complaints, ...phone.complaints]).toEqual([]);
  });
});
