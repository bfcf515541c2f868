import { expect, it } from 'vitest';
import type { Store } from '../../../src/app/store-port.js';
import { anna, channel, conversation, registered } from './samples.js';

/** The register, strangers, where people can be reached and what stands there. */
export function peopleContract(store: () => Store): void {
  const bram = registered({ aadObjectId: 'BBBB-2', name: 'Bram Bakker', role: 'intern-begeleider' });

  it('takes in a register and finds its people, however their id is written', async () => {
    expect(await store().importPeople([registered(), bram])).toEqual({ added: 2, updated: 0, deactivated: 0 });
    const met = await store().meet('aaaa-1', 'Vries, A. de', 't-1');
    expect(met).toEqual({ ...registered(), id: met.id, registered: true });
    expect(await store().person(met.id)).toEqual(met);
    expect((await store().peopleOfRegion('midden-groningen')).map((person) => person.name)).toEqual(['Anna de Vries', 'Bram Bakker']);
    expect(await store().peopleOfRegion('utrecht-west')).toEqual([]);
  });

  it('keeps ids when the register comes again, changes what changed and takes out who is missing', async () => {
    await store().importPeople([registered(), bram]);
    const before = await store().meet('AAAA-1', '', 't-1');
    const gone = await store().meet('BBBB-2', '', 't-1');
    const again = [registered({ aadObjectId: 'aaaa-1', role: 'directeur' }), registered({ aadObjectId: 'CCCC-3', name: 'Carla' })];
    expect(await store().importPeople(again)).toEqual({ added: 1, updated: 1, deactivated: 1 });
    expect(await store().person(before.id)).toMatchObject({ id: before.id, role: 'directeur', registered: true });
    expect(await store().person(gone.id)).toMatchObject({ name: 'Bram Bakker', registered: false });
    expect((await store().peopleOfRegion('midden-groningen')).map((person) => person.name)).toEqual(['Anna de Vries', 'Carla']);
    expect(await store().importPeople(again)).toEqual({ added: 0, updated: 0, deactivated: 0 });
  });

  it('takes back somebody who was out of the register, under the same id', async () => {
    await store().importPeople([bram]);
    const { id } = await store().meet('BBBB-2', '', undefined);
    await store().importPeople([registered()]);
    expect(await store().importPeople([registered(), bram])).toEqual({ added: 0, updated: 1, deactivated: 0 });
    expect(await store().person(id)).toMatchObject({ registered: true });
  });

  it('adds a stranger as not registered, once', async () => {
    const stranger = await store().meet('DDDD-4', 'Dirk', 't-1');
    expect(stranger).toEqual({
      id: stranger.id, aadObjectId: 'DDDD-4', name: 'Dirk', email: '', role: 'onbekend', organisation: '',
      organisationType: 'onbekend', region: '', registered: false,
    });
    expect((await store().meet('dddd-4', 'Dirk', 't-1')).id).toBe(stranger.id);
    expect((await store().meet('dddd-4', 'Dirk', undefined)).id).toBe(stranger.id);
    expect(await store().person('nobody')).toBeUndefined();
  });

  it('gives one id to a stranger who is met many times at once', async () => {
    const met = await Promise.all(Array.from({ length: 10 }, () => store().meet('DDDD-4', 'Dirk', 't-1')));
    expect(new Set(met.map((person) => person.id)).size).toBe(1);
  });

  it('keeps the id of a stranger who comes into the register', async () => {
    const { id } = await store().meet('aaaa-1', 'Anna', 't-1');
    expect(await store().importPeople([registered()])).toEqual({ added: 0, updated: 1, deactivated: 0 });
    expect(await store().person(id)).toEqual({ ...registered(), id, registered: true });
  });

  it('remembers where a place can be reached, and the latest of it', async () => {
    expect(await store().conversation(anna)).toBeUndefined();
    await store().saveConversation(anna, conversation);
    await store().saveConversation(channel, { ...conversation, conversationId: '19:x@thread.tacv2', tenantId: undefined, userId: undefined });
    expect(await store().conversation(anna)).toEqual(conversation);
    await store().saveConversation(anna, { ...conversation, serviceUrl: 'https://smba.example/amer/' });
    expect(await store().conversation(anna)).toMatchObject({ serviceUrl: 'https://smba.example/amer/' });
    expect(await store().conversation(channel)).toMatchObject({ conversationId: '19:x@thread.tacv2', tenantId: undefined });
  });

  it('remembers which card stands where, and in which version', async () => {
    expect(await store().sentCard('s1', 'case', anna)).toBeUndefined();
    await store().saveSentCard('s1', 'case', anna, { activityId: 'a1', view: 'case', version: 1 });
    await store().saveSentCard('s1', 'case', channel, { activityId: 'a2', view: 'case', version: 1 });
    await store().saveSentCard('s1', 'case', anna, { activityId: 'a1', view: 'mdo-form', version: 4 });
    expect(await store().sentCard('s1', 'case', anna)).toEqual({ activityId: 'a1', view: 'mdo-form', version: 4 });
    expect(await store().sentCard('s1', 'case', channel)).toEqual({ activityId: 'a2', view: 'case', version: 1 });
    expect(await store().sentCard('s1', 'mdo', anna)).toBeUndefined();
  });

  it('lets one message show one card: what stood there before is no longer written over it', async () => {
    await store().saveSentCard('s1', 'visit', anna, { activityId: 'a1', view: 'visit', version: 1 });
    await store().saveSentCard('s2', 'case', anna, { activityId: 'a1', view: 'case', version: 1, banner: '{}' });
    expect(await store().sentCard('s1', 'visit', anna)).toBeUndefined();
    expect(await store().sentCard('s2', 'case', anna)).toMatchObject({ activityId: 'a1', banner: '{}' });
  });

  it('forgets which cards stand in a conversation that a place has left', async () => {
    await store().saveConversation(anna, conversation);
    await store().saveSentCard('s1', 'case', anna, { activityId: 'a1', view: 'case', version: 1 });
    await store().saveConversation(anna, { ...conversation, serviceUrl: 'https://smba.example/amer/' });
    expect(await store().sentCard('s1', 'case', anna)).toBeDefined();
    await store().saveConversation(anna, { ...conversation, conversationId: 'another' });
    expect(await store().sentCard('s1', 'case', anna)).toBeUndefined();
  });
}
