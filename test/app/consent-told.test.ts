import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { caseState } from '../../src/case/evolve.js';
import { loadCase } from '../../src/app/run-case.js';
import { chatId, namesAndOrganisations, openHouse, shownIn, type House, type Sent, type Who } from '../support/house.js';
import { answer, does, joins } from '../support/consent-app.js';
import { agree, caseWithMdo, PURPOSE } from '../support/mdo.js';

let house: House;
beforeEach(async () => {
  house = await openHouse();
  await house.arrive('juf', 'ib', 'jgz', 'koo');
});
afterEach(() => house.close());

const text = (one: Sent) => JSON.stringify(one.message.card);
const kind = (one: Sent) => `${one.kind} ${/"id":"card:([a-z-]+)"/.exec(text(one))?.[1] ?? 'none'}`;
/** What came into this chat after `before` messages. */
const since = (before: number, who: Who) => house.sent.slice(before).filter((one) => one.conversationId === chatId(who));
const sharing = (before: number, who: Who) => since(before, who).filter((one) => kind(one).endsWith(' sharing'));

/** Delivers what a moment brings, and returns how many messages there were before. */
async function moment(now?: string): Promise<number> {
  const before = house.sent.length;
  if (now) house.at(now);
  while (await house.deliver() > 0) { /* what it led to */ }
  return before;
}
async function withParticipant(age = 'onder-12', month = ''): Promise<string> {
  const { ref } = await house.openCase('juf', { age });
  if (month !== '') await does(house, ref, 'juf', { type: 'set-border-month', month });
  await agree(house, ref, 'jgz');
  if (age === '12-15') await does(house, ref, 'juf', { type: 'record-consent', recipients: ['jgz'], who: 'jeugdige', status: 'gegeven', how: 'mondeling', on: '2026-11-23' });
  await joins(house, ref, 'juf', 'jgz');
  await moment();
  return ref;
}

describe('a withdrawal', () => {
  it('tells a participant of another side at once and afresh that sharing stops, and says nothing else', async () => {
    const ref = await withParticipant();
    const code = (await house.store.row(ref))?.code ?? '';
    await agree(house, ref, 'jgz', 'ingetrokken');
    const told = sharing(await moment(), 'jgz');
    expect(told.map(kind)).toEqual(['post sharing']);
    const card = told.map(text).join('');
    for (const said of [code, 'Delen stopt', 'School deelt deze casus niet meer met: JGZ van de GGD.', 'Deel zelf ook niets meer over dit kind']) expect(card).toContain(said);
    for (const never of [...namesAndOrganisations, 'moeder', 'Stap']) expect(card).not.toContain(never);
    expect(told[0]?.message.summary).toBe(`Casus ${code}: overzicht`);
  });
  it('is not told twice, nor to anybody of the own side', async () => {
    const ref = await withParticipant();
    await agree(house, ref, 'jgz', 'ingetrokken');
    const before = await moment();
    expect(sharing(before, 'juf')).toEqual([]);
    await agree(house, ref, 'jgz', 'geweigerd');
    expect(sharing(await moment(), 'jgz')).toEqual([]);
  });
  it('taken back, the same card says that sharing may go on', async () => {
    const ref = await withParticipant();
    await agree(house, ref, 'jgz', 'ingetrokken');
    await moment();
    await agree(house, ref, 'jgz');
    const told = sharing(await moment(), 'jgz');
    expect(told.map(kind)).toEqual(['update sharing']);
    expect(text(told[0] as Sent)).toContain('Delen mag weer');
  });
  it('taken back before anything left: nothing is said', async () => {
    const ref = await withParticipant();
    await agree(house, ref, 'jgz', 'ingetrokken');
    await agree(house, ref, 'jgz');
    expect(sharing(await moment(), 'jgz')).toEqual([]);
  });
  it('reaches an invitee who got the invitation, without its purpose; who never got it hears nothing', async () => {
    const { ref } = await caseWithMdo(house);
    await moment();
    await agree(house, ref, 'jgz', 'ingetrokken');
    const told = since(await moment(), 'jgz');
    expect(told.map(kind).sort()).toEqual(['post sharing', 'update invitation']);
    expect(told.map(text).join('')).not.toContain(PURPOSE);
    const { ref: other } = await caseWithMdo(house);
    await agree(house, other, 'jgz', 'ingetrokken');
    expect(since(await moment(), 'jgz')).toEqual([]);
  });
  it('is seen by the others on the card of the case', async () => {
    const ref = await withParticipant();
    await agree(house, ref, 'jgz', 'ingetrokken');
    const shown = shownIn(await house.press('juf', await house.on(ref, 'show', { view: 'consent' })));
    expect(shown).toContain('De moeder heeft de toestemming ingetrokken.');
  });
});

