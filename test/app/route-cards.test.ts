import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Reply } from '../../src/app/input.js';
import { roleCard, rolesMeant } from '../../src/app/present/role.js';
import { schemaCard } from '../../src/app/present/schema.js';
import { visitCard } from '../../src/app/present/visit.js';
import { readRouteFiles } from '../../src/files.js';
import { loadRoute } from '../../src/route/load.js';
import { pathsOf } from '../../src/route/resolve.js';
import { roleLabel } from '../../src/route/roles.js';
import { buttonIn, buttonsOf, kindOf, namesAndOrganisations, openHouse, route, shownIn, type House } from '../support/house.js';

let house: House;
beforeEach(async () => { house = await openHouse(); });
afterEach(() => house.close());

interface Block { readonly id: string; readonly style: string; readonly items: readonly { readonly text?: string }[] }

/** The blocks on a card, in the order in which they stand. */
function blocksOf(value: unknown): readonly Block[] {
  if (Array.isArray(value)) return value.flatMap(blocksOf);
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.values(value).flatMap(blocksOf);
  return 'id' in value && String(value.id).startsWith('block:') ? [value as Block, ...inner] : inner;
}
const blocksIn = (reply: Reply) => (reply.kind === 'card' ? blocksOf(reply.message.card) : []);
const marked = (reply: Reply) => blocksIn(reply).filter((block) => block.items.some((item) => item.text === 'Je bent hier'));
const sizeOf = (card: unknown) => Buffer.byteLength(JSON.stringify(card));

/** Answers with the first option until there is an advice. */
async function toAdvice(reply: Reply): Promise<Reply> {
  let now = reply;
  for (let asked = 0; kindOf(now) === 'question' && asked < 12; asked += 1) now = await house.press('juf', buttonIn(now, 'answer').data);
  expect(kindOf(now)).toBe('advice');
  return now;
}

describe('the stroomschema', () => {
  it.each(['schema', 'Stroomschema', 'toon de route', 'waar ben ik?'])('comes on "%s", every block once, the main road in its order', async (text) => {
    const reply = await house.say('juf', text);
    expect(kindOf(reply)).toBe('schema');
    const main = route.blocks.filter((block) => block.lane !== 'exit');
    const exits = route.blocks.filter((block) => block.lane === 'exit');
    expect(blocksIn(reply).map((block) => block.id)).toEqual([...main, ...exits].map((block) => `block:${block.id}`));
    for (const block of route.blocks) for (const part of [block.label, block.explain]) expect(shownIn(reply)).toContain(part);
  });

  it('marks nothing before the first question, and says how to begin', async () => {
    const reply = await house.say('juf', 'schema');
    expect(marked(reply)).toEqual([]);
    expect(shownIn(reply)).toContain('Begin met “wat nu?”');
  });

  it('marks the block of the question that is open, in words and in colour, and leads back to it', async () => {
    const question = await house.say('juf', 'wat nu?');
    const reply = await house.say('juf', 'waar ben ik');
    expect(marked(reply).map(({ id, style }) => ({ id, style }))).toEqual([{ id: 'block:signaal', style: 'accent' }]);
    expect(blocksIn(reply).filter((block) => block.style === 'accent')).toHaveLength(1);
    const back = await house.press('juf', buttonIn(reply, 'resume').data);
    expect(shownIn(back)).toBe(shownIn(question));
  });

  it('marks the block of the step of an advice', async () => {
    const advice = await house.say('juf', 'we lopen vast');
    await toAdvice(advice);
    expect(marked(await house.say('juf', 'schema')).map((block) => block.id)).toEqual(['block:stagnatie']);
  });

  it('marks nothing when the last question was stopped', async () => {
    await house.say('juf', 'wat nu?');
    await house.say('juf', 'stop');
    expect(marked(await house.say('juf', 'schema'))).toEqual([]);
  });

  it('shows somebody else nothing of where one is', async () => {
    await house.say('juf', 'wat nu?');
    expect(marked(await house.say('ib', 'schema'))).toEqual([]);
  });

  it('begins every tree from the block in which it stands', async () => {
    const reply = await house.say('juf', 'schema');
    const begins = reply.kind === 'card' ? buttonsOf(reply.message.card).filter((one) => one.verb === 'start').map((one) => one.data['tree']) : [];
    for (const tree of route.trees.keys()) expect(begins).toContain(tree);
    expect(['question', 'advice']).toContain(kindOf(await house.press('juf', buttonIn(reply, 'start', { tree: 'mdo' }).data)));
  });

  it('opens from a case at the step of that case, with the way back, for those who take part', async () => {
    const { ref, code } = await house.openCase('juf', { step: 'triage' });
    const shown = await house.press('juf', await house.on(ref, 'show', { view: 'case' }));
    const reply = await house.press('juf', buttonIn(shown, 'schema').data);
    expect(marked(reply).map((block) => block.id)).toEqual(['block:triage']);
    for (const secret of [...namesAndOrganisations, code]) expect(shownIn(reply)).not.toContain(secret);
    expect(kindOf(await house.press('juf', buttonIn(reply, 'show').data))).toBe('case');

    const other = await house.press('elders', await house.on(ref, 'schema'));
    expect(kindOf(other)).toBe('notice');
    expect(marked(other)).toEqual([]);
  });

  it('is at the way out when the case is stuck', async () => {
    const { ref } = await house.openCase('juf');
    await house.press('juf', await house.on(ref, 'stuck'), { kind: 'samenwerking', parentsKnow: 'ja' });
    expect(marked(await house.press('juf', await house.on(ref, 'schema'))).map((block) => block.id)).toEqual(['block:stagnatie']);
  });

  it.each(['c-nothing', 'x', 'v-nothing'])('with a forged ref (%s) shows no case', async (ref) => {
    expect(kindOf(await house.press('juf', { v: 1, verb: 'schema', ref, seen: 1 }))).toBe('notice');
  });

  it('tells every arrow, and fits on a card wherever one is', () => {
    for (const block of route.blocks) {
      const data = schemaCard(route, { block, of: 'visit', back: { title: 'Terug', verb: 'resume', data: { v: 1 } } });
      const card = house.parts.render('schema', data);
      expect(sizeOf(card), block.id).toBeLessThan(25_000);
      const told = JSON.stringify(card);
      for (const { label } of route.arrows) expect(told).toContain(label ?? '');
    }
  });
});

