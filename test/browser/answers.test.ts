import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBot, temporaryFolder, type RunningBot } from '../support/process.js';
import { findChromium, sayMissing, startChromium } from './chromium.js';
import { DESKTOP, openDesk, PHONE, type DeskPage } from './desk.js';
import { nextMonday, questionPicture, takesPictures } from './pictures.js';

/** Questions as people type them, at a desk and on a phone. */

const MARIJKE = 'Marijke Veldkamp';
const MONDAY = takesPictures ? nextMonday(new Date()) : '2035-01-08T08:00:00.000Z';
const START_WITHIN_MS = 40_000;

const chromium = findChromium();
if (chromium === undefined) sayMissing('questions typed in the desk in a browser');

describe.skipIf(chromium === undefined).each([['desk', DESKTOP], ['phone', PHONE]] as const)('a question on a %s', (size, viewport) => {
  let folder: ReturnType<typeof temporaryFolder>;
  let bot: RunningBot;
  let browser: Browser;
  let desk: DeskPage;
  /** Of a desk only where it shows something that a phone does not. */
  const shot = async (name: string, also: 'desk' | 'phone' = 'phone') => { if (size === 'phone' || also === 'desk') await questionPicture(desk.page, `${name}-${size}`); };

  beforeAll(async () => {
    folder = temporaryFolder();
    await Promise.all([
      startBot(folder.path, { env: { ROUTEWIJZER_DESK: 'on', PORT: '0' } }).then((started) => { bot = started; }),
      startChromium(chromium ?? '').then((started) => { browser = started; }),
    ]);
    await bot.clock(MONDAY);
    desk = await openDesk(browser, bot.url, viewport);
    await desk.as(MARIJKE);
  }, START_WITHIN_MS);
  afterAll(async () => {
    await Promise.allSettled([browser?.close(), bot?.stop()]);
    folder.remove();
  }, START_WITHIN_MS);

  it('has a short answer, and the rest behind buttons', async () => {
    await desk.say('hoe vaak moet dat zat eigenlijk');
    await desk.sees('article', 'Klopte dit?');
    expect(await desk.card('article').getByText('Waarop dit antwoord rust').isVisible()).toBe(false);
    await shot('antwoord', 'desk');
    for (const title of ['Meer', 'Waarom?', 'Wie bel ik?']) await desk.card('article').getByRole('button', { name: title, exact: true }).click();
    await desk.sees('article', 'Waarop dit antwoord rust');
    await desk.sees('article', 'Hier hoort ook bij');
    await shot('antwoord-open');
    expect(await desk.sticksOut()).toBe(0);
    await desk.press('article', /^Ja$/);
    await desk.sees('article', 'Dank je');
  });

  it('in between leaves the open question as it was', async () => {
    await desk.say('wat nu?');
    await desk.sees('question', 'Waar gaat het om?');
    await desk.say('mag een ouder het dossier van een kind inzien?');
    await desk.sees('article', 'Je was bezig met');
    await shot('tussendoor');
    await desk.press('article', 'Verder met de vraag');
    await desk.sees('question', 'Waar gaat het om?');
    await desk.say('de tweede');
    await desk.sees('question', 'Ik las: ');
    await desk.say('stop');
    await desk.sees('notice', 'gestopt');
  });

  it('that tells of a situation begins the route, with what was understood', async () => {
    await desk.say('hij komt al 3 wkn niet op school wat nu');
    await desk.sees('question', 'Ik begreep:');
    await shot('begrepen', 'desk');
    expect(await desk.sticksOut()).toBe(0);
  });

  it('without an answer leads to a person', async () => {
    await desk.say('wie wordt er dit jaar kampioen van de eredivisie?');
    await desk.sees('unknown', 'Ik heb hier geen antwoord op');
    await shot('onbekend');
    await desk.say('wie bel ik');
    await desk.sees('call', 'Is een kind niet veilig?');
    await shot('wie-bel-ik');
    await desk.say('feedback');
    await desk.card('feedback').getByRole('textbox').fill('De knoppen zijn duidelijk');
    await desk.press('feedback', 'Verstuur');
    await desk.sees('notice', 'Dank je');
    expect(await desk.sticksOut()).toBe(0);
  });

  it('and nothing went wrong in the browser', () => {
    expect(desk.complaints).toEqual([]);
  });
});