describe('gezag that comes to light', () => {
  it('closes what was open, and is told like a withdrawal', async () => {
    const ref = await withParticipant();
    await house.press('juf', await house.on(ref, 'gezag'), { gezag: 'moeder,vader' });
    expect(sharing(await moment(), 'jgz').map(kind)).toEqual(['post sharing']);
  });
});

describe('a last day that passes', () => {
  it('is told on the morning after', async () => {
    const { ref } = await house.openCase('juf');
    await house.press('juf', await house.on(ref, 'gezag'), { gezag: 'moeder' });
    await house.press('juf', await house.on(ref, 'consent'), answer({ until: '2026-12-11' }));
    await joins(house, ref, 'juf', 'jgz');
    await moment();
    expect(sharing(await moment('2026-12-12T07:59:00.000Z'), 'jgz')).toEqual([]);
    expect(shownIn(await house.press('jgz', await house.on(ref, 'show', { view: 'case' })))).toContain('delen stopt');
    expect(sharing(await moment('2026-12-12T08:00:00.000Z'), 'jgz').map(kind)).toEqual(['post sharing']);
    expect(shownIn(await house.press('juf', await house.on(ref, 'show', { view: 'consent' })))).toContain('telt niet meer: vraag het opnieuw');
  });
  it('of two, each on its own morning', async () => {
    const { ref } = await house.openCase('juf');
    await house.press('juf', await house.on(ref, 'gezag'), { gezag: 'moeder' });
    await house.press('juf', await house.on(ref, 'consent'), answer({ until: '2026-12-11' }));
    await house.press('juf', await house.on(ref, 'consent'), answer({ until: '2026-12-18', recipients: 'koo' }));
    await joins(house, ref, 'juf', 'jgz');
    await joins(house, ref, 'juf', 'koo');
    await moment();
    const first = await moment('2026-12-12T08:00:00.000Z');
    expect([sharing(first, 'jgz').length, sharing(first, 'koo').length]).toEqual([1, 0]);
    expect(sharing(await moment('2026-12-19T08:00:00.000Z'), 'koo').length).toBe(1);
  });
});

describe('a birthday', () => {
  it('12: owner and holder hear that the jeugdige is asked too, and sharing stops until then', async () => {
    const ref = await withParticipant('onder-12', '12-2026');
    const before = await moment('2026-12-01T08:00:00.000Z');
    expect(sharing(before, 'jgz').map(kind)).toEqual(['post sharing']);
    const [asked] = since(before, 'juf').filter((one) => kind(one) === 'post age');
    for (const said of ['12, 13, 14 of 15 jaar', 'Vraag daarom ook de jeugdige zelf', 'School deelt met JGZ van de GGD', 'De toestemming van de jeugdige is nog niet vastgelegd.']) expect(text(asked as Sent)).toContain(said);
    await does(house, ref, 'juf', { type: 'record-consent', recipients: ['jgz'], who: 'jeugdige', status: 'gegeven', how: 'mondeling', on: '2026-12-01' });
    const after = await moment();
    expect(sharing(after, 'jgz').map(kind)).toEqual(['update sharing']);
    expect(since(after, 'juf').filter((one) => kind(one) === 'update age').map(text).join('')).toContain('Er is nu niets dat opnieuw gevraagd moet worden.');
  });
  it('16: the jongere first, and nobody is sent to the parents', async () => {
    await withParticipant('12-15', '12-2026');
    const before = await moment('2027-01-01T08:00:00.000Z');
    expect(sharing(before, 'jgz').map(kind)).toEqual(['post sharing']);
    const card = since(before, 'juf').filter((one) => kind(one) === 'post age').map(text).join('');
    expect(card).toContain('Vraag eerst de jongere zelf. Die kiest of de ouders erbij komen.');
    expect(card).toContain('Toestemming van de jongere');
    expect(card).not.toContain('De toestemming van de moeder');
  });
  it('an invitation closes as at a withdrawal', async () => {
    const { ref } = await caseWithMdo(house);
    await does(house, ref, 'juf', { type: 'set-border-month', month: '12-2026' });
    await moment();
    const told = since(await moment('2026-12-01T08:00:00.000Z'), 'jgz');
    expect(told.map(kind)).toEqual(expect.arrayContaining(['update invitation', 'post sharing']));
    expect(told.map(text).join('')).not.toContain(PURPOSE);
  });
  it('that was moved in time passes by without a word', async () => {
    const ref = await withParticipant('onder-12', '12-2026');
    await does(house, ref, 'juf', { type: 'set-border-month', month: '06-2027' });
    const before = await moment('2026-12-01T08:00:00.000Z');
    expect(since(before, 'juf').filter((one) => kind(one).endsWith('age'))).toEqual([]);
    expect((await loadCase(house.parts, ref))?.state.ageBand).toBe('onder-12');
    expect(since(await moment('2027-06-01T07:00:00.000Z'), 'juf').map(kind)).toContain('post age');
  });
});

