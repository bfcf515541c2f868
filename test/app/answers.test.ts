import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Reply } from '../../src/app/input.js';
import type { Understood } from '../../src/knowledge/understand.js';
import { buttonIn, buttonsOf, kindOf, openHouse, shownIn, type House, type Who } from '../support/house.js';

let house: House;
beforeEach(async () => {
  house = await openHouse();
  await house.arrive('juf', 'ib', 'regie', 'koo');
});
afterEach(() => house.close());

const titles = (reply: Reply) => (reply.kind === 'card' ? buttonsOf(reply.message.card).map(({ title }) => title) : []);
const remarks = () => house.store.remarks();
const open = async (who: Who = 'juf') => (await house.store.rowsOf((await house.person(who)).id, 'visit'))[0];
/** A question about the age is open. */
async function askedForAge(who: Who = 'juf') {
  await house.say(who, 'wat nu?');
  const first = await house.say(who, 'Ik maak me zorgen over een kind');
  return house.press(who, buttonIn(first, 'answer', { value: 'nog-niemand' }).data);
}

describe('a question with one answer', () => {
  it('gives the short answer, and the rest behind buttons that need no other card', async () => {
    const reply = await house.say('juf', 'wat is een zat');
    expect(kindOf(reply)).toBe('article');
    const shown = shownIn(reply);
    expect(shown).toContain('article:zat');
    for (const behind of ['"title":"Meer"', '"title":"Waarom?"', '"title":"Wie bel ik?"', 'Klopte dit?', 'OVL-02']) expect(shown).toContain(behind);
  });
  it('keeps no rule ids on its face', async () => {
    const reply = await house.say('juf', 'wat is een zat');
    if (reply.kind !== 'card') throw new Error('no card');
    const face = (reply.message.card['body'] as readonly { id?: string; isVisible?: boolean }[]).filter((part) => part.isVisible !== false);
    expect(JSON.stringify(face)).not.toMatch(/\b[A-Z]{1,3}-?[A-Z]*-\d\d\b/);
  });
  it.each([['juf', 'leerkracht'], ['ib', 'intern-begeleider'], ['koo', 'koo'], ['regie', 'regievoerder-zorg']] as const)('about the own task is for the role of who asks: %s', async (who, slug) => {
    expect(shownIn(await house.say(who, 'wat is mijn taak in de route'))).toContain(`article:${slug}`);
  });
  it('opens a related one in its place, which comes up to date as that', async () => {
    const reply = await house.say('juf', 'wat is een zat');
    const related = buttonIn(reply, 'article');
    const other = await house.press('juf', related.data, {}, { cardActivityId: 'a-1' });
    expect(shownIn(other)).toContain(`article:${String(related.data['slug'])}`);
    await house.deliver();
    expect(JSON.stringify(house.sent.at(-1)?.message.card)).toContain(`article:${String(related.data['slug'])}`);
  });
  it('walks the route with what the article begins with and what the text told', async () => {
    const reply = await house.press('juf', { v: 1, verb: 'walk', ref: '', seen: 0, slug: 'vrijstelling5a', known: 'leeftijd:12-15,regelen:verzonnen,zomaar:iets' });
    expect(shownIn(reply)).toContain('Ik begreep:');
    const visit = await open();
    const told = (await house.store.load(visit?.stream ?? '')).slice(1).map(({ data }) => data);
    expect(told).toEqual(expect.arrayContaining([{ fact: 'aanleiding', value: 'regelen' }, { fact: 'regelen', value: 'vrijstelling' }, { fact: 'leeftijd', value: '12-15' }]));
    expect(JSON.stringify(told)).not.toContain('zomaar');
  });
  it('says of whom the region has no number', async () => {
    expect(shownIn(await house.say('juf', 'wat is een zat'))).toContain('Voor Midden-Groningen is nog niet ingevuld wie dit is');
  });
});

