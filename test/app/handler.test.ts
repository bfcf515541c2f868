import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buttonIn, chatId, kindOf, openHouse, register, shownIn, type House } from '../support/house.js';
import { agree, caseWithMdo, mdoForm, PURPOSE } from '../support/mdo.js';

let house: House;
beforeEach(async () => { house = await openHouse(); });
afterEach(() => house.close());

const BSN = '123456782';
/** Everything that the events and texts of the store hold, as one text. */
async function everything(...refs: string[]): Promise<string> {
  return JSON.stringify(await Promise.all(refs.map((ref) => house.store.load(ref))));
}
const versionOf = async (ref: string) => (await house.store.row(ref))?.version;

describe('a text', () => {
  it('"wat nu?" begins with the first question, the role known from the register', async () => {
    const reply = await house.say('juf', 'wat nu?');
    expect(kindOf(reply)).toBe('question');
    expect(buttonIn(reply, 'answer', { fact: 'aanleiding', value: 'zorg' }).title).not.toBe('');
  });
  it('about danger interrupts everything', async () => {
    await house.say('juf', 'wat nu?');
    const reply = await house.say('juf', 'een leerling heeft blauwe plekken');
    expect(kindOf(reply)).toBe('advice');
    expect(shownIn(reply)).toContain('0800-2000');
  });
  it('asks at which step of the Meldcode somebody is, and names 112 and Veilig Thuis meanwhile', async () => {
    const reply = await house.say('juf', 'meldcode');
    expect(kindOf(reply)).toBe('question');
    for (const part of ['Bij welke stap van de Meldcode', '112', '0800-2000']) expect(shownIn(reply)).toContain(part);
  });
  it('is read as a number where the question is about one', async () => {
    await house.say('juf', 'wat nu?');
    await house.say('juf', 'zorg');
    await house.say('juf', 'nog niemand');
    expect(kindOf(await house.say('juf', '13'))).toBe('advice');
  });
  it('keeps what can be done meanwhile short, so that the question stays in sight', async () => {
    await house.say('ib', 'wat nu?');
    await house.say('ib', 'ik wil iets aanvragen of regelen');
    const reply = await house.say('ib', 'een toelaatbaarheidsverklaring (TLV)');
    expect(kindOf(reply)).toBe('question');
    expect(shownIn(reply)).toContain('Bespreek de aanvraag eerst');
    expect(shownIn(reply)).not.toContain('31 juli');
  });
  it('may be the answer to the open question', async () => {
    await house.say('juf', 'wat nu?');
    expect(shownIn(await house.say('juf', 'We lopen vast'))).toContain('vastsoort');
  });
  it('that is delivered twice begins one visit', async () => {
    await house.say('juf', 'wat nu?', 'activity-7');
    await house.say('juf', 'wat nu?', 'activity-7');
    expect(await house.store.rowsOf((await house.person('juf')).id, 'visit')).toHaveLength(1);
  });
  it('that is not understood gets help, never silence', async () => {
    expect(kindOf(await house.say('juf', 'hoe laat is het'))).toBe('unknown');
  });
  it('with a BSN is answered, warned about, and neither kept nor repeated', async () => {
    const reply = await house.say('juf', `ik maak me zorgen over een leerling, bsn ${BSN}`);
    expect(kindOf(reply)).toBe('question');
    expect(shownIn(reply)).toContain('burgerservicenummer');
    expect(shownIn(reply)).not.toContain(BSN);
    const visits = await house.store.rowsOf((await house.person('juf')).id, 'visit');
    expect(await everything(...visits.map((row) => row.stream))).not.toContain(BSN);
  });
  it('"stop" and "verder" go on where one was', async () => {
    await house.say('juf', 'wat nu?');
    expect(kindOf(await house.say('juf', 'stop'))).toBe('notice');
    expect(kindOf(await house.say('juf', 'verder'))).toBe('question');
  });
});

