import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ATTACHMENT_ONLY, NOBODY, parseActivity } from '../../src/teams/parse.js';

const BOT = '28:bot';
const base = {
  type: 'message',
  id: 'm1',
  channelId: 'msteams',
  serviceUrl: 'https://smba.example/emea/',
  from: { id: '29:anna', name: 'Anna de Wit', aadObjectId: 'aad-anna' },
  recipient: { id: BOT, name: 'Routewijzer' },
  conversation: { conversationType: 'personal', id: 'a:1', tenantId: 't1' },
};
const inChannel = {
  conversation: { conversationType: 'channel', isGroup: true, id: '19:x@thread.tacv2;messageid=17', tenantId: 't1' },
  channelData: { team: { id: 'team' }, channel: { id: '19:x@thread.tacv2', name: 'Stagnatiepunt' }, tenant: { id: 't1' } },
};
const speaker = { aadObjectId: 'aad-anna', name: 'Anna de Wit', tenantId: 't1' };
const conversation = {
  serviceUrl: 'https://smba.example/emea/', conversationId: 'a:1', channelId: 'msteams', tenantId: 't1', botId: BOT, userId: '29:anna',
};
const personal = { kind: 'personal', conversation };
const execute = (value: unknown) => ({ ...base, type: 'invoke', name: 'adaptiveCard/action', replyToId: 'card1', value });
const mention = { type: 'mention', text: '<at>Routewijzer</at>', mentioned: { id: BOT } };

describe('a text message', () => {
  it('becomes what was typed, by whom and where', () => {
    expect(parseActivity({ ...base, text: ' wat nu? ' })).toEqual({
      kind: 'text', text: 'wat nu?', speaker, scene: personal, activityId: 'm1',
    });
  });

  it.each([
    ['the bot\'s mention', '<at>Routewijzer</at> wat nu?', [mention], 'wat nu?'],
    ['a mention without its entity', 'hoi <at>Routewijzer</at>, wat nu?', undefined, 'hoi , wat nu?'],
    ['line breaks and hard spaces', 'wat\r\n\u00a0&nbsp; nu?\t', undefined, 'wat nu?'],
    ['control characters', 'wat\u0000nu', undefined, 'wat nu'],
  ])('loses %s', (_what, text, entities, expected) => {
    expect(parseActivity({ ...base, text, entities })).toMatchObject({ kind: 'text', text: expected });
  });

  it('keeps the name of another person who was mentioned', () => {
    const other = { type: 'mention', text: '<at>Bas</at>', mentioned: { id: '29:bas' } };
    expect(parseActivity({ ...base, text: '<at>Routewijzer</at> vraag <at>Bas</at>', entities: [mention, other] }))
      .toMatchObject({ text: 'vraag Bas' });
  });

  it('is cut at 4,000 characters and never through one', () => {
    const cut = parseActivity({ ...base, text: `${'a'.repeat(3999)}😀b` });
    expect(cut.kind === 'text' && cut.text).toBe('a'.repeat(3999));
  });

  it('costs no time when it is made of half tags', () => {
    const started = performance.now();
    parseActivity({ ...base, text: '<at <at>'.repeat(30_000) });
    expect(performance.now() - started).toBeLessThan(1000);
  });

  it.each([
    ['nothing but the mention', { text: '<at>Routewijzer</at>', entities: [mention] }, 'message without text'],
    ['a photo in personal chat', { attachments: [{ contentType: 'image/png' }] }, ATTACHMENT_ONLY],
    ['a photo in a channel', { ...inChannel, attachments: [{ contentType: 'image/png' }] }, 'message without text'],
    ['empty formatted text', { text: ' ', attachments: [{ contentType: 'text/html' }] }, 'message without text'],
    ['an echo of the bot', { text: 'hoi', from: { id: BOT } }, 'from the bot itself'],
    ['a reaction', { type: 'messageReaction' }, 'other activity'],
    ['no conversation', { text: 'hoi', conversation: undefined }, 'malformed'],
  ])('is unsupported when it is %s', (_what, change, what) => {
    expect(parseActivity({ ...base, ...change })).toEqual({ kind: 'unsupported', what });
  });
});

