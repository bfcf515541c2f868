import { get, post, type LiveEvent, type Message, type State } from './api.js';
import { readClock, wireClock } from './clock.js';
import { clearComposer, showTyping, wireComposer } from './composer.js';
import { openConversation, type Conversation } from './conversation.js';
import { byId, show } from './elements.js';
import { drawSidebar, showMenu, wireMenu } from './sidebar.js';

/** Puts the page together. Who looks and where stands in the address, so that a reload changes nothing. */

const address = new URL(location.href);
let personId = address.searchParams.get('als') ?? '';
let placeId = address.searchParams.get('in') ?? '';
let state: State | undefined;
let conversation: Conversation | undefined;
/** What came in for the chosen place while its conversation was still being fetched. */
let early: LiveEvent[] = [];
/** Raised at each switch: an answer that comes in late for an older choice is dropped. */
let turn = 0;

async function refresh(): Promise<void> {
  const mine = turn;
  const fresh = await get<State>(`/desk/api/state?person=${encodeURIComponent(personId)}`);
  if (fresh === undefined || mine !== turn) return;
  state = fresh;
  personId = fresh.person ?? '';
  drawSidebar(fresh, placeId, { person: (id) => void go(id, '', true), place: (id) => void go(personId, id, true) });
}

/**
 * Shows this person's view of this place; an empty place is the person's own chat. Only what was chosen from the lists closes
 * them on a phone, not what loads meanwhile.
 */
async function go(person: string, place: string, chosen = false): Promise<void> {
  turn += 1;
  const mine = turn;
  const switched = person !== personId || place !== placeId;
  personId = person;
  placeId = place;
  conversation = undefined;
  early = [];
  showTyping(false);
  if (switched) show(byId('notice'), undefined);
  await refresh();
  const self = state?.people.find((candidate) => candidate.aadObjectId === personId);
  const here = state?.places.find((candidate) => candidate.id === placeId) ?? state?.places[0];
  if (self === undefined || here === undefined || mine !== turn) return offline(mine);
  placeId = here.id;
  const found = await get<{ messages: Message[] }>(`/desk/api/conversations/${encodeURIComponent(placeId)}?person=${encodeURIComponent(personId)}`);
  if (mine !== turn) return;
  if (found === undefined) return offline(mine);
  history.replaceState(null, '', `?als=${encodeURIComponent(personId)}&in=${encodeURIComponent(placeId)}`);
  byId('place-name').textContent = here.kind === 'personal' ? 'Routewijzer' : `# ${here.name}`;
  byId('place-who').textContent = here.kind === 'personal'
    ? `Chat van ${self.name} · ${self.roleLabel} · ${self.organisation}`
    : `Team ${state?.team ?? ''} · je bent ${self.name}, ${self.roleLabel}`;
  clearComposer(here.kind === 'personal' ? 'Typ een bericht aan Routewijzer' : `Typ een bericht aan @Routewijzer in ${here.name}`);
  conversation = openConversation(here, self, state?.people ?? [], found.messages);
  early.forEach(take);
  if (chosen) showMenu(false);
  if (switched && matchMedia('(max-width: 760px)').matches) byId('place-name').focus();
  await seen();
}

function offline(mine: number): void {
  if (mine === turn) show(byId('notice'), 'De demonstratie is even niet bereikbaar. De pagina probeert het vanzelf opnieuw.');
}

/** What stands in the open conversation has been seen, if somebody is looking. */
async function seen(): Promise<void> {
  if (conversation !== undefined && !document.hidden) await post('/desk/api/read', { person: personId, conversation: placeId });
  await refresh();
}

/** Something that happened in the open conversation. */
function take(live: LiveEvent): void {
  if (live.kind === 'typing') showTyping(true);
  if (live.kind === 'removed') conversation?.remove(live.id);
  if (live.kind !== 'message') return;
  conversation?.put(live.message);
  if (live.message.author === 'bot') showTyping(false);
}

/** Fetches what happened while the line was down; what somebody is filling in stays. */
async function catchUp(): Promise<void> {
  if (conversation === undefined) return go(personId, placeId);
  const mine = turn;
  const found = await get<{ messages: Message[] }>(`/desk/api/conversations/${encodeURIComponent(placeId)}?person=${encodeURIComponent(personId)}`);
  if (mine !== turn) return;
  for (const message of found?.messages ?? []) conversation.put(message);
  show(byId('notice'), undefined);
  await seen();
}

/** Listens first and fetches when the line is open, so that nothing falls in between. */
function listen(): void {
  const events = new EventSource('/desk/api/events');
  events.addEventListener('error', () => offline(turn));
  events.addEventListener('open', () => void catchUp());
  events.addEventListener('message', (event: MessageEvent<string>) => {
    const live = JSON.parse(event.data) as LiveEvent;
    const where = live.kind === 'message' ? live.message.conversation : live.conversation;
    if (where === placeId) {
      if (conversation === undefined) early.push(live);
      else take(live);
    }
    if (live.kind === 'typing') return;
    void (where === placeId ? seen() : refresh());
    void readClock();
  });
}

document.addEventListener('visibilitychange', () => {
  if (!document.hidden) void seen();
});
wireMenu();
wireClock();
wireComposer((text) => post('/desk/api/say', { person: personId, conversation: placeId, text }));
listen();
