import type { Activity } from '../teams.js';
import type { Random } from '../random.js';
import type { Live, LivePool } from './live.js';
import { broken, deep, huge, misshapen, poisoned, wrongContent } from './mutate.js';
import { arrives, asks, chatOf, clicks, dialogs, fromChannel, fromSeat, SEATS, type Data, type Seat } from './seats.js';
import { filledIn, junk, oddText, TEXTS } from './values.js';

/** One request to the bot, and what must be known to judge its answer. */
export interface Input {
  /** Which sort of attack: for the sentence when it worked. */
  readonly kind: string;
  readonly seat: Seat;
  readonly body: string;
  /** Larger than the bot reads: it may hang up. */
  readonly tooLarge: boolean;
}

export interface World {
  readonly serviceUrl: string;
  readonly pool: LivePool;
  readonly today: number;
  /** The case that nobody but its owner may make vanish, and its owner never does. */
  readonly kept: { readonly ref: string; readonly code: string; readonly owner: Seat };
  readonly codes: readonly string[];
  /** Earlier requests of anybody, to send again. */
  readonly sent: readonly Input[];
}

/** What the owner of the kept case never does: after it, its vanishing would say nothing. */
const GIVES_AWAY: ReadonlySet<string> = new Set(['delete-case', 'merge', 'handover-offer', 'person-replace', 'school-year-offer', 'me-wipe', 'leave']);
const LARGEST = 256 * 1024;

type Maker = (world: World, seat: Seat, random: Random) => Activity | string;

/** The sorts of attack, with how often each comes. */
const MAKERS: readonly (readonly [weight: number, kind: string, make: Maker])[] = [
  [20, 'a button as it stands', (world, seat, random) => press(world, seat, random, liveOf(world, seat, random), (data) => data)],
  [18, 'a button with wrong content', (world, seat, random) => press(world, seat, random, liveOf(world, seat, random), (data) => changed(world, data, random))],
  [16, 'somebody else\'s button', (world, seat, random) => press(world, seat, random, liveOf(world, other(seat, random), random), (data) => (random.chance(0.7) ? data : changed(world, data, random)))],
  [4, 'a button on the kept case', (world, seat, random) => press(world, seat, random, liveOf(world, random.chance(0.5) ? world.kept.owner : seat, random), (data) => ({ ...data, ref: world.kept.ref, code: world.kept.code }))],
  [12, 'a wrong shape', (world, seat, random) => misshapen(ordinary(world, seat, random), random)],
  [7, 'keys that reach a prototype', (world, seat, random) => poisoned(ordinary(world, seat, random), random)],
  [8, 'something typed', (world, seat, random) => asks(seat, world.serviceUrl, typed(world, seat, random))],
  [2, 'something typed in a chat', (world, seat, random) => ({ ...fromSeat(seat, world.serviceUrl), type: 'message', id: `m-${String(random.between(1, 500))}`, text: typed(world, seat, random) })],
  [4, 'an odd activity', oddActivity],
  [3, 'broken JSON', (world, seat, random) => broken(ordinary(world, seat, random), random)],
  [2, 'very deep JSON', (world, seat, random) => deep(ordinary(world, seat, random), random)],
  [0.6, 'a huge body', (world, seat, random) => huge(ordinary(world, seat, random), random)],
];
const TOTAL = MAKERS.reduce((sum, [weight]) => sum + weight, 0);
/** Part of all that is an earlier request again, as it was. */
const REPLAYS = 0.06;

/** The next input of this person. */
export function generate(world: World, seat: Seat, random: Random): Input {
  if (world.sent.length > 20 && random.chance(REPLAYS)) return { ...random.pick(world.sent), kind: 'an earlier request again' };
  let at = random.next() * TOTAL;
  const [, kind, make] = MAKERS.find(([weight]) => (at -= weight) < 0) ?? MAKERS[0] ?? [0, '', () => ''];
  const made = make(world, seat, random);
  const body = typeof made === 'string' ? made : JSON.stringify(made);
  return { kind, seat, body, tooLarge: Buffer.byteLength(body) > LARGEST };
}

const other = (seat: Seat, random: Random): Seat => random.pick(SEATS.filter((one) => one.who !== seat.who));

/** By verb first, so that what stands on every card does not drown what stands on few; and mostly something of a case. */
function liveOf({ pool, serviceUrl }: World, seat: Seat, random: Random): Live {
  const all = pool.of(seat);
  if (all.length === 0) throw new Error(`${seat.who} has no buttons at ${serviceUrl}`);
  const ofCases = all.filter(({ button }) => String(button.data['ref']).startsWith('c-'));
  const from = ofCases.length > 0 && random.chance(0.75) ? ofCases : all;
  const sort = ({ button: { verb, data } }: Live): string => (verb === 'show' ? `show ${String(data['view'])}` : verb);
  const wanted = random.pick([...new Set(from.map(sort))]);
  return random.pick(from.filter((live) => sort(live) === wanted));
}

function changed({ pool, codes }: World, data: Data, random: Random): Data {
  return wrongContent(data, random, { refs: pool.refs(), verbs: verbsSeen(pool), words: [...codes, ...pool.refs()] });
}