describe('danger', () => {
  const NOTE = 'Zij is bang om naar huis te gaan, er werd geslagen';
  const noted = async (ref: string, changes: Readonly<Record<string, string>> = {}) => house.press('juf', await house.on(ref, 'danger'), { reason: 'kind', note: NOTE, parentsNotYet: 'ja', ...changes });

  it('is written down with words that are refused everywhere else, and says what to do now', async () => {
    const { ref } = await house.openCase('juf');
    const form = shownIn(await house.press('juf', await house.on(ref, 'show', { view: 'danger-form' })));
    for (const said of ['Bel 112', '0800-2000', 'Voor de andere partners in de route blijft toestemming nodig.', 'De stappen van de Meldcode', '"tree":"meldcode"']) expect(form).toContain(said);
    expect(shownIn(await noted(ref))).toContain('Alleen jij en wie je koos, zien dit.');
    const event = (await house.store.load(ref)).at(-1);
    expect(JSON.stringify(event)).not.toContain('geslagen');
    expect(await house.store.text((event?.data as { noteId: string }).noteId)).toBe(NOTE);
  });
  it('comes back with its reason and with what was typed, but never with a BSN', async () => {
    const { ref } = await house.openCase('juf');
    const back = shownIn(await noted(ref, { reason: '' }));
    expect(back).toContain('Kies voor wie er gevaar is.');
    expect(back).toContain('er werd geslagen');
    const bsn = shownIn(await noted(ref, { note: 'Het gaat om 123456782' }));
    expect(bsn).toContain('burgerservicenummer');
    expect(bsn).not.toContain('123456782');
    expect((await house.store.load(ref)).map((event) => event.type)).not.toContain('DangerNoted');
  });
  it('reaches those who need to know, and nobody else sees any of it', async () => {
    const ref = await withParticipant();
    const ib = await house.person('ib');
    await does(house, ref, 'juf', { type: 'refer', person: ib.id, role: ib.role, organisation: ib.organisation });
    await moment();
    await noted(ref, { knows: ib.id });
    const before = await moment();
    expect(since(before, 'ib').map(kind)).toContain('post case');
    for (const who of ['juf', 'ib'] as const) {
      const card = shownIn(await house.press(who, await house.on(ref, 'show', { view: 'case' })));
      for (const said of ['Er is gevaar vastgelegd', NOTE, 'De ouders nog niet betrekken. Dit zien ook: Auke Nijholt.', '0800-2000', 'Het gevaar is voorbij']) expect(card).toContain(said);
    }
    for (const one of since(before, 'jgz')) expect(text(one)).not.toMatch(/geslagen|gevaar vastgelegd/i);
    for (const name of ['case', 'consent', 'danger-form']) expect(shownIn(await house.press('jgz', await house.on(ref, 'show', { view: name })))).not.toMatch(/geslagen|Er is gevaar vastgelegd/);
    const state = caseState((await loadCase(house.parts, ref))?.events ?? []);
    await house.press('jgz', await house.on(ref, 'danger-end'), { danger: state?.dangers[0]?.id ?? '' });
    expect((await loadCase(house.parts, ref))?.state.dangers.length).toBe(1);
    await house.press('ib', await house.on(ref, 'danger-end'), { danger: state?.dangers[0]?.id ?? '' });
    expect((await loadCase(house.parts, ref))?.state.dangers).toEqual([]);
  });
});