describe('"Klopte dit?"', () => {
  const QUESTION = 'wat is een zat';
  it('yes is kept with the article and the question, and the answer stays', async () => {
    const reply = await house.press('juf', buttonIn(await house.say('juf', QUESTION), 'judge', { right: 'ja' }).data, {}, { cardActivityId: 'a-1' });
    expect(shownIn(reply)).toContain('Dank je');
    expect(titles(reply)).not.toContain('Nee');
    expect(await remarks()).toEqual([{ day: '2026-11-23', kind: 'right', article: 'zat', text: QUESTION }]);
    await house.deliver();
    expect(JSON.stringify(house.sent.at(-1)?.message.card)).toContain('Dank je');
  });
  it('no offers the other articles and a person', async () => {
    const asked = await house.say('juf', QUESTION);
    const reply = await house.press('juf', buttonIn(asked, 'judge', { right: 'nee' }).data);
    expect(kindOf(reply)).toBe('wrong');
    expect(shownIn(reply)).toContain('IB\'er');
    expect(buttonIn(reply, 'article').data['slug']).not.toBe('zat');
    expect(await remarks()).toEqual([{ day: '2026-11-23', kind: 'wrong', article: 'zat', text: QUESTION }]);
  });
  it('scrubs a forged question once more', async () => {
    await house.press('juf', { v: 1, verb: 'judge', ref: '', seen: 0, slug: 'zat', right: 'nee', q: 'zat over Tim Jansen 123456782' });
    expect(JSON.stringify(await remarks())).not.toMatch(/Jansen|123456782/);
  });
});

describe('words that could be about several things, or about none', () => {
  const said = (kind: Partial<Understood>): Understood => ({ text: 'iets vaags over regels', refused: [], facts: {}, ...kind }) as Understood;
  const hears = (understood: Understood) => { Object.assign(house.parts, { understand: () => understood }); };

  it('three buttons, the likeliest first, and none of these', async () => {
    hears(said({ kind: 'choices', id: 'koo', alternatives: ['smw', 'jgz'] }));
    const reply = await house.say('juf', 'iets vaags over regels');
    expect(kindOf(reply)).toBe('choices');
    const offered = reply.kind === 'card' ? buttonsOf(reply.message.card).filter(({ verb }) => verb === 'article') : [];
    expect(offered.map(({ data }) => data['slug'])).toEqual(['koo', 'smw', 'jgz']);
    expect(await remarks()).toEqual([]);
    const chosen = await house.press('juf', offered[1]?.data);
    expect(buttonIn(chosen, 'judge', { right: 'nee', q: 'iets vaags over regels', alts: 'koo,jgz' })).toBeDefined();
    const none = await house.press('juf', buttonIn(reply, 'none-of-these').data);
    expect(kindOf(none)).toBe('unknown');
    expect(await remarks()).toMatchObject([{ kind: 'unanswered', text: 'iets vaags over regels' }]);
  });
  it.each([['juf', 'IB\'er'], ['ib', 'Regievoerder zorg'], ['koo', 'Casemanager jeugd'], ['regie', 'Coördinator']] as const)('for %s an unknown text leads to %s', async (who, role) => {
    const reply = await house.say(who, 'hoeveel weegt de maan eigenlijk');
    expect(kindOf(reply)).toBe('unknown');
    expect(shownIn(reply)).toContain('geen antwoord op');
    expect(shownIn(reply)).toContain(role);
    expect(titles(reply)).toContain('Wat nu?');
  });
  it('are kept once a day, and not a few letters, thanks or a greeting', async () => {
    for (const text of ['hoeveel weegt de maan eigenlijk', 'hoeveel weegt de maan eigenlijk', 'xz', '???', 'dank je wel!', 'hoi', 'ze wil dood']) await house.say('juf', text);
    expect((await remarks()).map(({ text }) => text)).toEqual(['hoeveel weegt de maan eigenlijk']);
    house.at('2026-11-24T09:00:00.000Z');
    await house.say('ib', 'hoeveel weegt de maan eigenlijk');
    expect(await remarks()).toHaveLength(2);
  });
  it('go when their days have passed', async () => {
    await house.say('juf', 'hoeveel weegt de maan eigenlijk');
    house.at('2027-05-20T09:00:00.000Z');
    await house.deliver();
    expect(await remarks()).toHaveLength(1);
    house.at('2027-05-25T09:00:00.000Z');
    await house.deliver();
    expect(await remarks()).toEqual([]);
    expect(await house.store.outboxCounts()).toMatchObject({ pending: 0 });
  });
});

