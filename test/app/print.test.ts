import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openPrint } from '../../src/app/print/open.js';
import { hashOf } from '../../src/app/print/token.js';
import { readHtml } from '../print/docs.js';
import { talkForm } from '../support/contact.js';
import { buttonIn, buttonsOf, kindOf, openHouse, shownIn, type House, type Who } from '../support/house.js';
import { agree, mdoForm, planButton, PURPOSE } from '../support/mdo.js';
import type { Reply } from '../../src/app/input.js';

let house: House;
let ref: string;
let code: string;
let address: string | undefined = 'https://routewijzer.example';
beforeEach(async () => {
  address = 'https://routewijzer.example';
  house = await openHouse();
  Object.assign(house.parts, { publicUrl: () => address });
  await house.arrive('juf', 'ib', 'jgz', 'elders');
  ({ ref, code } = await house.openCase('juf'));
});
afterEach(() => house.close());

const print = async (document: string, who: Who = 'juf') => house.press(who, await house.on(ref, 'print', { document }));
/** The token of the link on a card. */
const tokenIn = (reply: Reply) => /https:\/\/routewijzer\.example\/print\/([\w-]+)"/.exec(shownIn(reply))?.[1] ?? '';
const opened = (token: string) => openPrint(house.parts, token);
const withJgz = async () => {
  await agree(house, ref, 'jgz,koo,sociaal-team');
  await house.press('juf', await house.on(ref, 'person-invite'), { person: (await house.person('jgz')).id, told: 'ja' });
};
const withdraw = () => agree(house, ref, 'jgz', 'ingetrokken');

describe('a link to a page', () => {
  it('is made when the button is pressed, and says how long and for whom', async () => {
    const reply = await print('timeline');
    expect(kindOf(reply)).toBe('print-links');
    const token = tokenIn(reply);
    expect(shownIn(reply)).toContain(`https://routewijzer.example/print/${token}.md"`);
    for (const text of ['werken een half uur', 'Wie de link heeft, kan de pagina openen.']) expect(shownIn(reply)).toContain(text);
    expect(tokenIn(await print('timeline'))).not.toBe(token);
  });
  it('is kept as a hash alone', async () => {
    const token = tokenIn(await print('timeline'));
    const link = await house.store.link(hashOf(token));
    expect(link).toEqual({ hash: hashOf(token), stream: ref, document: 'timeline', personId: (await house.person('juf')).id, expiresAt: '2026-11-23T08:30:00.000Z' });
    expect(JSON.stringify([link, house.logged])).not.toContain(token);
  });
  it('opens more than once, until half an hour has passed', async () => {
    const token = tokenIn(await print('timeline'));
    for (const moment of ['2026-11-23T08:00:00.000Z', '2026-11-23T08:29:59.999Z']) {
      house.at(moment);
      expect(await opened(token)).toMatchObject({ status: 200, file: `casus-${code}-tijdlijn` });
    }
    house.at('2026-11-23T08:30:00.000Z');
    expect(await opened(token)).toMatchObject({ status: 410 });
  });
  it('of which nobody ever heard gives no hint', async () => {
    const pages = await Promise.all(['', 'id1', '../print', 'x'.repeat(500), "' or 1=1", `${tokenIn(await print('timeline'))}x`].map(opened));
    expect(new Set(pages.map((page) => page.status))).toEqual(new Set([404]));
    expect(readHtml(pages[0]?.html ?? '')).not.toMatch(new RegExp(`casus|${code}`, 'i'));
  });
  it('shows the case as it is when it is opened', async () => {
    const token = tokenIn(await print('timeline'));
    await house.press('juf', await house.on(ref, 'contact-note'), talkForm);
    expect((await opened(token)).markdown).toContain(talkForm.discussed);
  });
  it('closes with the consent: 403, and not a word of the case', async () => {
    await withJgz();
    const token = tokenIn(await print('timeline', 'jgz'));
    expect((await opened(token)).status).toBe(200);
    await withdraw();
    const page = await opened(token);
    expect(page.status).toBe(403);
    expect(page.html + page.markdown).not.toMatch(new RegExp(`${code}|Hofstra|school`, 'i'));
    await agree(house, ref, 'jgz');
    expect((await opened(token)).status).toBe(200);
  });
  it('closes for who was taken out of the register', async () => {
    await house.press('juf', await house.on(ref, 'refer'));
    const token = tokenIn(await print('timeline', 'ib'));
    await house.store.importPeople([]);
    expect((await opened(token)).status).toBe(403);
  });
  it('goes with the case, and an old one is removed', async () => {
    const token = tokenIn(await print('timeline'));
    house.at('2026-11-25T08:00:00.000Z');
    const other = tokenIn(await print('sharing'));
    expect(await house.store.link(hashOf(token))).toBeUndefined();
    expect((await opened(other)).status).toBe(200);
    await house.store.forget(ref);
    expect((await opened(other)).status).toBe(404);
    expect(await house.store.link(hashOf(other))).toBeUndefined();
  });
});

