import { post, type Answer, type Message, type Person, type Place } from './api.js';
import { drawCard, type DrawnCard, type Press } from './cards.js';
import { openDialog } from './dialog.js';
import { byId, initials, make, show } from './elements.js';
import { dateOf, dayOf, fullMoment, timeOf } from './moments.js';
import { ownViews, type OwnView } from './own-views.js';

/** The messages of one conversation, as one person sees them. */

interface Shown {
  message: Message;
  readonly element: HTMLElement;
  readonly body: HTMLElement;
  readonly fault: HTMLElement;
  drawn: readonly DrawnCard[];
  /** What stands in the place of a posted card for this person: an answer to a click, or their own view. Gone with the page. */
  readonly mine: Map<number, Record<string, unknown>>;
  /** A click is under way: its buttons rest until it is answered. */
  busy: boolean;
  inView: boolean;
}
export interface Conversation {
  readonly place: Place;
  /** Adds a message, or puts it in the place of an older one. */
  put(message: Message): void;
  remove(id: string): void;
}

const log = byId('messages');

export function openConversation(place: Place, person: Person, people: readonly Person[], messages: readonly Message[]): Conversation {
  const shown = new Map<string, Shown>();
  let lastDay = '';
  log.replaceChildren();
  if (messages.length === 0) log.append(emptyPlace(place));

  function add(message: Message): Shown {
    log.querySelector('.empty')?.remove();
    if (dateOf(message.at) !== lastDay) log.append(make('h3', { class: 'day' }, dayOf(message.at)));
    lastDay = dateOf(message.at);
    const author = people.find((candidate) => candidate.aadObjectId === message.author);
    const name = author?.name ?? 'Routewijzer';
    const own = author?.aadObjectId === person.aadObjectId;
    const body = make('div', { class: 'body' });
    const fault = make('p', { class: 'fault', role: 'alert', 'data-testid': 'card-fault' });
    fault.hidden = true;
    const time = make('time', { datetime: message.at, title: fullMoment(message.at) }, timeOf(message.at));
    const element = make(
      'article',
      { class: own ? 'message own' : 'message', 'data-testid': 'message', 'data-author': author === undefined ? 'bot' : author.aadObjectId, 'data-id': message.id, 'aria-label': `${own ? 'Jij' : name}, ${timeOf(message.at)}` },
      make('span', { class: author === undefined ? 'avatar bot' : 'avatar', 'aria-hidden': 'true' }, author === undefined ? make('img', { src: '/desk/icon.svg', alt: '' }) : initials(name)),
      make('div', { class: 'bubble' }, make('p', { class: 'meta' }, make('strong', {}, own ? 'Jij' : name), ' ', time), body, fault),
    );
    log.append(element);
    return { message, element, body, fault, drawn: [], mine: new Map(), busy: false, inView: false };
  }

  function draw(entry: Shown): void {
    const { message, body } = entry;
    // An answer to a click starts clean; any other change keeps what somebody is filling in or reading.
    entry.drawn = message.cards.map((card, index) => {
      const underway = entry.busy ? undefined : entry.drawn[index]?.underway();
      return drawCard(entry.mine.get(index) ?? card, underway, (pressed) => void press(entry, index, pressed));
    });
    body.replaceChildren();
    if (message.text !== '') body.append(textLine(message, place));
    for (const card of entry.drawn) body.append(make('div', { class: 'card', 'data-testid': 'card', tabindex: '-1' }, card.element));
    rest(entry, entry.busy);
  }

  /** Puts these in the place of posted cards, if they say something else. */
  function putMine(entry: Shown, views: readonly OwnView[]): void {
    const news = views.filter(({ index, card }) => JSON.stringify(entry.mine.get(index) ?? entry.message.cards[index]) !== JSON.stringify(card));
    if (news.length === 0) return;
    for (const { index, card } of news) entry.mine.set(index, card);
    redraw(entry);
  }
  function redraw(entry: Shown): void {
    const hadFocus = entry.body.contains(document.activeElement);
    draw(entry);
    if (hadFocus && !entry.busy) focusCard(entry, 0);
  }
  async function look(entry: Shown): Promise<void> {
    const { message } = entry;
    const views = await ownViews(message, person, place);
    // An answer that comes in late is of a card that no longer stands there, or of one that was clicked meanwhile.
    if (entry.message.revision === message.revision && !entry.busy && entry.mine.size === 0) putMine(entry, views);
  }
  const eye = new IntersectionObserver((seen) => {
    for (const { isIntersecting, target } of seen) {
      const entry = shown.get((target as HTMLElement).dataset['id'] ?? '');
      if (entry === undefined) continue;
      entry.inView = isIntersecting;
      if (isIntersecting) void look(entry);
    }
  }, { root: log });

  async function press(entry: Shown, index: number, pressed: Press): Promise<void> {
    if (entry.busy) return;
    entry.busy = true;
    const opener = document.activeElement;
    show(entry.fault, undefined);
    rest(entry, true);
    const answer = await ask(entry, pressed);
    if (answer.card !== undefined) putMine(entry, [{ index, card: answer.card }]);
    entry.busy = false;
    rest(entry, false);
    show(entry.fault, answer.error ?? answer.text);
    if (!entry.fault.hidden) entry.fault.scrollIntoView({ block: 'nearest' });
    entry.fault.classList.toggle('said', answer.error === undefined);
    if (answer.card !== undefined) focusCard(entry, index);
    if (answer.dialog === undefined || answer.dialog.kind === 'closed' || !entry.element.isConnected) return;
    openDialog(answer.dialog, { send: (data) => task(entry, 'submit', data), closed: () => comeBack(opener, entry, index) });
  }
  function ask(entry: Shown, { kind, verb, data }: Press): Promise<Answer> {
    if (kind === 'dialog') return task(entry, 'fetch', data);
    return post('/desk/api/click', { person: person.aadObjectId, conversation: place.id, card: entry.message.id, verb, data });
  }
  function task(entry: Shown, step: 'fetch' | 'submit', data: Press['data']): Promise<Answer> {
    return post('/desk/api/task', { person: person.aadObjectId, conversation: place.id, card: entry.message.id, step, data });
  }

  const conversation: Conversation = {
    place,
    put(message) {
      const known = shown.get(message.id);
      if (known === undefined) {
        const entry = add(message);
        shown.set(message.id, entry);
        draw(entry);
        eye.observe(entry.element);
        log.scrollTop = entry.element.offsetTop - 12;
        return;
      }
      if (message.revision <= known.message.revision) return;
      // What the bot posts now stands there for everybody; only an answer to a click that is under way may still come over it.
      const same = JSON.stringify([known.message.text, standing(known)]) === JSON.stringify([message.text, message.cards]);
      known.message = message;
      known.mine.clear();
      if (!same) {
        redraw(known);
        show(known.fault, undefined);
      }
      if (known.inView) void look(known);
    },
    remove(id) {
      shown.get(id)?.element.remove();
      shown.delete(id);
    },
  };
  for (const message of messages) conversation.put(message);
  return conversation;
}