describe('a situation', () => {
  it('begins the route and says what was understood', async () => {
    const reply = await house.say('juf', 'hij komt al 3 wkn niet op school wat nu');
    expect(kindOf(reply)).toBe('question');
    expect(shownIn(reply)).toContain('Ik begreep:');
    expect(shownIn(reply)).toContain('Een kind is vaak of lang niet op school');
    expect(shownIn(reply)).toContain('Klopt dat?');
    expect(titles(reply)).toContain('Wijzig');
    expect(titles(reply).some((title) => title.startsWith('Lees meer: '))).toBe(true);
  });
  it('keeps what was understood on the card when it comes up to date', async () => {
    const reply = await house.say('juf', 'hij komt al 3 wkn niet op school wat nu');
    if (reply.kind === 'card') await reply.sent?.('a-1');
    await house.deliver();
    const card = JSON.stringify(house.sent.at(-1)?.message.card);
    expect(card).toContain('Ik begreep:');
    expect(card).toContain('Lees meer: ');
  });
});

describe('a typed answer to the open question', () => {
  it.each([
    ['13', '12-15'], ['13 jaar', '12-15'], ['hij is 13', '12-15'], ['12, 13, 14 of 15 jaar', '12-15'], ['jonger dan 12', 'onder-12'], ['16 of 17 jaar', '16-17'], ['18', '18-plus'],
  ])('"%s" is an age', async (text, value) => {
    await askedForAge();
    const visit = await open();
    await house.say('juf', text);
    expect((await house.store.load(visit?.stream ?? '')).at(-1)).toMatchObject({ type: 'Answered', data: { fact: 'leeftijd', value } });
  });
  it.each(['groep 8', 'bijna 13', '3 weken', '99'])('"%s" is none', async (text) => {
    await askedForAge();
    const visit = await open();
    await house.say('juf', text);
    expect((await house.store.row(visit?.stream ?? ''))?.version).toBe(visit?.version);
  });
  it('says of a number that fits nowhere that it is no answer, and asks again', async () => {
    await askedForAge();
    const reply = await house.say('juf', '99');
    expect(kindOf(reply)).toBe('question');
    expect(shownIn(reply)).toContain('Dit antwoord ken ik niet');
  });
  it('a fact in a longer text counts while the question is fresh; after an hour it may be another child', async () => {
    const text = 'het gaat om een meisje van 13 op het vo';
    await askedForAge();
    const visit = await open();
    house.at('2026-11-23T09:30:00.000Z');
    await house.say('juf', text);
    expect((await house.store.row(visit?.stream ?? ''))?.version).toBe(visit?.version);
    await askedForAge('ib');
    expect(shownIn(await house.say('ib', text))).toContain('Ik las: 12, 13, 14 of 15 jaar');
    await house.say('juf', '13');
    expect((await house.store.row(visit?.stream ?? ''))?.version).toBe((visit?.version ?? 0) + 1);
  });
  it('leaves an age open when somebody does not know it', async () => {
    await askedForAge();
    const reply = await house.say('juf', 'geen idee');
    expect(kindOf(reply)).toBe('question');
    expect(shownIn(reply)).toContain('Vraag het eerst na');
  });
  it('a number alone means nothing when nothing is asked', async () => {
    const reply = await house.say('juf', '13');
    expect(kindOf(reply)).toBe('notice');
    expect(shownIn(reply)).toContain('waar dit getal bij hoort');
    expect(await remarks()).toEqual([]);
  });
  it('the second answer, a slip of the finger and part of a label are read, and said', async () => {
    await house.say('juf', 'wat nu?');
    const visit = await open();
    const second = await house.say('juf', 'de tweede');
    expect(shownIn(second)).toContain('Ik las: ');
    expect((await house.store.load(visit?.stream ?? '')).at(-1)).toMatchObject({ data: { fact: 'aanleiding', value: 'verzuim' } });
    await house.say('juf', 'terug');
    await house.say('juf', 'Ik maak me zorgn over een kind');
    expect((await house.store.load(visit?.stream ?? '')).at(-1)).toMatchObject({ data: { fact: 'aanleiding', value: 'zorg' } });
    await house.say('juf', 'ouders');
    expect((await house.store.load(visit?.stream ?? '')).at(-1)).toMatchObject({ data: { fact: 'stand', value: 'ouders' } });
  });
  it('a label on the card is its answer, whatever it sounds like; anything else with danger in it is not', async () => {
    const { understand } = house.parts;
    Object.assign(house.parts, { understand: (text: string) => ({ text, kind: 'safety', id: 'vermoeden', refused: [], facts: {} }) });
    await house.say('juf', 'iets ergs');
    expect((await open())?.version).toBe(2);
    Object.assign(house.parts, { understand });
    house.at('2026-11-23T08:01:00.000Z');
    await house.say('juf', 'wat nu?');
    const visit = await open();
    Object.assign(house.parts, { understand: (text: string) => ({ text, kind: 'safety', id: 'vermoeden', refused: [], facts: {} }) });
    await house.say('juf', 'Ik maak me zorgen over een kind');
    expect((await house.store.load(visit?.stream ?? '')).at(-1)).toMatchObject({ data: { fact: 'aanleiding', value: 'zorg' } });
  });
  it('words that fit no answer ask again; a command stays a command', async () => {
    await askedForAge();
    const { understand } = house.parts;
    Object.assign(house.parts, { understand: (text: string) => ({ text, kind: 'none', refused: [], facts: {} }) });
    expect(shownIn(await house.say('juf', 'tja zoiets'))).toContain('Dit antwoord ken ik niet');
    expect(await remarks()).toEqual([]);
    Object.assign(house.parts, { understand });
    expect(shownIn(await house.say('juf', 'stop'))).toContain('Je bent gestopt');
  });
});