describe('the scene', () => {
  it('is the root of the channel, with the channel\'s name and nobody to send to', () => {
    expect(parseActivity({ ...base, ...inChannel, text: 'hoi' })).toMatchObject({
      scene: {
        kind: 'channel', channelName: 'Stagnatiepunt',
        conversation: { conversationId: '19:x@thread.tacv2', userId: undefined },
      },
    });
  });

  it.each([
    ['a group chat', { conversation: { ...base.conversation, conversationType: 'groupChat' } }, 'channel'],
    ['an unknown type', { conversation: { id: 'a', conversationType: 'meeting' } }, 'channel'],
    ['no type but a team', { conversation: { id: 'a' }, channelData: { team: { id: 't' } } }, 'channel'],
    ['no type and no team', { conversation: { id: 'a' } }, 'personal'],
  ])('of %s is a %s', (_what, change, kind) => {
    expect(parseActivity({ ...base, text: 'hoi', ...change })).toMatchObject({ scene: { kind } });
  });

  it('takes the tenant from the channel data when the conversation has none', () => {
    const change = { conversation: { id: 'a' }, channelData: { tenant: { id: 't9' } } };
    expect(parseActivity({ ...base, text: 'hoi', ...change })).toMatchObject({ speaker: { tenantId: 't9' } });
  });

  it('lets nobody act whom the channel does not know by aadObjectId, whatever the card says', () => {
    const from = { id: '29:anna', name: 'Anna de Wit' };
    const data = { v: 1, verb: 'answer', aadObjectId: 'aad-anna', from: { aadObjectId: 'aad-anna' }, person: 'aad-anna' };
    const click = execute({ action: { verb: 'answer', data } });
    const dialog = { ...base, type: 'invoke', name: 'task/submit', value: { data } };
    for (const activity of [{ ...base, text: 'hoi' }, { ...base, value: data }, click, dialog]) {
      expect(parseActivity({ ...activity, from })).toEqual({ kind: 'unsupported', what: NOBODY });
      expect(parseActivity({ ...activity, from: { ...from, aadObjectId: 5 } })).toEqual({ kind: 'unsupported', what: NOBODY });
      expect(parseActivity({ ...activity, ...inChannel, from }).kind).toBe('unsupported');
    }
  });

  it('reaches nobody when somebody without aadObjectId arrives', () => {
    const added = { ...base, from: { id: '29:anna' }, type: 'conversationUpdate', membersAdded: [{ id: '29:anna' }] };
    expect(parseActivity(added)).toMatchObject({ kind: 'arrived', speaker: undefined });
  });
});

