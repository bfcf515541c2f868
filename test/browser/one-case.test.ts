import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBot, temporaryFolder, type RunningBot } from '../support/process.js';
import { findChromium, sayMissing, startChromium } from './chromium.js';
import { openDesk, type DeskPage } from './desk.js';
import { choose, recordConsent, write } from './forms.js';
import { nextMonday, takesPictures, walkPicture } from './pictures.js';

/** The whole life of one case, from the signal to closing, clicked through the desk by everybody in it. */

const MARIJKE = 'Marijke Veldkamp';
const ANNEKE = 'Anneke Roelofsma';
const ILSE = 'Ilse Noordhof';
const JELTE = 'Jelte Brandsma';
const THIRZA = 'Thirza Meijering';
const MONDAY = takesPictures ? nextMonday(new Date()) : '2035-01-08T08:00:00.000Z';
const START_WITHIN_MS = 40_000;
const DAY = 86_400_000;

const chromium = findChromium();
if (chromium === undefined) sayMissing('the life of one case, clicked through the desk in a browser');

describe.skipIf(chromium === undefined)('the life of one case', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  let bot: RunningBot;
  let browser: Browser;
  let desk: DeskPage;
  let code = '';

  const today = async (): Promise<string> => (await (await fetch(`${bot.url}/healthz`)).json() as { now: string }).now;
  /** Moves the clock; what became due stands on all cards when it resolves. */
  const later = async (days: number): Promise<void> => { await bot.clock(new Date(Date.parse(await today()) + days * DAY + 1000).toISOString()); };
  const dayAhead = async (days: number): Promise<string> => new Date(Date.parse(await today()) + days * DAY).toISOString().slice(0, 10);
  /** The case as it stands for this person, on a fresh card. */
  const opens = async (who: string): Promise<void> => {
    await desk.as(who);
    await desk.say('mijn casussen');
    await desk.sees('cases', code);
    await desk.press('cases', /^Bekijk$/);
    await desk.sees('case', code);
  };

  beforeAll(async () => {
    folder = temporaryFolder();
    await Promise.all([
      startBot(folder.path, { env: { ROUTEWIJZER_DESK: 'on', PORT: '0' } }).then((started) => { bot = started; }),
      startChromium(chromium ?? '').then((started) => { browser = started; }),
    ]);
    await bot.clock(MONDAY);
    desk = await openDesk(browser, bot.url);
  }, START_WITHIN_MS);
  afterAll(async () => {
    await Promise.allSettled([browser?.close(), bot?.stop()]);
    folder.remove();
  }, START_WITHIN_MS);

  it('begins with a signal of the teacher, who notes the talk with the mother', async () => {
    await desk.as(MARIJKE);
    await desk.say('nieuwe casus');
    await desk.card('case-form').getByText('Jonger dan 12').click();
    await desk.press('case-form', 'Open de casus');
    await desk.sees('case', 'is geopend');
    code = /Casus (\w{5})/.exec(await desk.card('case').innerText())?.[1] ?? 'no code';
    await walkPicture(desk.page, '01-signaal');
    await desk.press('case', 'Leg een gesprek vast');
    await choose(desk, 'contact-form', 'Moeder');
    await write(desk, 'contact-form', 'Wat is besproken?', 'Komt de laatste weken moe op school');
    await write(desk, 'contact-form', 'Wat is afgesproken?', 'Over twee weken bellen we weer');
    await walkPicture(desk.page, '02-gesprek', 'dialog');
    await desk.press('contact-form', 'Leg het gesprek vast');
    await desk.sees('case', /Laatste gesprek/);
    await desk.press('case', 'Leg voor aan de IB');
    await desk.sees('case', ANNEKE);
  });

  it('goes to the IB’er, who gives it a mark of her own and does the triage', async () => {
    await desk.as(ANNEKE);
    await desk.sees('case', code);
    await desk.press('case', 'Hoe staat het ervoor?');
    await desk.press('term', 'De stap is gedaan');
    await desk.sees('case', 'onderzoek en triage');
    await desk.press('case', 'Alles van deze casus');
    await desk.press('alles', 'Geef een eigen kenmerk');
    await write(desk, 'reference-form', /kenmerk/i, 'L-447');
    await desk.press('reference-form', 'Bewaar');
    await desk.press('alles', 'Leervraag en leefvraag');
    await desk.card('levels').getByRole('radio', { name: 'Ja, enkelvoudig' }).first().check();
    await desk.card('levels').getByRole('radio', { name: 'Ja, complex' }).last().check();
    await desk.press('levels', 'Leg vast');
    await desk.sees('alles', 'Casemanager jeugd');
    await walkPicture(desk.page, '03-alles');
    await desk.press('alles', 'Terug naar de casus');
    await desk.sees('case', 'L-447');
  });

  it('asks consent of the mother, and goes on to the MDO', async () => {
    await desk.press('case', 'Toestemming');
    await desk.press('consent', 'Wie heeft het gezag?');
    await choose(desk, 'gezag-form', 'Moeder');
    await desk.press('gezag-form', 'Leg het gezag vast');
    await recordConsent(desk, 'Moeder', ['JGZ', 'Sociaal team']);
    await walkPicture(desk.page, '04-toestemming');
    await desk.press('consent', 'Terug naar de casus');
    await desk.press('case', 'Hoe staat het ervoor?');
    await desk.press('term', 'De stap is gedaan');
    await desk.sees('case', 'MDO en plan van aanpak');
  });

  it('proposes two moments for the MDO, and both invitees say when they can', async () => {
    await desk.press('case', 'Start een MDO');
    const form = desk.card('mdo-form');
    await write(desk, 'mdo-form', 'Wat wil je samen bereiken?', 'Een rustige start van de dag');
    await form.locator('input[type=date]').first().fill(await dayAhead(7));
    await form.locator('input[type=time]').first().fill('14:30');
    await form.getByRole('button', { name: /moment/ }).first().click();
    await form.locator('input[type=date]:visible').nth(1).fill(await dayAhead(9));
    await form.locator('input[type=time]:visible').nth(1).fill('10:00');
    for (const name of [ILSE, JELTE]) await form.getByRole('checkbox', { name }).check();
    await form.getByRole('checkbox', { name: 'De ouders zijn' }).check();
    await form.getByRole('checkbox', { name: 'verteld' }).check();
    await walkPicture(desk.page, '05-mdo-starten', 'dialog');
    await desk.press('mdo-form', 'Verstuur de uitnodigingen');
    for (const name of [ILSE, JELTE]) {
      await desk.as(name);
      await desk.sees('invitation', code);
      for (const moment of await desk.card('invitation').getByRole('checkbox').all()) await moment.check();
      if (name === ILSE) await walkPicture(desk.page, '06-uitnodiging');
      await desk.card('invitation').getByRole('button', { name: /kan/i }).first().click();
      await desk.sees('invitation', /Je antwoord/);
    }
    await opens(ANNEKE);
    await desk.press('case', 'Bekijk het MDO');
    await desk.sees('mdo', /2 van de 2|2 van/);
    await walkPicture(desk.page, '07-momenten');
    await desk.card('mdo').getByRole('button', { name: /Kies/ }).first().click();
    await desk.sees('mdo', '14:30');
  });

  it('after the MDO it is recorded who was there, and the plan gets its four parts', async () => {
    await later(8);
    await opens(ANNEKE);
    await desk.press('case', /Leg vast wie er bij het MDO waren|Leg vast wie er waren/);
    await desk.press('mdo-attend', 'Leg vast');
    await desk.sees('case', /Geweest/);
    await desk.press('case', 'Plan van aanpak');
    await desk.sees('plan', 'Nog nodig');
    await desk.press('plan', 'Schrijf de doelen');
    await write(desk, 'plan-goals', 'Onderwijsdoelen', 'Elke dag op tijd in de klas');
    await write(desk, 'plan-goals', 'Zorgdoelen', 'Rust in de ochtend thuis');
    await desk.press('plan-goals', 'Bewaar de doelen');
    await desk.press('plan', 'Actie erbij of eraf');
    await write(desk, 'plan-action', 'Wat gaat er gebeuren?', 'Samen een ochtendschema maken');
    await choose(desk, 'plan-action', JELTE);
    await desk.card('plan-action').locator('input[type=date]').fill(await dayAhead(14));
    await desk.press('plan-action', 'Voeg de actie toe');
    await desk.closeDialog();
    await desk.press('plan', 'Wie zorgt waarvoor');
    await choose(desk, 'plan-responsible', ANNEKE);
    await choose(desk, 'plan-responsible', JELTE);
    await desk.press('plan-responsible', 'Bewaar');
    await desk.press('plan', 'Regie en contactpersonen');
    await choose(desk, 'plan-regie', JELTE);
    await choose(desk, 'plan-regie', ANNEKE);
    await choose(desk, 'plan-regie', JELTE);
    await desk.press('plan-regie', 'Bewaar');
    await desk.press('plan', 'Leg het plan vast');
    await desk.card('plan-adopt').locator('input[type=date]').fill(await dayAhead(42));
    await desk.press('plan-adopt', 'Leg het plan vast');
    await desk.sees('plan', 'Elke dag op tijd in de klas');
    await walkPicture(desk.page, '08-plan');
  });

  it('gets stuck: the stagnatiepunt claims it, asks politely, and it runs again', async () => {
    await opens(ANNEKE);
    await desk.press('case', 'Hoe staat het ervoor?');
    await desk.press('term', 'Het loopt vast');
    await choose(desk, 'term', 'De samenwerking');
    // The first of that name unfolds the question, the second sends it.
    await desk.card('term').getByRole('button', { name: 'Het loopt vast' }).last().click();
    await desk.closeDialog();
    await desk.sees('case', 'Loopt vast');
    await desk.as(THIRZA);
    await desk.place('Stagnatiepunt');
    await desk.sees('stagnation', 'Nog niet opgepakt');
    await walkPicture(desk.page, '09-stagnatiepunt');
    await desk.press('stagnation', 'Ik pak dit op');
    await desk.place('Routewijzer');
    await desk.sees('stagnation-contact', JELTE);
    await walkPicture(desk.page, '10-opgepakt');
    await opens(ANNEKE);
    await desk.sees('case', 'opgepakt');
    await desk.press('case', 'Het loopt weer');
    await later(0);
    await desk.as(THIRZA);
    await desk.sees('stagnation-contact', 'Afgerond');
  });

  it('is evaluated with both contactpersonen, and closed with a reason', async () => {
    await later(43);
    await opens(ANNEKE);
    await desk.press('case', 'Leg de evaluatie vast');
    const form = desk.card('evaluation-form');
    await form.getByRole('radio', { name: /^Afsluiten/ }).check();
    await write(desk, 'evaluation-form', /^Waarom/, 'De ochtenden gaan goed');
    await form.getByRole('radio', { name: 'De doelen zijn bereikt' }).check();
    await desk.press('evaluation-form', 'Leg vast');
    await desk.sees('evaluation-form', /contactpersonen/i);
    for (const name of [/contactpersoon van school was/, /contactpersoon van de gemeente was/, 'De ouders waren erbij']) await form.getByRole('checkbox', { name }).check();
    await walkPicture(desk.page, '11-evaluatie', 'dialog');
    await desk.press('evaluation-form', 'Leg vast');
    await desk.sees('case', 'Afgesloten op');
    await walkPicture(desk.page, '12-afgesloten');
  });

  it('leaves a page to print for the own dossier, with what was said', async () => {
    await desk.press('case', 'Alles van deze casus');
    await desk.press('alles', 'Printen');
    await desk.press('print', 'Print de tijdlijn');
    const opened = desk.page.context().waitForEvent('page');
    await desk.page.getByTestId('dialog').getByText('Open de pagina om te printen').click();
    const page = await opened;
    await page.waitForLoadState();
    const text = await page.innerText('body');
    for (const said of [code, 'L-447', 'Over twee weken bellen we weer', 'Casus afgesloten']) expect(text).toContain(said);
    await walkPicture(page, '13-tijdlijn');
    await page.close();
  });

  it('and nothing went wrong in the browser', () => {
    expect(desk.complaints).toEqual([]);
  });
});