/** The cards that this person has in front. */
function standing({ message, mine }: Shown): readonly Record<string, unknown>[] {
  return message.cards.map((card, index) => mine.get(index) ?? card);
}

/** While a click is under way no button of the message can be pressed. */
function rest(entry: Shown, busy: boolean): void {
  entry.element.setAttribute('aria-busy', String(busy));
  for (const button of entry.body.querySelectorAll<HTMLButtonElement>('button.ac-pushButton')) button.disabled = busy;
}

/** A new card stands there: the keyboard and the screen reader go on from its top. */
function focusCard(entry: Shown, index: number): void {
  if (!entry.element.isConnected) return;
  const card = entry.body.querySelectorAll<HTMLElement>('.card')[index];
  card?.focus({ preventScroll: true });
  if (entry.element.offsetTop < log.scrollTop || entry.element.offsetTop > log.scrollTop + log.clientHeight / 2) {
    log.scrollTop = entry.element.offsetTop - 12;
  }
}

/** After a dialog one goes on from the button that opened it, or from the card when that was drawn anew meanwhile. */
function comeBack(opener: Element | null, entry: Shown, index: number): void {
  if (opener instanceof HTMLElement && opener.isConnected && entry.body.contains(opener)) opener.focus();
  else focusCard(entry, index);
}

function textLine(message: Message, place: Place): HTMLElement {
  const mention = place.kind === 'channel' && message.author !== 'bot';
  return make('p', { class: 'text' }, ...(mention ? [make('span', { class: 'mention' }, '@Routewijzer'), ' '] : []), message.text);
}

function emptyPlace(place: Place): HTMLElement {
  const words = place.kind === 'personal'
    ? 'Hier staat nog niets. Stuur "wat nu?" en Routewijzer denkt met je mee.'
    : 'In dit kanaal staat nog niets. Iedereen in het team leest hier mee: noem geen namen van kinderen.';
  return make('p', { class: 'empty' }, words);
}