describe('in a channel', () => {
  it('a question is answered in personal chat only', async () => {
    await house.arrive('juf');
    const reply = await house.sayInChannel('juf', 'een leerling heeft blauwe plekken');
    expect(reply).toEqual({ kind: 'text', text: 'Ik heb je geantwoord in onze persoonlijke chat.' });
    expect(house.sent.map((one) => one.conversationId)).toEqual([chatId('juf')]);
  });
  it('without a chat it asks to open one', async () => {
    expect(shownIn(await house.sayInChannel('juf', 'wat nu?'))).toContain('persoonlijke chat');
    expect(house.sent).toEqual([]);
  });
  it('only the stagnatiepunt links it', async () => {
    expect(shownIn(await house.sayInChannel('juf', 'dit is het stagnatiepunt'))).toContain('Alleen een medewerker');
    expect(shownIn(await house.sayInChannel('punt', 'dit is het stagnatiepunt'))).toContain('gekoppeld');
  });
  it('no button but "ik pak dit op" works there', async () => {
    const { ref } = await house.openCase('juf');
    const reply = await house.press('juf', await house.on(ref, 'show', { view: 'case' }), {}, { channel: true });
    expect(kindOf(reply)).toBe('notice');
    expect(shownIn(reply)).not.toContain('Wietske');
  });
});

describe('a button that is not ours', () => {
  it.each([
    ['an unknown verb', { v: 1, verb: 'toverspreuk', ref: '', seen: 0 }], ['an inherited one', { v: 1, verb: 'constructor', ref: '', seen: 0 }], ['another version', { v: 2, verb: 'cases', ref: '', seen: 0 }],
    ['no data', undefined], ['a text', 'cases'], ['an array', []], ['a nested value', { v: 1, verb: 'cases', ref: '', seen: 0, extra: { a: 1 } }],
    ['a text that is far too long', { v: 1, verb: 'mdo', ref: 'c-1', seen: 0, purpose: 'x'.repeat(5000) }],
  ])('%s gets a kind notice', async (_, data) => {
    expect(kindOf(await house.press('juf', data))).toBe('notice');
  });
  it.each(['show', 'answer', 'back', 'step-done', 'stuck', 'claim', 'mdo', 'mdo-answer', 'consent', 'gezag', 'refer', 'close', 'case-form', 'stagnation-close', 'runs-again', 'resume', 'open-case'])(
    '%s with a forged ref does nothing and fails for nobody', async (verb) => {
      const { ref } = await house.openCase('juf');
      await house.say('juf', 'wat nu?');
      const [visit] = await house.store.rowsOf((await house.person('juf')).id, 'visit');
      const before = await everything(ref, visit?.stream ?? '');
      for (const forged of ['', 'x', 'c-', 'v-nothing', 'n-nothing', '../../etc', verb === 'answer' || verb === 'back' || verb === 'resume' ? ref : visit?.stream]) {
        const reply = await house.press('jgz', { v: 1, verb, ref: forged, seen: 3, fact: 'rol', value: 'ib-er', answer: 'komt', mdo: 'm', invitee: 'x', then: '' });
        expect(['notice', 'case-form', 'case', 'question'], `${verb} ${String(forged)}`).toContain(kindOf(reply));
        expect(shownIn(reply)).not.toContain('Wietske Hofstra');
      }
      expect(await everything(ref, visit?.stream ?? '')).toBe(before);
    },
  );
  it('the card of a visit under the verb of a case, and the other way round, fails for nobody', async () => {
    const { ref } = await house.openCase('juf');
    await house.say('juf', 'wat nu?');
    const [visit] = await house.store.rowsOf((await house.person('juf')).id, 'visit');
    expect(kindOf(await house.press('juf', { v: 1, verb: 'show', ref: visit?.stream, seen: 1, view: 'case' }))).toBe('notice');
    expect(kindOf(await house.press('juf', { v: 1, verb: 'answer', ref, seen: 1, fact: 'rol', value: 'koo' }))).toBe('notice');
  });
  it('Teams\' own refresh changes nothing', async () => {
    const { ref } = await house.openCase('juf');
    expect(await house.press('juf', await house.on(ref, 'close', { ending: 'niet-nodig' }), {}, { automatic: true })).toEqual({ kind: 'none' });
    expect((await house.store.row(ref))?.status).toBe('open');
  });
});