describe('an agreement of a region', () => {
  /** The first advice of a tree in a region, as its card. */
  function firstAdvice(region: string, tree: string) {
    const loaded = loadRoute(readRouteFiles(), region);
    if (!loaded.ok) throw new Error('the route has faults');
    const [path] = pathsOf(loaded.route, tree);
    const state = { person: 'p', tree, routeHash: '', known: {}, answers: path?.answers ?? {}, stopped: false };
    const card = visitCard(loaded.route, { stream: 'v-1', version: 1, state, route: loaded.route }, undefined);
    if (card.kind !== 'advice') throw new Error('no advice');
    return { route: loaded.route, data: card.data, shown: JSON.stringify(house.parts.render('advice', card.data)) };
  }

  it('stands on the advice as what it is, with whose it is and when it was made', () => {
    const { route: there, data, shown } = firstAdvice('ommelanden', 'evaluatie');
    expect(shown).toContain(`Afspraak in ${there.region.label}`);
    expect(data.agreements.length).toBeGreaterThan(0);
    for (const { text, setBy } of data.agreements) {
      const agreement = there.region.agreements.find((one) => one.text === text);
      expect(setBy).toContain(agreement?.setBy);
      expect(shown).toContain(setBy);
    }
    const dated = { ...there.region.agreements[0], id: 'x', text: 'Tekst', trees: ['evaluatie'], outcomes: [], rules: [], setBy: 'de partners', setOn: '2026-11-02' };
    const [path] = pathsOf(there, 'evaluatie');
    const state = { person: 'p', tree: 'evaluatie', routeHash: '', known: {}, answers: path?.answers ?? {}, stopped: false };
    const now = { ...there, region: { ...there.region, agreements: [dated] } };
    const card = visitCard(now, { stream: 'v-1', version: 1, state, route: now }, undefined);
    expect(card.kind === 'advice' && card.data.agreements).toEqual([{ text: 'Tekst', setBy: 'Bron van de afspraak: de partners, 02-11-2026' }]);
  });

  it('is not on the advice of a region that made none', () => {
    const { data, shown } = firstAdvice('midden-groningen', 'evaluatie');
    expect(data.agreements).toEqual([]);
    expect(shown).not.toContain('Afspraak in');
  });
});

