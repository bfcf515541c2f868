import { request } from 'undici';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readHtml } from '../print/docs.js';
import { buttonOf, textOf, type Card } from './card.js';
import { opensCase } from './case-work.js';
import { nameOf, startScene, START_MS, type Scene, type Someone } from './scene.js';

/** A page to print, from the button to the browser, on the started process. */
let scene: Scene;
let ib: Someone;
let code: string;
beforeAll(async () => {
  scene = await startScene();
  ib = scene.someone('ib');
  code = await opensCase(ib, 'signaal', 'onder-12');
}, START_MS);
afterAll(async () => { await scene.close(); });

/** A button of the case as its card holds one, whatever else stands on it. */
async function opens(view: string): Promise<Card> {
  const { data } = buttonOf(ib.card(), { verb: 'show' });
  const answer = await ib.click({ verb: 'show', data: { v: 1, verb: 'show', ref: data['ref'], seen: data['seen'], view } });
  if (answer.type !== 'application/vnd.microsoft.card.adaptive') throw new Error(JSON.stringify(answer));
  return answer.value as Card;
}
const pressesIn = async (card: Card, title: string, typed: Readonly<Record<string, string>> = {}): Promise<Card> => {
  const answer = await ib.task('fetch', buttonOf(card, title), typed);
  if (answer?.type !== 'continue') throw new Error(JSON.stringify(answer));
  return answer.value.card.content;
};
const linksIn = (card: Card): readonly string[] => [...JSON.stringify(card).matchAll(/"url":"([^"]+)"/g)].map(([, url = '']) => url);
const get = async (url: string) => {
  const { statusCode, headers, body } = await request(url);
  return { status: statusCode, type: headers['content-type'], text: await body.text() };
};

describe('printing', () => {
  it('gives a page and the same as text at the address where the process listens, for half an hour', async () => {
    const sheet = await opens('print');
    expect(textOf(sheet)).toContain('Print wat wordt gedeeld');
    const [page = '', text = ''] = linksIn(await pressesIn(sheet, 'Print wat wordt gedeeld'));
    expect(page.startsWith(`${scene.bot().url}/print/`)).toBe(true);
    const shown = await get(page);
    expect([shown.status, shown.type]).toEqual([200, 'text/html; charset=utf-8']);
    expect(readHtml(shown.text)).toContain(`Stel die aan ${nameOf('ib')}`);
    expect(await get(text)).toMatchObject({ status: 200, type: 'text/markdown; charset=utf-8' });
    await scene.later(31 * 60_000);
    expect((await get(page)).status).toBe(410);
    expect(scene.bot().output().stderr + scene.bot().output().stdout).not.toContain(page.slice(page.lastIndexOf('/') + 1));
  });
  it('of an address that is none says so in Dutch', async () => {
    const { status, text } = await get(`${scene.bot().url}/print/bestaat-niet`);
    expect(status).toBe(404);
    expect(readHtml(text)).toContain('Deze pagina is er niet');
  });
  it('survives a kill: the link is in the database, as a hash', async () => {
    ib = scene.someone('ib');
    await ib.says('mijn casussen');
    const [page = ''] = linksIn(await pressesIn(await opens('print'), 'Print de tijdlijn'));
    const before = scene.bot().url;
    await scene.survives();
    const again = await get(page.replace(before, scene.bot().url));
    expect(again.status).toBe(200);
    expect(readHtml(again.text)).toContain(`Tijdlijn van casus ${code}`);
  });
});
