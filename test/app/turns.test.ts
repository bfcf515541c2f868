import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createHandler } from '../../src/app/handle.js';
import { kindOf, openHouse, type House } from '../support/house.js';
import { pass } from '../support/outbox.js';

let house: House;
beforeEach(async () => { house = await openHouse(); });
afterEach(() => house.close());

describe('a typed message that is delivered twice', () => {
  it('is answered once while it is being answered', async () => {
    const both = await Promise.all([house.say('juf', 'wat nu?', 'm-1'), house.say('juf', 'wat nu?', 'm-1')]);
    expect(both.map(kindOf).sort()).toEqual(['none', 'question']);
  });
  it('is answered once when it was answered', async () => {
    const reply = await house.say('juf', 'wat nu?', 'm-1');
    await reply.turn?.answered();
    pass(house, 3600);
    expect(await house.say('juf', 'wat nu?', 'm-1')).toEqual({ kind: 'none' });
  });
  it('is answered by the second delivery when the answer could not be sent', async () => {
    const reply = await house.say('juf', 'wat nu?', 'm-1');
    await reply.turn?.failed();
    expect(kindOf(await house.say('juf', 'wat nu?', 'm-1'))).toBe('question');
    expect(await house.store.rowsOf((await house.person('juf')).id, 'visit')).toHaveLength(1);
  });
  it('is answered by the second delivery when answering failed', async () => {
    const broken = createHandler({ ...house.parts, understand: () => { throw new Error('broken'); } });
    const conversation = { serviceUrl: 'https://teams.example/', conversationId: 'chat-juf', channelId: 'msteams', tenantId: 'tenant-1', botId: '28:bot', userId: undefined };
    const said = { kind: 'text', text: 'wat nu?', speaker: { aadObjectId: 'aad-juf', name: 'x', tenantId: 'tenant-1' }, scene: { kind: 'personal', conversation }, activityId: 'm-1' } as const;
    await expect(broken.handle(said)).rejects.toThrow();
    expect(kindOf(await house.say('juf', 'wat nu?', 'm-1'))).toBe('question');
  });
  it('is answered by a delivery that comes twelve seconds after the first one died', async () => {
    await house.say('juf', 'wat nu?', 'm-1');
    pass(house, 11.999);
    expect(kindOf(await house.say('juf', 'wat nu?', 'm-1'))).toBe('none');
    pass(house, 0.001);
    expect(kindOf(await house.say('juf', 'wat nu?', 'm-1'))).toBe('question');
  });
  it('is another message in another chat, or without an id', async () => {
    await house.say('juf', 'wat nu?', 'm-1');
    expect(kindOf(await house.say('ib', 'wat nu?', 'm-1'))).toBe('question');
    expect((await Promise.all([house.say('juf', 'help'), house.say('juf', 'help')])).map(kindOf)).toEqual(['notice', 'notice']);
  });
  it('is forgotten after a day', async () => {
    const reply = await house.say('juf', 'wat nu?', 'm-1');
    await reply.turn?.answered();
    pass(house, 24 * 3600 - 1);
    await house.deliver();
    expect(kindOf(await house.say('juf', 'wat nu?', 'm-1'))).toBe('none');
    pass(house, 3600);
    await house.deliver();
    expect(kindOf(await house.say('juf', 'wat nu?', 'm-1'))).toBe('question');
  });
});