describe('what a role does', () => {
  it.each([
    ['wat doet een koo', 'koo'], ['Wat doet de KOO?', 'koo'], ['rol stagnatiepunt', 'stagnatiepunt'], ['wat doet de ib’er eigenlijk', 'ib-er'],
    ['wat is de rol van de leerplichtambtenaar?', 'leerplichtambtenaar'], ['wie is de regievoerder zorg', 'regievoerder'], ['wat doet de GGD', 'jeugdverpleegkundige'],
    ['wat doet het samenwerkingsverband', 'coordinator-swv'],
  ])('is told on "%s"', async (text, role) => {
    const reply = await house.say('juf', text);
    expect(kindOf(reply)).toBe('role');
    expect(shownIn(reply)).toContain(`"role:${role}"`);
    expect(shownIn(reply)).toContain(roleLabel(route, role));
  });

  it('goes before an answer to the open question, which stays open', async () => {
    await house.say('juf', 'wat nu?');
    expect(kindOf(await house.say('juf', 'wat doet een koo'))).toBe('role');
    expect(kindOf(await house.say('juf', 'verder'))).toBe('question');
  });

  it.each(['wat doet een MDO', 'wat is de bedoeling', 'rol 123456782'])('does not take "%s" for a role', async (text) => {
    expect(kindOf(await house.say('juf', text))).not.toMatch(/role/);
  });

  it('never goes before danger', async () => {
    expect(shownIn(await house.say('juf', 'wat doet de vader die haar slaat, hij slaat zijn kind'))).toMatch(/112|0800-2000|veilig/i);
  });

  it('says so of a role that is known and has no card, and offers the others', async () => {
    const reply = await house.say('juf', 'wat doet de huisarts');
    expect(kindOf(reply)).toBe('roles');
    expect(shownIn(reply)).toContain('Over de rol “Huisarts” is er nog geen uitleg');
  });

  it('of an organisation with more roles is a choice between them', async () => {
    const reply = await house.say('juf', 'wat doet het sociaal team?');
    const roles = reply.kind === 'card' ? buttonsOf(reply.message.card).filter((one) => one.verb === 'role').map((one) => one.data['role']) : [];
    expect(roles).toEqual(rolesMeant(route, 'sociaal team').cards.map((card) => card.id));
    expect(roles.length).toBeGreaterThan(1);
  });

  it('"rollen" gives a button for each role that has a card', async () => {
    const reply = await house.say('juf', 'rollen');
    expect(kindOf(reply)).toBe('roles');
    for (const id of route.cards.keys()) {
      expect(shownIn(await house.press('juf', buttonIn(reply, 'role', { role: id }).data))).toContain(`"role:${id}"`);
    }
  });

  it('opens from the advice for the role that is responsible, and leads back to it, also by way of another role', async () => {
    const advice = await toAdvice(await house.say('juf', 'wat nu?'));
    const role = await house.press('juf', buttonIn(advice, 'role').data);
    expect(kindOf(role)).toBe('role');
    const other = await house.press('juf', buttonIn(role, 'role').data);
    expect(kindOf(other)).toBe('role');
    expect(shownIn(await house.press('juf', buttonIn(other, 'resume').data))).toBe(shownIn(advice));
  });

  it('says to whom the role is, whose it is', () => {
    const [card] = route.cards.values();
    if (!card) throw new Error('no role has a card');
    expect(roleCard(route, card, card.id).audience).toBe('Dit is jouw rol.');
    expect(roleCard(route, card, 'manager').audience).toContain('wie deze rol heeft');
  });

  it('says plainly that nobody filled in whom to call, and shows who was', () => {
    const card = route.cards.get('stagnatiepunt');
    if (!card) throw new Error('the stagnatiepunt has no card');
    expect(roleCard({ ...route, region: { ...route.region, contacts: {} } }, card, '').contact).toBe('Voor deze regio is nog geen contact ingevuld. Vraag je IB’er of de gemeente.');
    const called = { ...route, region: { ...route.region, contacts: { stagnatiepunt: 'bel 050' }, roleNames: { stagnatiepunt: 'Verbinder' } } };
    expect(roleCard(called, card, '')).toMatchObject({ contact: 'bel 050', title: 'Verbinder' });
  });

  it('fits on a card, with every rule behind it, for each role', () => {
    for (const card of route.cards.values()) {
      const data = roleCard(route, card, 'koo', { ref: 'v-abcdefghijklmnop', seen: 9 });
      expect(sizeOf(house.parts.render('role', data)), card.id).toBeLessThan(25_000);
      const ids = data.rules.map((rule) => rule.id);
      for (const told of [...card.tasks, ...card.turn, ...card.not]) for (const id of told.rules) expect(ids).toContain(id);
    }
  });

  it('with an unknown role on the button gets a kind notice', async () => {
    for (const role of ['constructor', 'bakker', '']) expect(kindOf(await house.press('juf', { v: 1, verb: 'role', ref: '', seen: 0, role }))).toBe('notice');
  });
});