describe('who may print what', () => {
  it('nobody who takes no part, whatever the button says', async () => {
    for (const who of ['elders', 'jgz', 'punt', 'baas'] as const) {
      const reply = await print('timeline', who);
      expect(tokenIn(reply)).toBe('');
      expect(shownIn(reply)).not.toContain(code);
    }
  });
  it('nobody towards whom sharing stopped', async () => {
    await withJgz();
    await withdraw();
    const reply = await print('sharing', 'jgz');
    expect(tokenIn(reply)).toBe('');
    expect(shownIn(reply)).toContain('delen stopt');
  });
  it.each(['plan', 'invitation', 'alles', '', 'constructor'])('no page %j while there is none', async (document) => {
    const reply = await print(document);
    expect(kindOf(reply)).toBe('print');
    expect(shownIn(reply)).toContain('Deze pagina is er nu niet om te printen.');
  });
  it('the invitation is the organiser’s, until the MDO is off', async () => {
    await withJgz();
    await house.press('juf', await house.on(ref, 'refer'));
    await house.press('juf', await planButton(house, ref), await mdoForm(house, ['jgz', 'koo']));
    expect(tokenIn(await print('invitation', 'ib'))).toBe('');
    const token = tokenIn(await print('invitation'));
    const text = readHtml((await opened(token)).html);
    for (const there of ['7 december 2026, 14:30 uur', 'Tjitske Wobbes', PURPOSE]) expect(text).toContain(there);
    const mdo = (await house.store.load(ref)).find((event) => event.type === 'MdoPlanned')?.data as { mdo: string };
    await house.press('juf', await house.on(ref, 'mdo-cancel'), { mdo: mdo.mdo, reason: 'te-weinig' });
    expect((await opened(token)).status).toBe(410);
  });
  it('a closed case still gives what belongs in a dossier', async () => {
    await house.press('juf', await house.on(ref, 'close'), { ending: 'niet-nodig' });
    expect((await opened(tokenIn(await print('timeline')))).status).toBe(200);
    expect(buttonsOf((await house.press('juf', await house.on(ref, 'show', { view: 'print' })) as { message: { card: unknown } }).message.card).length).toBeGreaterThan(2);
  });
});

describe('the sheet of what can be printed', () => {
  const sheet = async (who: Who = 'juf') => house.press(who, await house.on(ref, 'show', { view: 'print' }));
  it('says of each page what it is for', async () => {
    const reply = await sheet();
    expect(buttonIn(reply, 'print', { document: 'timeline' }).title).toBe('Print de tijdlijn');
    expect(buttonIn(reply, 'print', { document: 'sharing' }).title).toBe('Print wat wordt gedeeld');
    expect(shownIn(reply)).toContain('Vanaf 16 jaar is het voor de jongere zelf.');
    expect(shownIn(reply)).not.toContain('Print het plan');
  });
  it('says that printing is not possible where no browser finds the process', async () => {
    address = undefined;
    const reply = await sheet();
    expect(shownIn(reply)).toContain('Routewijzer heeft nog geen adres op internet.');
    expect(buttonsOf((reply as { message: { card: unknown } }).message.card).map((one) => one.verb)).not.toContain('print');
    expect(shownIn(await print('timeline'))).toContain('Printen kan nu niet');
    expect(shownIn(await house.press('juf', await house.on(ref, 'show', { view: 'contacts' })))).toContain('Printen kan nu niet');
  });
  it('warns who knows that the parents are not to be told yet, and nobody else', async () => {
    await house.press('juf', await house.on(ref, 'refer'));
    await house.press('juf', await house.on(ref, 'danger'), { reason: 'kind', note: 'Iets wat ons zorgen geeft', parentsNotYet: 'ja' });
    const warned = 'Geef een blad voor de ouders nu niet mee.';
    if (!(await house.store.load(ref)).some((event) => event.type === 'DangerNoted')) throw new Error('no danger was noted');
    expect(shownIn(await sheet())).toContain(warned);
    expect(shownIn(await print('sharing'))).toContain(warned);
    expect(shownIn(await print('timeline'))).not.toContain(warned);
    expect(shownIn(await sheet('ib'))).not.toContain(warned);
    const token = tokenIn(await print('sharing', 'ib'));
    expect((await opened(token)).html).not.toMatch(/zorgen geeft|gevaar/i);
  });
});
