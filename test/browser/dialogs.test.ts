import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { cardMessage, cardOf, startDesk, type Json, type Running } from '../desk/stub-bot.js';
import { findChromium, sayMissing, startChromium } from './chromium.js';
import { PHONE } from './desk.js';

/** What Teams does with dialogs, with own views of a card and with answers to a click, seen in the desk with a stub of the bot. */

const MARIJKE = 'aad-veldkamp';
const CHAT = `a:${MARIJKE}`;
const START_WITHIN_MS = 40_000;
const text = (words: string): Json => ({ type: 'TextBlock', text: words, wrap: true });
const OPENER = { type: 'Action.Submit', title: 'Toestemming', data: { verb: 'show', msteams: { type: 'task/fetch' } } };
const BASE = { ...cardOf(text('De casus')), actions: [OPENER, { type: 'Action.Execute', title: 'Verder', verb: 'go', data: {} }] };
const FORM = {
  ...cardOf(text('Wie zei wat?'), { type: 'Input.Text', id: 'note', label: 'Notitie' }),
  actions: [{ type: 'Action.Submit', title: 'Leg vast', data: { verb: 'consent' } }, { type: 'Action.Execute', title: 'Vergeten', verb: 'x', data: {} }],
};
const task = (answer: Json) => ({ status: 200, body: { task: answer } });
const goesOn = (card: Json) => task({ type: 'continue', value: { title: 'Casus 7K3F2', height: 'large', width: 'medium', card: { contentType: 'application/vnd.microsoft.card.adaptive', content: card } } });
const replaced = (card: Json) => ({ status: 200, body: { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: card } });

const chromium = findChromium();
if (chromium === undefined) sayMissing('dialogs and own views in the desk');