/** Verbs that any card offered to anybody. */
function verbsSeen(pool: LivePool): readonly string[] {
  const verbs = new Set(SEATS.flatMap((seat) => pool.of(seat).map(({ button }) => button.verb)));
  return [...verbs, 'delete-case', 'merge', 'claim', 'refresh', 'toString', '__proto__'];
}

function press(world: World, seat: Seat, random: Random, live: Live, change: (data: Data) => Data): Activity {
  const filled = Object.fromEntries(live.inputs.map((input) => [String(input['id']), filledIn(input, random, world.today)]));
  const data = change({ ...live.button.data, ...filled });
  const verb = typeof data['verb'] === 'string' ? data['verb'] : live.button.verb;
  // Its owner looks at something instead.
  const harmless = seat.who === world.kept.owner.who && GIVES_AWAY.has(verb) ? { v: 1, verb: 'show', ref: world.kept.ref, seen: 1, view: 'case' } : data;
  const on = random.chance(0.2) ? `activity-${String(random.between(1, 400))}` : live.on;
  const said = String(harmless['verb']);
  if (live.inDialog || (live.button.dialog && random.chance(0.7))) return dialogs(seat, world.serviceUrl, live.inDialog || random.chance(0.2) ? 'submit' : 'fetch', harmless);
  const clicked = clicks(seat, world.serviceUrl, said, harmless, on);
  return random.chance(0.06) ? { ...clicked, ...fromChannel(seat, world.serviceUrl) } : clicked;
}

/** Something that would be fine, before it is spoilt. */
function ordinary(world: World, seat: Seat, random: Random): Activity {
  const how = random.next();
  if (how < 0.65) return press(world, seat, random, liveOf(world, seat, random), (data) => data);
  if (how < 0.9) return asks(seat, world.serviceUrl, random.pick(TEXTS));
  return arrives(seat, world.serviceUrl);
}

function typed({ codes, kept }: World, seat: Seat, random: Random): string {
  const how = random.next();
  if (how < 0.5) return random.pick(TEXTS);
  // The owner of the kept case does not ask for its deletion.
  const mine = seat.who === kept.owner.who ? codes.filter((code) => code !== kept.code) : codes;
  if (how < 0.7 && mine.length > 0) return `${random.pick(['casus', 'samenvatting', 'verwijder casus', 'open', 'toestemming', 'waar staat'])} ${random.pick(mine)}`;
  return Array.from({ length: random.between(1, 3) }, () => oddText(random)).join(' ');
}

const ODD_TYPES = ['messageReaction', 'messageUpdate', 'messageDelete', 'typing', 'event', 'endOfConversation', 'handoff', 'trace', 'contactRelationUpdate', 'suggestion', 'invokeResponse', 'toString', '__proto__', 'MESSAGE', ''] as const;

function oddActivity(world: World, seat: Seat, random: Random): Activity {
  const from = random.chance(0.7) ? fromSeat(seat, world.serviceUrl) : fromChannel(seat, world.serviceUrl);
  switch (random.between(0, 8)) {
    case 0: return { ...from, type: random.pick(ODD_TYPES), reactionsAdded: [{ type: 'like' }, null, 3], replyToId: 'activity-1', value: junk(random), text: oddText(random) };
    case 1: return { ...from, type: 'conversationUpdate', membersAdded: random.pick([[null], [{}], [{ id: '' }], 'x', [{ id: '29:x', aadObjectId: seat.aadObjectId }], [[]], Array(300).fill({ id: '28:routewijzer' })]), membersRemoved: junk(random), topicName: oddText(random) };
    case 2: return { ...from, type: 'installationUpdate', action: random.pick(['add', 'remove', 'add-upgrade', '', null, 7]), membersAdded: junk(random) };
    case 3: return { ...from, type: 'message', text: random.pick(TEXTS), attachments: random.pick([[null], [{ contentType: 'image/png', contentUrl: 'http://127.0.0.1:1/x' }], 'x', [{ contentType: 7 }]]), entities: junk(random), deliveryMode: 'expectReplies' };
    case 4: return { ...from, type: 'invoke', name: random.pick(['composeExtension/query', 'signin/verifyState', 'task/x', 'adaptiveCard/actions', '', 'toString']), value: junk(random) };
    case 5: return { ...from, type: 'invoke', name: random.pick(['adaptiveCard/action', 'task/fetch', 'task/submit']), value: junk(random) };
    case 6: return { ...from, type: 'message', text: random.pick(TEXTS), deliveryMode: random.pick(['expectReplies', 'notification', 'ephemeral', 'x', 7]), conversation: random.pick([{ id: chatOf(seat) }, { id: oddText(random), conversationType: 'personal' }, { id: '', isGroup: true }, { conversationType: 'groupChat', id: '19:x@thread.v2', isGroup: true }]) };
    case 7: return { ...from, type: 'message', value: press(world, seat, random, liveOf(world, seat, random), (data) => data)['value'], text: '' };
    default: return { ...from, type: 'message', text: random.pick(TEXTS), from: random.pick([{ id: '28:routewijzer' }, { id: `29:${seat.aadObjectId}` }, {}, { id: 'x', aadObjectId: oddText(random), name: oddText(random) }]), deliveryMode: 'expectReplies' };
  }
}
