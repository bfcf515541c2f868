import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askingOf } from '../../src/knowledge/asking.js';
import { commandsFrom } from '../../src/knowledge/commands.js';
import { gate } from '../../src/knowledge/gate.js';

const commands = commandsFrom([{ id: 'casussen', texts: ['mijn casussen', 'casussen'] }, { id: 'stagnatie', texts: ['naar het stagnatiepunt'] }, { id: 'stop', texts: ['stop'] }], ['graag', 'kun', 'je', 'mij', 'laten', 'zien', 'naar', 'het', 'aub']);

describe('a command', () => {
  it.each(['mijn casussen', 'mijn cassusen', 'mijncasussen', 'kun je mij mijn casussen laten zien', 'casussen mijn graag', 'casusen aub'])('is "%s"', (said) => { expect(commands(said)).toBe('casussen'); });
  it.each(['stagnatiepunt', 'hoeveel casussen mag een ib er hebben volgens de route', 'stom', 'mijn', ''])('is not "%s"', (said) => { expect(commands(said)).toBeUndefined(); });
  it('is no number, whatever it is', () => { fc.assert(fc.property(fc.nat(), (number) => { expect(commands(String(number))).toBeUndefined(); })); });
});

describe('what somebody asks for', () => {
  it.each(['hij komt al 3 wkn niet op school wat nu', 'ik maak me zorgen. Hoe verder?', 'leerling is steeds stiller, wat moet ik doen?', 'wat nu?', 'en nu?'])('"%s": the next step', (text) => { expect(askingOf(text)).toBe('step'); });
  it.each(['wie nodigt uit?', 'leerplicht melden?', 'mag ik de ggd bellen', 'ouders willen 3 weken weg, wie beslist', 'hij is ziek. moet ik dat melden? wat nu', 'hoe vaak is het zat'])('"%s": something in particular', (text) => { expect(askingOf(text)).toBe('question'); });
  it.each(['ik maak me zorgen over een kind', 'geen enkele school wil haar hebben!!', 'leerling is ziek en is al 3 weken thuis', 'zit al 5 weken thuis'])('"%s": nothing, it tells', (text) => { expect(askingOf(text)).toBe('statement'); });
});

describe('the gate', () => {
  const ranking = (first: number, none: number) => ({ candidates: [{ slug: 'mdo', chance: first }, { slug: 'zat', chance: 0.02 }, { slug: 'cvb', chance: 0.01 }, { slug: 'koo', chance: 0 }], none });
  it('answers when one is sure', () => { expect(gate(ranking(0.9, 0.01), 'mdo', undefined)).toEqual({ kind: 'article', id: 'mdo', alternatives: ['zat', 'cvb'] }); });
  it('offers three when none is', () => { expect(gate(ranking(0.5, 0.1), 'mdo', undefined)).toEqual({ kind: 'choices', id: 'mdo', alternatives: ['zat', 'cvb'] }); });
  it('says none when it is about something else, or too faint', () => {
    expect(gate(ranking(0.3, 0.6), 'x', undefined)).toEqual({ kind: 'none' });
    expect(gate(ranking(0.05, 0.1), 'x', undefined)).toEqual({ kind: 'none' });
  });
  it('takes "mijn taak" as the role of who asks', () => { expect(gate(ranking(0.5, 0.1), 'wat is mijn taak', 'koo')).toEqual({ kind: 'article', id: 'koo', alternatives: ['mdo', 'zat'] }); });
});