describe('the wrong person', () => {
  it('gets no visit of another', async () => {
    const mine = await house.say('juf', 'wat nu?');
    const reply = await house.press('ib', buttonIn(mine, 'answer', { value: 'zorg' }).data);
    expect(shownIn(reply)).toContain('hoort bij iemand anders');
    expect(shownIn(await house.say('juf', 'wat nu?'))).toContain('aanleiding');
  });
  it.each(['show', 'step-done', 'step-waits', 'stuck', 'runs-again', 'gezag', 'consent', 'close', 'mdo', 'refer', 'mdo-answer', 'mdo-record', 'stagnation-close'])('%s on somebody else\'s case shows and changes nothing', async (verb) => {
    const { ref, code } = await caseWithMdo(house);
    await house.press('juf', await house.on(ref, 'stuck'), { kind: 'samenwerking', parentsKnow: 'ja' });
    const before = await versionOf(ref);
    const reply = await house.press('elders', await house.on(ref, verb, { step: 'signaal', card: 'term', answer: 'komt', view: 'case' }), {
      ...(await mdoForm(house, ['koo', 'cmj'])), gezag: 'moeder', recipients: 'koo', person: 'moeder', status: 'ingetrokken', how: 'mondeling', on: '2026-11-23',
      kind: 'plek', waitFor: 'ouders', until: '2026-12-01', ending: 'niet-nodig',
    });
    expect(kindOf(reply)).toBe('notice');
    for (const secret of [code, PURPOSE, 'Wietske', 'De Proefschool']) expect(shownIn(reply)).not.toContain(secret);
    expect(await versionOf(ref)).toBe(before);
  });
  it('does not claim', async () => {
    await house.linkChannel();
    const { ref } = await house.openCase('juf');
    await house.press('juf', await house.on(ref, 'stuck'), { kind: 'beide', parentsKnow: 'ja' });
    for (const who of ['juf', 'baas'] as const) {
      expect(shownIn(await house.press(who, await house.on(ref, 'claim'), {}, { channel: true }))).toContain('Alleen een medewerker van het stagnatiepunt');
    }
    await house.press('punt', await house.on(ref, 'claim'), {}, { channel: true });
    expect(shownIn(await house.press('punt2', await house.on(ref, 'claim'), {}, { channel: true }))).toContain('al opgepakt');
    expect(kindOf(await house.press('punt2', await house.on(ref, 'stagnation-close'), { ending: 'anders' }))).toBe('notice');
  });
  it('sees no overview', async () => {
    for (const who of ['juf', 'punt', 'regie'] as const) expect(shownIn(await house.say(who, 'overzicht'))).toContain('alleen voor managers');
    expect(kindOf(await house.say('baas', 'overzicht'))).toBe('overview');
    expect(kindOf(await house.press('juf', { v: 1, verb: 'overview', ref: '', seen: 0 }))).toBe('notice');
  });
});

describe('free text with a BSN', () => {
  const typed = `doel ${BSN}`;
  it('is no purpose of an MDO: not kept, not repeated, the rest of the form stays', async () => {
    const { ref } = await house.openCase('juf');
    await agree(house, ref, 'jgz,koo');
    const reply = await house.press('juf', await house.on(ref, 'mdo'), await mdoForm(house, ['jgz', 'koo'], { purpose: typed, date: '2026-12-09' }));
    expect(kindOf(reply)).toBe('mdo-form');
    expect(shownIn(reply)).toContain('burgerservicenummer');
    expect(shownIn(reply)).toContain('2026-12-09');
    expect(shownIn(reply)).not.toContain(BSN);
    expect(await everything(ref)).not.toContain('MdoPlanned');
  });
  it('is no note with another moment, nor with how it ended', async () => {
    const { ref } = await caseWithMdo(house);
    const jgz = (await house.person('jgz')).id;
    const mdo = (await house.store.load(ref)).find((event) => event.type === 'MdoPlanned')?.data as { mdo: string };
    const answer = await house.press('jgz', await house.on(ref, 'mdo-answer', { mdo: mdo.mdo, invitee: `person:${jgz}`, answer: 'ander-moment' }), { proposal: '2026-12-09', proposalNote: typed });
    expect(shownIn(answer)).toContain('burgerservicenummer');
    expect(shownIn(answer)).not.toContain(BSN);
    await house.press('juf', await house.on(ref, 'stuck'), { kind: 'beide', parentsKnow: 'ja' });
    await house.press('punt', await house.on(ref, 'claim'), {}, { channel: true });
    const ended = await house.press('punt', await house.on(ref, 'stagnation-close'), { ending: 'anders', endingNote: typed });
    expect(shownIn(ended)).not.toContain(BSN);
    expect(await everything(ref)).not.toMatch(/MdoAnswered|StagnationClosed/);
  });
  it('events never hold a free text, only its id', async () => {
    const { ref } = await caseWithMdo(house);
    expect(await everything(ref)).not.toContain(PURPOSE);
  });
});

