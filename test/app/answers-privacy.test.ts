import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { articleCard, said } from '../../src/app/answers/present.js';
import { contactsOf, nextRoles } from '../../src/app/answers/whom.js';
import { openArticles } from '../../src/content.js';
import { openSqlite } from '../../src/store/sqlite.js';
import { buttonIn, namesAndOrganisations, openHouse, route, type House } from '../support/house.js';
import { testVault } from '../support/vault.js';

const articles = openArticles(route);

describe('what the keepers of the content hear', () => {
  let house: House;
  beforeEach(async () => { house = await openHouse(); await house.arrive('juf', 'ib'); });
  afterEach(() => house.close());

  it('names nobody, and no moment but a day', async () => {
    await house.say('juf', 'hoeveel weegt de maan eigenlijk');
    await house.press('ib', buttonIn(await house.say('ib', 'wat is een zat'), 'judge', { right: 'nee' }).data);
    await house.press('juf', buttonIn(await house.say('juf', 'feedback'), 'feedback').data, { text: 'De uitleg is fijn kort' });
    const kept = await house.store.remarks();
    expect(kept.map(({ kind }) => kind).sort()).toEqual(['feedback', 'unanswered', 'wrong']);
    const people = [(await house.person('juf')).id, (await house.person('ib')).id, 'aad-juf', 'aad-ib', ...namesAndOrganisations];
    for (const one of people) expect(JSON.stringify(kept)).not.toContain(one);
    for (const one of kept) expect(Object.keys(one).sort()).toEqual(['article', 'day', 'kind', 'text']);
  });
});

it('the table has no room for a person or a moment', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'routewijzer-remarks-'));
  const file = join(folder, 'store.sqlite');
  await (await openSqlite(file, testVault)).close();
  const database = new Database(file, { readonly: true });
  const columns = database.pragma('table_info(remarks)') as readonly { name: string }[];
  expect(columns.map(({ name }) => name)).toEqual(['id', 'day', 'kind', 'article', 'body']);
  database.close();
  rmSync(folder, { recursive: true });
});

describe('every article', () => {
  const nobody = { question: 'iets', known: {}, alternatives: [], busy: undefined, judged: false };
  it('fits into a Teams message, and its face into a phone', async () => {
    const house = await openHouse();
    for (const article of articles.bySlug.values()) {
      const card = house.parts.render('article', articleCard(route, articles, article, nobody));
      expect(Buffer.byteLength(JSON.stringify(card)), article.slug).toBeLessThan(25_000);
      const face = (card['body'] as readonly { isVisible?: boolean }[]).filter((part) => part.isVisible !== false);
      expect(JSON.stringify(face).length, article.slug).toBeLessThan(5_000);
    }
    await house.close();
  });
  it('marks what rests on no agreement of this route, once', () => {
    for (const { short, sections } of articles.bySlug.values()) {
      for (const statement of [...short, ...sections.flatMap((section) => section.statements)]) {
        const rules = statement.rules.flatMap((id) => route.rules.get(id) ?? []);
        const shown = said(route, statement);
        if (rules.some((rule) => rule.status === 'A' && !rule.national)) expect(shown).toBe(statement.text);
        else expect(shown.toLowerCase(), statement.text).toMatch(/landelijk|andere regio|groningse achtergrond|verouderd/);
      }
    }
  });
});

it('a mark tells where a statement comes from', () => {
  const marked = (status: 'A' | 'G' | 'U' | 'N' | 'O', national = false) => {
    const rule = [...route.rules.values()].find((one) => one.status === status && one.national === national);
    return said(route, { text: 'Iets.', rules: [rule?.id ?? ''] });
  };
  expect(marked('A')).toBe('Iets.');
  expect(marked('N', true)).toBe('Iets. (landelijke regel)');
  expect(marked('U')).toBe('Iets. (afspraak van een andere regio)');
  expect(marked('G')).toBe('Iets. (Groningse achtergrond)');
  expect(marked('O')).toBe('Iets. (verouderd)');
});

it('everybody has somebody to ask, whom the route knows', () => {
  for (const role of route.roles.keys()) {
    expect(nextRoles(role).length).toBeGreaterThan(0);
    for (const next of nextRoles(role)) expect(route.roles.has(next), next).toBe(true);
    expect(nextRoles(role)).not.toContain(role);
  }
  expect(contactsOf(route, ['veilig-thuis']).facts.map(({ value }) => value).join()).toContain('0800-2000');
});
