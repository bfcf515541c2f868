import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buttonIn, buttonsOf, kindOf, openHouse, shownIn, type House } from '../support/house.js';
import { answer, does, joins } from '../support/consent-app.js';

/** Teams refuses a card of about 28 KB. */
const LARGEST = 25_000;
let house: House;
let ref: string;
beforeEach(async () => {
  house = await openHouse();
  await house.arrive('juf', 'ib', 'jgz');
  ref = (await house.openCase('juf')).ref;
});
afterEach(() => house.close());

const view = async (name: string, who: 'juf' | 'ib' | 'jgz' = 'juf', fields: Readonly<Record<string, string>> = {}) => house.press(who, await house.on(ref, 'show', { ...fields, view: name }));
const record = async (changes: Readonly<Record<string, string>> = {}) => house.press('juf', await house.on(ref, 'consent'), answer(changes));
const gezag = async (...who: readonly string[]) => house.press('juf', await house.on(ref, 'gezag'), { gezag: who.join(',') });

describe('the consent of a case', () => {
  it('asks first who has gezag, and then leads to the form', async () => {
    const first = await view('consent');
    expect(kindOf(first)).toBe('consent');
    expect(buttonIn(first, 'show', { view: 'gezag-form' }).title).toBe('Wie heeft het gezag?');
    expect(shownIn(first)).not.toContain('Leg een antwoord vast');
    const after = await gezag('moeder', 'vader');
    expect(kindOf(after)).toBe('consent');
    expect(shownIn(after)).toContain('Je vraagt het hun allebei (landelijke regel).');
    expect(buttonIn(after, 'show', { view: 'consent-form' }).title).toBe('Leg een antwoord vast');
  });
  it('says for each recipient what the route asks: also that within the school nothing is asked, and that Veilig Thuis may always be told', async () => {
    await gezag('moeder');
    const shown = shownIn(await view('consent'));
    expect(shown).toContain('Binnen school is geen toestemming nodig');
    expect(shown).toContain('Veilig Thuis: de Meldcode');
    expect(shown).toContain('Je mag Veilig Thuis inlichten zonder toestemming (landelijke regel)');
    expect(shown).toContain('Deel niets over ziekte en niets over de inhoud van de zorg.');
    expect(shown).toContain('De route zegt hier niets over toestemming.');
    expect(shown).toContain('Vraag: moeder.');
  });
  it('offers for who has not answered yet a form in which only the answer is missing', async () => {
    await gezag('moeder', 'vader');
    await record({ recipients: 'jgz,koo' });
    const shown = await view('consent');
    const short = buttonIn(shown, 'show', { view: 'consent-form', person: 'vader' });
    expect(short).toMatchObject({ title: 'Antwoord van de vader', data: { recipients: 'koo,jgz' } });
    const form = shownIn(await house.press('juf', short.data));
    expect(form).toContain('"value":"vader"');
    expect(form).toContain('"value":"koo,jgz"');
    await record({ recipients: 'jgz,koo', person: 'vader' });
    expect(buttonsOf(await view('consent')).filter((one) => one.title.startsWith('Antwoord van'))).toEqual([]);
  });
  it('from 16 the jongere comes first, and no button leads to the parents', async () => {
    ref = (await house.openCase('juf', { age: '16-17' })).ref;
    const first = await view('consent');
    expect(shownIn(first)).toContain('Vraag eerst de jongere zelf.');
    expect(shownIn(first)).not.toContain('Vraag: ouders');
    await gezag('moeder');
    await record({ person: 'jeugdige', status: 'gevraagd' });
    const titles = buttonsOf(await view('consent')).map((one) => one.title);
    expect(titles).toContain('Antwoord van de jeugdige');
    expect(titles).not.toContain('Antwoord van de moeder');
  });
  it('is small enough for Teams with everything in it', async () => {
    ref = (await house.openCase('juf', { age: '16-17' })).ref;
    await gezag('moeder', 'vader', 'voogd');
    const all = 'koo,jgz,sociaal-team,leerplicht,bovenschools-team,regievoerder,swv,anders';
    for (const person of ['jeugdige', 'moeder', 'vader', 'voogd']) {
      for (const [at, recipients] of [all, 'jgz,koo', 'swv'].entries()) await record({ person, recipients, how: at === 1 ? 'schriftelijk' : 'mondeling', until: '2027-06-30' });
      await record({ person, recipients: 'leerplicht', purpose: 'verzuim', status: 'weet-het' });
    }
    for (const name of ['consent', 'consent-form', 'gezag-form', 'border-form', 'registrations', 'danger-form']) {
      expect(Buffer.byteLength(shownIn(await view(name, 'juf', { more: 'ja' }))), name).toBeLessThan(LARGEST);
    }
  });
});