describe('who is not in the register', () => {
  it('may ask the way, and keep a case, but reaches nobody with it', async () => {
    await house.store.importPeople(register.filter((one) => one.aadObjectId !== 'aad-juf'));
    expect(kindOf(await house.say('juf', 'wat nu?'))).toBe('question');
    const { ref } = await house.openCase('juf');
    const before = await versionOf(ref);
    expect(shownIn(await house.press('juf', await house.on(ref, 'stuck'), { kind: 'samenwerking', parentsKnow: 'ja' }))).toContain('niet in het register');
    expect(await versionOf(ref)).toBe(before);
  });
  it('no longer works for the stagnatiepunt, and sees no overview', async () => {
    const { ref } = await house.openCase('juf');
    await house.press('juf', await house.on(ref, 'stuck'), { kind: 'samenwerking', parentsKnow: 'ja' });
    await house.store.importPeople(register.filter((one) => !['aad-punt', 'aad-baas'].includes(one.aadObjectId)));
    await house.press('punt', await house.on(ref, 'claim'), {}, { channel: true });
    expect(await everything(ref)).not.toContain('StagnationClaimed');
    expect(kindOf(await house.say('baas', 'overzicht'))).toBe('notice');
    expect(shownIn(await house.sayInChannel('punt', 'dit is het stagnatiepunt'))).not.toContain('gekoppeld.');
  });
});

describe('taking the IB\'er along', () => {
  it('finds the one of the own organisation', async () => {
    const { ref } = await house.openCase('juf');
    await house.press('juf', await house.on(ref, 'refer'));
    expect((await house.store.row(ref))?.people).toContain((await house.person('ib')).id);
  });
  it('says so when there is none', async () => {
    await house.store.importPeople(register.filter((one) => one.aadObjectId !== 'aad-ib'));
    const { ref } = await house.openCase('juf');
    expect(shownIn(await house.press('juf', await house.on(ref, 'refer')))).toContain('Ik ken geen IB’er');
  });
});

describe('a text that is too long', () => {
  it('is kept in the form, not in the store', async () => {
    const { ref } = await house.openCase('juf');
    await agree(house, ref, 'jgz,koo');
    const reply = await house.press('juf', await house.on(ref, 'mdo'), await mdoForm(house, ['jgz', 'koo'], { purpose: 'a'.repeat(301) }));
    expect(shownIn(reply)).toContain('te lang');
    expect(await everything(ref)).not.toContain('MdoPlanned');
  });
});

describe('a repeated or old click', () => {
  it('is the same command', async () => {
    const { ref } = await house.openCase('juf');
    const data = await house.on(ref, 'stuck');
    const first = await house.press('juf', data, { kind: 'beide', parentsKnow: 'ja' });
    const version = await versionOf(ref);
    const second = await house.press('juf', data, { kind: 'beide', parentsKnow: 'ja' });
    expect(await versionOf(ref)).toBe(version);
    expect(kindOf(second)).toBe(kindOf(first));
    expect(shownIn(second)).not.toContain('al vastgelegd');
  });
  it('a step is not done twice by two who press at the same time', async () => {
    const { ref } = await house.openCase('juf');
    await house.press('juf', await house.on(ref, 'refer'));
    const view = { v: 1, verb: 'show', ref, seen: 1, view: 'term' };
    const ofJuf = buttonIn(await house.press('juf', view), 'step-done').data;
    const ofIb = buttonIn(await house.press('ib', view), 'step-done').data;
    await Promise.all([house.press('juf', ofJuf), house.press('ib', ofIb)]);
    expect((await house.store.row(ref))?.step).toBe('triage');
    expect(shownIn(await house.press('juf', { ...ofJuf, seen: 2 }))).toContain('niet meer actueel');
    expect((await house.store.row(ref))?.step).toBe('triage');
  });
  it('opens one case for one advice', async () => {
    const form = await house.press('juf', { v: 1, verb: 'case-form', ref: '', seen: 0 });
    const submit = buttonIn(form, 'open-case').data;
    await house.press('juf', submit, { step: 'signaal', age: 'onder-12' });
    await house.press('juf', submit, { step: 'signaal', age: 'onder-12' });
    expect(await house.store.rowsOf((await house.person('juf')).id, 'case')).toHaveLength(1);
  });
});