describe('a click', () => {
  const data = { v: 1, verb: 'answer', fact: 'leeftijd', aadObjectId: 'aad-somebody-else' };

  it('comes from an Action.Execute, and who clicked comes from the channel', () => {
    expect(parseActivity(execute({ action: { type: 'Action.Execute', verb: 'answer', data }, trigger: 'manual' }))).toEqual({
      kind: 'click', data, verb: 'answer', speaker, scene: personal, cardActivityId: 'card1', automatic: false, dialog: 'none',
    });
  });

  it('is automatic when Teams refreshes the card', () => {
    expect(parseActivity(execute({ action: { verb: 'refresh', data }, trigger: 'automatic' }))).toMatchObject({ automatic: true });
  });

  it('takes the verb from the data when the action has none', () => {
    expect(parseActivity(execute({ action: { data } }))).toMatchObject({ kind: 'click', verb: 'answer' });
  });

  it('comes from a message with a button\'s data', () => {
    expect(parseActivity({ ...base, text: '', value: data, replyToId: 'card2' }))
      .toMatchObject({ kind: 'click', verb: 'answer', data, cardActivityId: 'card2' });
  });

  it.each([undefined, null, 'x', {}, { action: 'x' }, { action: null }])('is unsupported when its value is %j', (value) => {
    expect(parseActivity(execute(value)).kind).toBe('unsupported');
  });

  it('is not made of another invoke', () => {
    expect(parseActivity({ ...base, type: 'invoke', name: 'composeExtension/query', value: { action: {} } }).kind).toBe('unsupported');
  });

  it.each([['task/fetch', 'open'], ['task/submit', 'submit']])('of a dialog (%s) has no card in the chat', (name, dialog) => {
    const shown = { msteams: { type: 'task/fetch' }, ...data };
    expect(parseActivity({ ...base, type: 'invoke', name, replyToId: 'card1', value: { data: shown, context: { theme: 'dark' } } })).toEqual({
      kind: 'click', data: shown, verb: 'answer', speaker, scene: personal, cardActivityId: undefined, automatic: false, dialog,
    });
  });

  it.each([undefined, null, 'x', {}, { data: 'x' }, { data: null }])('of a dialog is unsupported when its value is %j', (value) => {
    expect(parseActivity({ ...base, type: 'invoke', name: 'task/submit', value }).kind).toBe('unsupported');
  });
});

describe('arriving', () => {
  const update = { ...base, type: 'conversationUpdate' };

  it.each([
    ['installed in personal chat', { ...base, type: 'installationUpdate', action: 'add' }, speaker],
    ['started a personal chat, only the bot being added', { ...update, membersAdded: [{ id: BOT }] }, speaker],
    [
      'a person added in a channel',
      { ...update, ...inChannel, membersAdded: [{ id: BOT }, { id: '29:bas', aadObjectId: 'aad-bas', name: 'Bas' }] },
      { aadObjectId: 'aad-bas', name: 'Bas', tenantId: 't1' },
    ],
    ['only the bot added in a channel', { ...update, ...inChannel, membersAdded: [{ id: BOT }] }, undefined],
  ])('is seen when %s', (_what, activity, who) => {
    expect(parseActivity(activity)).toMatchObject({ kind: 'arrived', speaker: who });
  });

  it('says where to reach the person who was added', () => {
    const activity = { ...update, from: { id: 'channel' }, membersAdded: [{ id: '29:bas', aadObjectId: 'aad-bas' }] };
    expect(parseActivity(activity)).toMatchObject({ scene: { kind: 'personal', conversation: { userId: '29:bas' } } });
  });

  it.each([
    ['the bot was removed', { ...base, type: 'installationUpdate', action: 'remove' }],
    ['somebody left', { ...update, membersRemoved: [{ id: '29:anna' }] }],
    ['the channel was renamed', { ...update, ...inChannel, channelData: { eventType: 'channelRenamed' } }],
  ])('is not seen when %s', (_what, activity) => {
    expect(parseActivity(activity).kind).toBe('unsupported');
  });
});

describe('anything at all', () => {
  const kinds = ['text', 'click', 'arrived', 'unsupported'];

  it('becomes a member of the union', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => {
      expect(kinds).toContain(parseActivity(value).kind);
    }));
  });

  it('also when it stands in the fields of an activity', () => {
    const fields = ['type', 'text', 'value', 'from', 'recipient', 'conversation', 'channelData', 'entities', 'membersAdded', 'attachments', 'name'];
    const type = fc.constantFrom('message', 'invoke', 'conversationUpdate', 'installationUpdate');
    fc.assert(fc.property(type, fc.constantFrom(...fields), fc.jsonValue(), (kind, field, value) => {
      const activity = { ...base, type: kind, name: 'adaptiveCard/action', text: 'hoi', [field]: value };
      expect(kinds).toContain(parseActivity(activity).kind);
    }));
  });
});
