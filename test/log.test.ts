import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createLog, errorFacts, knownEvents, startFault, type Log } from '../src/log.js';
import { repositoryRoot } from './support/process.js';

/** What a log writes for one call. */
function written(...call: Parameters<Log>): Readonly<Record<string, unknown>> {
  let line = '';
  createLog({ write: (text) => { line += text; } })(...call);
  return JSON.parse(line) as Record<string, unknown>;
}

describe('a line in the log', () => {
  it('holds what is on the list', () => {
    expect(written('warn', 'not-delivered', { row: 7, card: 'invitation', reason: 'status 403 BotNotInConversationRoster' })).toMatchObject({ level: 40, msg: 'not-delivered', row: 7, card: 'invitation', reason: 'status 403 BotNotInConversationRoster' });
    expect(written('error', 'turn-failed', { error: 'TypeError', code: 'SQLITE_FULL' })).toMatchObject({ level: 50, msg: 'turn-failed', error: 'TypeError', code: 'SQLITE_FULL' });
  });
  it('holds nothing of an event that is not', () => {
    const line = written('info', 'Wietske Hofstra belde', { wie: 'Wietske Hofstra', email: 'juf@proef.example' });
    expect(line).toEqual({ level: 30, time: expect.any(Number) as number, msg: '[dropped]', dropped: 3 });
    for (const inherited of ['constructor', 'toString', '__proto__']) expect(written('info', inherited, {})).toMatchObject({ msg: '[dropped]' });
  });
  it('holds no fact that is not on its list, not even its name', () => {
    expect(written('info', 'texts-sealed', { texts: 3, 'Wietske Hofstra': 1 })).toMatchObject({ texts: 3, dropped: 1 });
    expect(JSON.stringify(written('info', 'texts-sealed', { texts: 3, 'Wietske Hofstra': 1 }))).not.toContain('Wietske');
  });
  it.each([
    ['turn-failed', 'error', 'Wietske Hofstra'], ['turn-failed', 'error', 'SqliteError: UNIQUE failed'], ['turn-failed', 'code', 'juf@proef.example'], ['not-delivered', 'reason', 'status 403 moeder belde'],
    ['not-delivered', 'card', 'old:case:1:abc'], ['not-delivered', 'reason', 'Kan niet bezorgen aan Wietske'], ['route-not-kept', 'hash', '8f14e45f-ceea-467f'], ['case-deleted', 'region', 'Midden-Groningen, Wietske'],
    ['request-refused', 'reason', 'eyJhbGciOiJSUzI1NiJ9.e30.x'], ['request-refused', 'cause', 'https://login.example/?token=abc'], ['texts-sealed', 'texts', 'drie'], ['texts-sealed', 'texts', Number.NaN],
    ['sending-paused', 'until', 'morgen'], ['start-failed', 'reason', 'iemand@proef.example'],
  ])('%s leaves out a %s like %j', (event, name, value) => {
    expect(written('info', event, { [name]: value })).toMatchObject({ msg: event, [name]: '[dropped]', dropped: 1 });
  });
});

describe('of an error', () => {
  it('only its name and its code are told', () => {
    const cause = Object.assign(new Error('UNIQUE constraint failed'), { code: 'SQLITE_CONSTRAINT' });
    expect(errorFacts(new Error('store: Wietske Hofstra', { cause }))).toEqual({ error: 'Error', code: 'SQLITE_CONSTRAINT' });
    expect(errorFacts('Wietske Hofstra')).toEqual({ error: 'unknown' });
  });
  it('that stops the start the message is told, without what could be somebody\'s', () => {
    expect(startFault(new Error('store /data/routewijzer.sqlite: database disk image is malformed'))).toBe('store /data/routewijzer.sqlite: database disk image is malformed');
    expect(startFault(new Error('duplicate key value violates unique constraint "people_aad_key_key"'))).toBe('duplicate key value violates unique constraint people_aad_key_key');
    expect(startFault(new Error('invalid input syntax: "Wietske Hofstra"\nDETAIL: juf@proef.example 123456782'))).toBe('invalid input syntax: [dropped] DETAIL: [dropped] [dropped]');
    expect(startFault(new Error('wrapped by 0123456789ab'))).toBe('wrapped by 0123456789ab');
    expect(written('fatal', 'start-failed', { reason: startFault(new Error('a "b\nc@d')) })).not.toHaveProperty('dropped');
  });
});

describe('every line that the source writes', () => {
  const sources = readdirSync(join(repositoryRoot, 'src'), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts') && !name.startsWith('log.'))
    .map((name) => ({ name, text: readFileSync(join(repositoryRoot, 'src', name), 'utf8') }));
  const calls = sources.flatMap(({ name, text }) => [...text.matchAll(/\blog\((?!\))[^;]*?,\s*'([\w -]+)'/g)].map(([, event = '']) => ({ name, event })));

  it('is of an event on the list', () => {
    expect(calls.length).toBeGreaterThan(8);
    expect(calls.filter(({ event }) => !knownEvents.has(event))).toEqual([]);
  });
  it('goes through this log: nobody else writes', () => {
    const others = sources.filter(({ name, text }) => !/^(cli|torture|desk\/page)\//.test(name) && name !== 'main.ts' && /\bpino\b|console\.|process\.std(out|err)/.test(text)).map(({ name }) => name);
    expect(others).toEqual([]);
  });
});