describe('a question in between', () => {
  it('is answered, and the dialog goes on', async () => {
    await askedForAge();
    const visit = await open();
    const reply = await house.say('juf', 'wat is een zat?');
    expect(kindOf(reply)).toBe('article');
    expect(shownIn(reply)).toContain('Je was bezig met: ');
    expect(await open()).toEqual(visit);
    expect(kindOf(await house.press('juf', buttonIn(reply, 'resume').data))).toBe('question');
    await house.say('juf', '13');
    expect((await house.store.load(visit?.stream ?? '')).at(-1)).toMatchObject({ data: { fact: 'leeftijd', value: '12-15' } });
  });
  it('about a role shows the card of the role, with the way back', async () => {
    await askedForAge();
    const reply = await house.say('juf', 'rolkaart KOO');
    expect(kindOf(reply)).toBe('role');
    expect(shownIn(reply)).toContain('Je was bezig met: ');
    expect(titles(reply)).toContain('Verder met de vraag');
    expect(titles(await house.say('ib', 'rolkaart KOO'))).not.toContain('Verder met de vraag');
  });
  it('that nobody can answer leaves the dialog as it was', async () => {
    await askedForAge();
    const visit = await open();
    const reply = await house.say('juf', 'hoeveel weegt de maan eigenlijk?');
    expect(kindOf(reply)).toBe('unknown');
    expect(titles(reply)).toContain('Verder met de vraag');
    expect(await open()).toEqual(visit);
  });
});
