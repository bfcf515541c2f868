import type { Person, Place, State } from './api.js';
import { byId, initials, make, show, unreadMark } from './elements.js';

/** The list of places of the chosen person, and the people to look along as. */

const side = byId('side');
const menu = byId<HTMLButtonElement>('menu');

/** On a phone the lists stand behind the menu button. */
export function showMenu(open: boolean): void {
  side.classList.toggle('open', open);
  menu.setAttribute('aria-expanded', String(open));
}

export function wireMenu(): void {
  menu.addEventListener('click', () => showMenu(menu.getAttribute('aria-expanded') !== 'true'));
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || menu.getAttribute('aria-expanded') !== 'true') return;
    showMenu(false);
    menu.focus();
  });
}

function placeRow(place: Place, choose: (id: string) => void): HTMLElement {
  const button = make(
    'button',
    { type: 'button', class: 'row', 'data-testid': 'place', 'data-place': place.id, 'data-name': place.name },
    make('span', { class: 'sign', 'aria-hidden': 'true' }, place.kind === 'personal' ? make('img', { src: '/desk/icon.svg', alt: '' }) : '#'),
    make('span', { class: 'label' }, make('span', { class: 'name' }, place.name)),
  );
  button.addEventListener('click', () => choose(place.id));
  return make('li', {}, button);
}

function personRow(person: Person, choose: (id: string) => void): HTMLElement {
  const button = make(
    'button',
    { type: 'button', class: 'row', 'data-testid': 'person', 'data-person': person.aadObjectId, 'data-name': person.name },
    make('span', { class: 'avatar', 'aria-hidden': 'true' }, initials(person.name)),
    make('span', { class: 'label' }, make('span', { class: 'name' }, person.name), make('span', { class: 'who' }, person.roleLabel, make('span', { class: 'hidden' }, `, ${person.organisation}`))),
  );
  button.addEventListener('click', () => choose(person.aadObjectId));
  return make('li', {}, button);
}

/**
 * Fills a list when what stands in it is not what should stand in it. The rows stay where they are when only a count
 * changes: a click on a row that is drawn anew between press and release gets lost, and so does the focus.
 */
function fill(list: HTMLElement, ids: readonly string[], rows: () => readonly HTMLElement[]): void {
  const shown = ids.join(' ');
  if (list.dataset['shown'] === shown) return;
  list.dataset['shown'] = shown;
  list.replaceChildren(...rows());
}

function mark(selector: string, current: Readonly<Record<string, string>>, unread: number): void {
  const row = side.querySelector(selector);
  if (row === null) return;
  for (const [name, value] of Object.entries(current)) row.setAttribute(name, value);
  const badge = row.querySelector('.badge');
  if (unread === 0) badge?.remove();
  else if (badge === null) row.append(unreadMark(unread));
  else badge.replaceWith(unreadMark(unread));
}

/** Brings both lists up to date: who and where is chosen, and how much is unread. */
export function drawSidebar(
  state: State, placeId: string, choose: { person(id: string): void; place(id: string): void },
): void {
  const group = (title: string): HTMLElement => make('li', { class: 'team' }, title);
  const placeRows = (kind: Place['kind']): HTMLElement[] => state.places.filter((place) => place.kind === kind).map((place) => placeRow(place, choose.place));
  fill(byId('places'), state.places.map((place) => place.id), () => [...placeRows('personal'), group(`Team ${state.team}`), ...placeRows('channel')]);
  const organisations = [...new Set(state.people.map((person) => person.organisation))];
  fill(byId('people'), state.people.map((person) => person.aadObjectId), () => organisations.flatMap((organisation) => [
    group(organisation),
    ...state.people.filter((person) => person.organisation === organisation).map((person) => personRow(person, choose.person)),
  ]));
  for (const place of state.places) mark(`[data-place="${CSS.escape(place.id)}"]`, { 'aria-current': place.id === placeId ? 'page' : 'false' }, place.unread);
  for (const person of state.people) {
    const current = person.aadObjectId === state.person;
    mark(`[data-person="${CSS.escape(person.aadObjectId)}"]`, { 'aria-pressed': String(current) }, current ? 0 : person.unread);
  }
  const waiting = state.places.reduce((sum, place) => sum + place.unread, 0);
  show(byId('menu-unread'), waiting > 0 ? String(waiting) : undefined);
}