describe.skipIf(chromium === undefined)('the desk does as Teams does', () => {
  let browser: Browser;
  let running: Running;
  let page: Page;
  let posted = '';
  const dialog = (): Locator => page.getByTestId('dialog');
  const button = (name: string): Locator => page.getByRole('button', { name, exact: true });
  const path = (id: string) => `/${encodeURIComponent(CHAT)}/activities${id}`;
  const update = (card: Json) => running.connector('PUT', path(`/${posted}`), cardMessage(card));
  const invokes = () => running.received.map((activity) => [activity['name'], activity['value']] as [string, { trigger?: string; data?: Json }]);

  beforeAll(async () => { browser = await startChromium(chromium ?? ''); }, START_WITHIN_MS);
  afterAll(async () => { await browser?.close(); }, START_WITHIN_MS);
  beforeEach(async () => {
    running = await startDesk();
    running.answer = (activity) => Promise.resolve(activity['name'] === 'task/fetch' ? goesOn(FORM) : task({ type: 'message', value: 'Vastgelegd.' }));
    posted = String((await running.connector('POST', path(''), cardMessage(BASE))).body['id']);
    page = await browser.newPage({ locale: 'nl-NL' });
    page.setDefaultTimeout(8000);
    await page.goto(`${running.url}/desk/`);
    await page.getByText('De casus').waitFor();
  });
  afterEach(async () => {
    await page.close();
    await running.close();
  });

  it('opens a dialog above the chat, with the keyboard in it and nothing else in reach', async () => {
    await button('Toestemming').focus();
    await page.keyboard.press('Enter');
    await dialog().getByText('Wie zei wat?').waitFor();
    expect(await dialog().getByRole('heading', { name: 'Casus 7K3F2' }).count()).toBe(1);
    for (let presses = 0; presses < 12; presses += 1) {
      await page.keyboard.press('Tab');
      expect(await page.evaluate('document.activeElement === document.body || document.activeElement.closest("dialog") !== null')).toBe(true);
    }
    await page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'detached' });
    expect(await page.locator(':focus').innerText()).toBe('Toestemming');
    expect(running.received).toHaveLength(1);
  });

  it('sends what was typed, and shows the last word', async () => {
    await button('Toestemming').click();
    await dialog().getByLabel('Notitie').fill('kort gesproken');
    await button('Leg vast').click();
    expect(await page.getByTestId('dialog-said').innerText()).toBe('Vastgelegd.');
    expect(invokes().map(([name]) => name)).toEqual(['task/fetch', 'task/submit']);
    expect(invokes()[1]?.[1].data).toEqual({ verb: 'consent', note: 'kort gesproken' });
    await page.getByTestId('dialog-done').click();
    await dialog().waitFor({ state: 'detached' });
  });

  it('keeps what was typed when the bot fails, and can be sent again', async () => {
    await button('Toestemming').click();
    await dialog().getByLabel('Notitie').fill('kort gesproken');
    running.answer = () => Promise.resolve({ status: 500 });
    await button('Leg vast').click();
    await page.getByTestId('dialog-fault').getByText('Wat je invulde staat er nog').waitFor();
    expect(await dialog().getByLabel('Notitie').inputValue()).toBe('kort gesproken');
    running.answer = () => Promise.resolve(goesOn(cardOf(text('Nog iets'))));
    await button('Leg vast').click();
    await dialog().getByText('Nog iets').waitFor();
    running.answer = () => Promise.resolve({ status: 200 });
    await page.getByTestId('dialog-close').click();
    await dialog().waitFor({ state: 'detached' });
  });

  it('does nothing with a button that Teams does not know in a dialog, and says so', async () => {
    await button('Toestemming').click();
    await button('Vergeten').click();
    await page.getByTestId('dialog-fault').getByText('werkt niet in een dialoogvenster').waitFor();
    expect(running.received).toHaveLength(1);
  });

  it('fits a dialog on a phone', async () => {
    await page.setViewportSize(PHONE);
    await button('Toestemming').click();
    await dialog().getByText('Wie zei wat?').waitFor();
    expect(await page.evaluate<number>('document.querySelector("dialog").scrollWidth - document.documentElement.clientWidth')).toBeLessThanOrEqual(0);
  });

  it('shows an answer to a click until the page is loaded again: only an update stays', async () => {
    const next = cardOf(text('De volgende vraag'));
    running.answer = () => Promise.resolve(replaced(next));
    await button('Verder').click();
    await page.getByText('De volgende vraag').waitFor();
    await page.reload();
    await page.getByText('De casus').waitFor();
    expect(await page.getByText('De volgende vraag').count()).toBe(0);
    await button('Verder').click();
    await page.getByText('De volgende vraag').waitFor();
    await update(next);
    await page.reload();
    await page.getByText('De volgende vraag').waitFor();
  });

  it('lets an update take the place of what a click was answered with', async () => {
    running.answer = () => Promise.resolve(replaced(cardOf(text('De volgende vraag'))));
    await button('Verder').click();
    await page.getByText('De volgende vraag').waitFor();
    await update(cardOf(text('Wat nu geldt')));
    await page.getByText('Wat nu geldt').waitFor();
    expect(await page.getByText('De volgende vraag').count()).toBe(0);
  });

  describe('a card with own views', () => {
    const shared = (version: string) => ({ ...cardOf(text(`Voor iedereen ${version}`)), refresh: { action: { type: 'Action.Execute', verb: 'refresh', data: { ref: 'c-1' } }, userIds: [`29:${MARIJKE}`] } });
    const asked = () => invokes().filter(([, value]) => value.trigger === 'automatic').length;

    it('is asked for once a version by whom it names, and shown to nobody else', async () => {
      running.answer = () => Promise.resolve(replaced(cardOf(text('Voor jou'))));
      await update(shared('een'));
      await page.getByText('Voor jou').waitFor();
      await page.locator('[data-testid=person][data-name="Anneke Roelofsma"]').click();
      await page.getByTestId('place-who').getByText('Chat van Anneke').waitFor();
      await page.locator('[data-testid=person][data-name="Marijke Veldkamp"]').click();
      await page.getByText('Voor jou').waitFor();
      expect(asked()).toBe(1);
      await update(shared('twee'));
      await expect.poll(asked).toBe(2);
      await page.getByText('Voor jou').waitFor();
      const { body } = await running.call('GET', `/desk/api/conversations/${encodeURIComponent(CHAT)}?person=${MARIJKE}`);
      expect(JSON.stringify(body)).not.toContain('Voor jou');
    });

    it('stays as it is when there is no own view', async () => {
      running.answer = () => Promise.resolve({ status: 200, body: { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: '' } });
      await update(shared('een'));
      await expect.poll(asked).toBe(1);
      expect(await page.getByText('Voor iedereen een').count()).toBe(1);
    });
  });
});
