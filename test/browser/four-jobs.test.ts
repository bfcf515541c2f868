import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBot, temporaryFolder, type RunningBot } from '../support/process.js';
import { findChromium, sayMissing, startChromium } from './chromium.js';
import { openDesk, PHONE, type DeskPage } from './desk.js';
import { choice, fillMdoForm, recordConsent } from './forms.js';
import { nextMonday, picture, takesPictures } from './pictures.js';

/** The four jobs of the design, clicked through the desk by their users, one after the other on the same data. */

const MARIJKE = 'Marijke Veldkamp';
const ANNEKE = 'Anneke Roelofsma';
const ILSE = 'Ilse Noordhof';
const JELTE = 'Jelte Brandsma';
const THIRZA = 'Thirza Meijering';
const BERT = 'Bert Kloosterman';
/** A Monday morning far ahead, so that every term of the story falls in the same weeks; the pictures show the next one. */
const MONDAY = takesPictures ? nextMonday(new Date()) : '2035-01-08T08:00:00.000Z';

/** A browser and a process, on a machine that is busy. */
const START_WITHIN_MS = 40_000;

const chromium = findChromium();
if (chromium === undefined) sayMissing('the four jobs, clicked through the desk in a browser');

describe.skipIf(chromium === undefined)('the four jobs in the desk', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  let bot: RunningBot;
  let browser: Browser;
  let desk: DeskPage;
  let code = '';

  const start = async (port = '0'): Promise<RunningBot> => {
    const started = await startBot(folder.path, { env: { ROUTEWIJZER_DESK: 'on', PORT: port } });
    await started.clock(MONDAY);
    return started;
  };
  const codeOn = async (kind: string): Promise<string> => /[Cc]asus (\w{5})/.exec(await desk.card(kind).innerText())?.[1] ?? 'no code';

  /** What a click led to stands on all cards when it resolves: the clock answers after the delivery. */
  const delivered = async (): Promise<void> => {
    const { now } = await (await fetch(`${bot.url}/healthz`)).json() as { now: string };
    await bot.clock(new Date(Date.parse(now) + 1_000).toISOString());
  };

  beforeAll(async () => {
    folder = temporaryFolder();
    // Each kept as soon as it is there, so that it is ended also when the other one fails.
    await Promise.all([
      start().then((started) => { bot = started; }),
      startChromium(chromium ?? '').then((started) => { browser = started; }),
    ]);
    desk = await openDesk(browser, bot.url);
  }, START_WITHIN_MS);
  afterAll(async () => {
    // When the start failed, one of them is not there.
    await Promise.allSettled([browser?.close(), bot?.stop()]);
    folder.remove();
  }, START_WITHIN_MS);

  describe('the teacher', () => {
    it('gets from "wat nu?" to an advice in three questions, on one card', async () => {
      await desk.as(MARIJKE);
      await desk.say('wat nu?');
      await desk.press('question', 'Ik maak me zorgen over een kind');
      await desk.sees('question', 'Dit kun je nu al doen');
      await desk.press('question', 'Waarom deze vraag?');
      await desk.sees('question', 'TOE-01');
      await desk.press('question', 'Nog met niemand');
      await desk.press('question', 'Jonger dan 12 jaar');
      await desk.sees('advice', 'Praat eerst met de ouders');
      await desk.sees('advice', 'Notitie in je dossier');
      expect(await desk.page.getByTestId('card').count()).toBe(1);
      await picture(desk.page, 'advies');
    });

    it('can see why, in words that stay closed until asked for', async () => {
      const why = desk.card('advice').getByRole('button', { name: 'Waarom?' });
      expect(await why.getAttribute('aria-expanded')).toBe('false');
      expect(await desk.card('advice').getByText('TOE-01').isVisible()).toBe(false);
      await why.click();
      expect(await why.getAttribute('aria-expanded')).toBe('true');
      await desk.sees('advice', 'TOE-01');
    });

    it('can go back, change an earlier answer, stop and go on', async () => {
      await desk.press('advice', 'Terug');
      await desk.sees('question', 'Hoe oud');
      await desk.press('question', 'Terug');
      await desk.press('question', 'Met de ouders');
      await desk.sees('advice', 'IB');
      await desk.card('advice').getByRole('button', { name: 'Wijzig' }).first().click();
      await desk.sees('question', 'Waar gaat het om?');
      await desk.press('question', 'Een kind is vaak of lang niet op school');
      await desk.press('question', 'Stop');
      await desk.sees('notice', 'Je bent gestopt');
      await desk.say('verder');
      await desk.card('question').waitFor();
    });

    it('finds everything back after a reload', async () => {
      const before = await desk.page.getByTestId('message').allInnerTexts();
      await desk.page.reload();
      await desk.card('question').waitFor();
      expect(await desk.page.getByTestId('message').allInnerTexts()).toEqual(before);
      await desk.page.getByTestId('place-who').getByText(MARIJKE).waitFor();
    });

    it('goes on where she was when the process is killed in the middle of the dialog', async () => {
      expect(desk.complaints).toEqual([]);
      const { port } = new URL(bot.url);
      await bot.kill();
      await desk.page.getByTestId('notice').getByText('niet bereikbaar').waitFor();
      bot = await start(port);
      await desk.page.getByTestId('notice').waitFor({ state: 'hidden' });
      await desk.card('question').getByRole('button', { name: 'Wijzig' }).first().click();
      await desk.press('question', 'Ik maak me zorgen over een kind');
      await desk.sees('advice', 'IB');
      // While nobody answered, the browser said so; that is all it may have said.
      expect(desk.complaints.filter((line) => !line.includes('net::ERR_'))).toEqual([]);
      desk.complaints.length = 0;
    }, START_WITHIN_MS);

    it('puts it before the IB’er', async () => {
      await desk.press('advice', 'Leg voor aan de IB');
      await desk.card('case-form').getByText('Jonger dan 12').click();
      await desk.press('case-form', 'Open de casus');
      await desk.sees('case', ANNEKE);
      code = await codeOn('case');
      expect(code).toMatch(/^[2-9A-Z]{5}$/);
    });

    it('can do all of it with the keyboard alone', async () => {
      const keyboard = desk.page.keyboard;
      const focused = desk.page.locator(':focus');
      const tabTo = async (name: string, key = 'Tab'): Promise<void> => {
        for (let presses = 0; presses < 20; presses += 1) {
          await keyboard.press(key);
          if ((await focused.textContent() ?? '').trim().startsWith(name)) return;
        }
        throw new Error(`${key} does not reach "${name}"`);
      };
      await desk.page.getByTestId('say-text').focus();
      await keyboard.type('wat nu?');
      await keyboard.press('Enter');
      await desk.sees('question', 'Waar gaat het om?');
      // The new card stands just above the box to type in.
      await tabTo('Ik maak me zorgen', 'Shift+Tab');
      await keyboard.press('Enter');
      await desk.sees('question', 'Met wie');
      // The next question takes the focus along, so from here on one goes forward.
      await tabTo('Met de ouders');
      await keyboard.press('Enter');
      await desk.sees('advice', 'IB');
      await tabTo('Waarom?');
      await keyboard.press('Enter');
      await desk.sees('advice', 'TOE-');
      expect(await focused.getAttribute('aria-expanded')).toBe('true');
    });
  });

  describe('the IB’er', () => {
    it('finds the case in her chat and records who has gezag', async () => {
      await desk.as(ANNEKE);
      await desk.sees('case', code);
      await desk.press('case', 'Toestemming');
      await desk.press('consent', 'Wie heeft het gezag?');
      await desk.card('gezag-form').getByRole('checkbox', { name: choice('Moeder') }).check();
      await desk.card('gezag-form').getByRole('checkbox', { name: choice('Vader') }).check();
      await desk.press('gezag-form', 'Leg het gezag vast');
      expect(desk.said()).toBe('Vastgelegd.');
      await desk.sees('consent', /moeder en vader/i);
      await recordConsent(desk, 'Moeder', ['JGZ', 'Sociaal team', 'Regievoerder']);
    });

    it('gets the reason when she invites before the gate is open', async () => {
      await desk.press('consent', 'Start een MDO');
      await fillMdoForm(desk, [ILSE, JELTE], 'Regievoerder zorg');
      await desk.press('mdo-form', 'Verstuur de uitnodigingen');
      await desk.sees('mdo-form', /De uitnodiging gaat nog niet uit.*vader/);
      await desk.closeDialog();
      await recordConsent(desk, 'Vader', ['JGZ', 'Sociaal team', 'Regievoerder']);
    });

    it('plans the MDO when it is, and sees the answers come in on her card', async () => {
      await desk.press('consent', 'Start een MDO');
      await fillMdoForm(desk, [ILSE, JELTE], 'Regievoerder zorg');
      await desk.press('mdo-form', 'Verstuur de uitnodigingen');
      expect(desk.said()).toContain('De uitnodigingen gaan uit.');
      await desk.press('consent', 'Terug naar de casus');
      await desk.press('case', 'Bekijk het MDO');
      await desk.sees('mdo', 'Procesregie');

      const theirs = await openDesk(browser, bot.url);
      await theirs.as(ILSE);
      await theirs.press('invitation', 'Ik kom');
      await desk.sees('mdo', /^Komt$/);
      await theirs.as(JELTE);
      await theirs.press('invitation', 'Ander moment voorstellen');
      const { page } = theirs;
      await page.locator('input[type=date]:visible').last().fill((await page.getByTestId('clock-date').getAttribute('min')) ?? '');
      await theirs.press('invitation', 'Stel dit moment voor');
      await desk.sees('mdo', /^Stelt een ander moment voor/);
      expect(theirs.complaints).toEqual([]);
      await page.close();
    });

    it('records the answer of the one who is not in Teams', async () => {
      await desk.press('mdo', /^Komt$/);
      await desk.sees('mdo', 'vastgelegd door de organisator');
      await delivered();
    });

    it('records a withdrawal, and the invitation of that one closes', async () => {
      await desk.press('mdo', 'Terug naar de casus');
      await desk.press('case', 'Toestemming');
      await recordConsent(desk, 'Moeder', ['JGZ'], 'Toestemming ingetrokken');
      await desk.as(ILSE);
      await desk.sees('invitation', /gesloten/i);
      expect(await desk.card('invitation').innerText()).not.toContain('Samen een rustige start');
      await desk.as(JELTE);
      await desk.sees('invitation', 'Samen een rustige start');
    });
  });

  describe('the stagnatiepunt', () => {
    const notice = (): ReturnType<DeskPage['card']> => desk.page.getByTestId('card').filter({ hasText: code }).last();

    it('hears nothing before the holder has been asked', async () => {
      await desk.as(MARIJKE);
      await desk.say('nieuwe casus');
      await desk.card('case-form').locator('select').selectOption('signaal');
      await desk.card('case-form').getByText('Jonger dan 12').click();
      await desk.press('case-form', 'Open de casus');
      code = await codeOn('case');
      await desk.until('term', code);
      await desk.sees('term', 'Hoe staat het ervoor?');
      await desk.place('Stagnatiepunt');
      expect(await notice().count()).toBe(0);
    });

    it('gets a card in the channel after silence, without who or what', async () => {
      await desk.as(THIRZA);
      await desk.place('Stagnatiepunt');
      await desk.until('stagnation', code);
      const said = await notice().innerText();
      for (const part of ['signaal', 'Leerkracht', 'dagen', 'niet vastgelegd in Routewijzer', 'Nog niet opgepakt']) expect(said).toContain(part);
      expect(said).not.toContain(MARIJKE);
      await picture(desk.page, 'stagnatiepunt');
    });

    it('claims it, and finds the professional contact in personal chat', async () => {
      await notice().getByRole('button', { name: 'Ik pak dit op' }).click();
      await notice().getByText('Opgepakt door het stagnatiepunt').waitFor();
      await desk.place('Routewijzer');
      await desk.sees('stagnation-contact', code);
      await desk.sees('stagnation-contact', MARIJKE);
    });

    it('closes it with how it ended', async () => {
      await desk.press('stagnation-contact', 'Afronden of doorgeven');
      await desk.card('stagnation-close').getByRole('radio').first().check();
      await desk.press('stagnation-close', 'Rond af');
      await desk.sees('stagnation-contact', 'Afgerond');
      await desk.place('Stagnatiepunt');
      await notice().getByText('Afgerond op').waitFor();
    });
  });

  it('the manager gets the overview, with small numbers hidden', async () => {
    await desk.as(BERT);
    await desk.say('overzicht');
    await desk.sees('overview', '1 t/m 4');
    await desk.press('overview', 'Hoe lees je dit?');
    await desk.sees('overview', /verborgen|verstopt|klein/i);
  });

  it('nothing sticks out of a phone, and nothing went wrong in the browser', async () => {
    const phone = await openDesk(browser, bot.url, PHONE);
    for (const [name, kind] of [[MARIJKE, 'advice'], [ANNEKE, 'consent'], [JELTE, 'invitation'], [THIRZA, 'stagnation-contact'], [BERT, 'overview']] as const) {
      await phone.as(name);
      await phone.card(kind).waitFor();
      expect(await phone.sticksOut(), `${kind} sticks out`).toBeLessThanOrEqual(0);
    }
    await phone.as(THIRZA);
    await phone.place('Stagnatiepunt');
    await phone.card('stagnation').waitFor();
    expect(await phone.sticksOut()).toBeLessThanOrEqual(0);
    expect([...desk.complaints, ...phone.complaints]).toEqual([]);
  });
});