describe('the form for an answer', () => {
  beforeEach(() => gezag('moeder'));
  it('has five inputs first; "meer" adds a purpose and a last day and keeps what was chosen', async () => {
    const form = await view('consent-form');
    const inputs = (text: string) => [...text.matchAll(/"type":"Input\.[A-Za-z]+","id":"([a-z]+)"/gi)].map((found) => found[1]);
    expect(kindOf(form)).toBe('consent-form');
    expect(inputs(shownIn(form)).sort()).toEqual(['how', 'on', 'person', 'recipients', 'status']);
    const more = await house.press('juf', buttonIn(form, 'show', { more: 'ja' }).data, answer({ status: 'geweigerd' }));
    expect(inputs(shownIn(more)).sort()).toEqual(['how', 'on', 'person', 'purpose', 'recipients', 'status', 'until']);
    expect(shownIn(more)).toContain('"value":"geweigerd"');
    const done = await house.press('juf', buttonIn(more, 'consent').data, answer({ purpose: 'verzuim', recipients: 'leerplicht', status: 'weet-het', until: '2027-01-31' }));
    expect(shownIn(done)).toContain('Leerplicht (verzuim): weet het en is het ermee eens (mondeling, 23-11-2026, tot en met 31-01-2027, vastgelegd door Wietske Hofstra)');
  });
  it('comes back with its reason and with what was chosen', async () => {
    const back = await record({ status: 'weet-het', on: '2026-11-20' });
    expect(kindOf(back)).toBe('consent-form');
    for (const said of ['weet het en is het ermee eens” niet genoeg', '"value":"weet-het"', '"value":"moeder"', '"value":"2026-11-20"']) expect(shownIn(back)).toContain(said);
  });
  it('repeats nothing but what its inputs can hold', async () => {
    const back = shownIn(await record({ person: 'Jantje van hiernaast', recipients: 'jgz,de buren', on: 'gisteren' }));
    for (const odd of ['Jantje', 'buren', 'gisteren']) expect(back).not.toContain(odd);
    expect(back).toContain('"value":"jgz"');
  });
  it('two people at once: the yes comes back with what stands, and nothing is lost', async () => {
    await does(house, ref, 'juf', { type: 'refer', person: (await house.person('ib')).id, role: 'ib-er', organisation: 'De Proefschool' });
    const yes = buttonIn(await view('consent-form'), 'consent');
    await house.press('ib', await house.on(ref, 'consent'), answer({ status: 'geweigerd' }));
    const back = await house.press('juf', yes.data, answer());
    expect(shownIn(back)).toContain('Intussen heeft iemand anders een nee vastgelegd.');
    expect(shownIn(back)).toContain('De moeder heeft geweigerd.');
    expect(shownIn(back)).toContain('"value":"gegeven"');
    const again = await house.press('juf', buttonIn(back, 'consent').data, answer());
    expect(shownIn(again)).toContain('Vastgelegd.');
  });
  it('lets who is shared with stop it, and offers them no yes for themselves', async () => {
    await record();
    await joins(house, ref, 'juf', 'jgz');
    expect(shownIn(await view('consent-form', 'jgz'))).toContain('JGZ van de GGD (je eigen kant: alleen geweigerd of ingetrokken)');
    const done = await house.press('jgz', await house.on(ref, 'consent'), answer({ status: 'ingetrokken' }));
    expect(shownIn(done)).toContain('delen stopt');
  });
});

describe('gezag', () => {
  it('a list that loses somebody who said no asks why', async () => {
    await gezag('moeder', 'vader');
    await record({ person: 'vader', status: 'geweigerd' });
    const back = await gezag('moeder');
    expect(kindOf(back)).toBe('gezag-form');
    expect(shownIn(back)).toContain('Het gaat om de vader.');
    const done = await house.press('juf', buttonIn(back, 'gezag').data, { gezag: 'moeder', gezagReason: 'uitspraak' });
    expect(shownIn(done)).toContain('Gezag: moeder.');
  });
});

describe('the month of the next border (N-14)', () => {
  it('is asked when a case opens, comes back when it can not be, and can be changed later', async () => {
    const form = await house.say('juf', 'nieuwe casus');
    const submit = buttonIn(form, 'open-case');
    const typed = { step: 'signaal', age: '12-15', month: '03-1999' };
    const back = await house.press('juf', submit.data, typed);
    expect(shownIn(back)).toContain('Kies een maand van 11-2026 tot en met 11-2030');
    expect(shownIn(back)).toContain('"value":"03-1999"');
    const opened = await house.press('juf', submit.data, { ...typed, month: '3-2028' });
    ref = String(buttonIn(opened, 'show', { view: 'consent' }).data['ref']);
    expect(shownIn(await view('consent'))).toContain('Wordt 16 in 03-2028');
    await house.press('juf', await house.on(ref, 'border'), { month: '04-2028' });
    expect(shownIn(await view('consent'))).toContain('Wordt 16 in 04-2028');
    const refused = await house.press('juf', await house.on(ref, 'border'), { month: 'in de lente' });
    expect(kindOf(refused)).toBe('border-form');
    expect(shownIn(refused)).not.toContain('lente');
  });
});

describe('registrations', () => {
  it('are a form with three places, and stand on the card of the case', async () => {
    const form = shownIn(await view('registrations'));
    for (const said of ['Je vraagt hiervoor geen toestemming.', 'geen melding van verzuim. Geef nooit ziekte door.', 'in je eigen dossier', 'De ouders weten het']) expect(form).toContain(said);
    const back = await house.press('juf', await house.on(ref, 'registration'), { informed: 'ja' });
    expect(kindOf(back)).toBe('registrations');
    expect(shownIn(await house.press('juf', await house.on(ref, 'registration'), { ggd: 'stond-er', informed: 'ja' }))).toContain('Vastgelegd.');
    expect(shownIn(await view('registrations'))).toContain('"value":"stond-er"');
  });
  it('from 16 it is the jongere who is told', async () => {
    ref = (await house.openCase('juf', { age: '16-17' })).ref;
    const form = shownIn(await view('registrations'));
    expect(form).toContain('De jongere weet het');
    expect(form).not.toContain('De ouders weten het');
  });
});
