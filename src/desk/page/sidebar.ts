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

function placeButton(place: Place, current: boolean, choose: () => void): HTMLElement {
  const personal = place.kind === 'personal';
  const button = make(
    'button',
    { type: 'button', class: 'row', 'data-testid': 'place', 'data-place': place.id, 'data-name': place.name, ...(current ? { 'aria-current': 'page' } : {}) },
    make('span', { class: 'sign', 'aria-hidden': 'true' }, personal ? make('img', { src: '/desk/icon.svg', alt: '' }) : '#'),
    make('span', { class: 'label' }, make('span', { class: 'name' }, place.name)),
  );
  if (place.unread > 0) button.append(unreadMark(place.unread));
  button.addEventListener('click', choose);
  return make('li', {}, button);
}

function personButton(person: Person, current: boolean, choose: () => void): HTMLElement {
  const button = make(
    'button',
    { type: 'button', class: 'row', 'data-testid': 'person', 'data-person': person.aadObjectId, 'data-name': person.name, 'aria-pressed': String(current) },
    make('span', { class: 'avatar', 'aria-hidden': 'true' }, initials(person.name)),
    make('span', { class: 'label' }, make('span', { class: 'name' }, person.name), make('span', { class: 'who' }, person.roleLabel, make('span', { class: 'hidden' }, `, ${person.organisation}`))),
  );
  if (person.unread > 0 && !current) button.append(unreadMark(person.unread));
  button.addEventListener('click', choose);
  return make('li', {}, button);
}

/** Draws both lists anew; the focus stays on the button where it was. */
export function drawSidebar(
  state: State, placeId: string, choose: { person(id: string): void; place(id: string): void },
): void {
  const focused = document.activeElement instanceof HTMLElement ? document.activeElement.dataset : {};
  const { person: focusedPerson, place: focusedPlace } = focused;
  const places = byId('places');
  const row = (place: Place): HTMLElement => placeButton(place, place.id === placeId, () => choose.place(place.id));
  places.replaceChildren(
    ...state.places.filter((place) => place.kind === 'personal').map(row),
    make('li', { class: 'team' }, `Team ${state.team}`),
    ...state.places.filter((place) => place.kind === 'channel').map(row),
  );
  const organisations = [...new Set(state.people.map((person) => person.organisation))];
  byId('people').replaceChildren(...organisations.flatMap((organisation) => [
    make('li', { class: 'team' }, organisation),
    ...state.people
      .filter((person) => person.organisation === organisation)
      .map((person) => personButton(person, person.aadObjectId === state.person, () => choose.person(person.aadObjectId))),
  ]));
  if (focusedPerson !== undefined) side.querySelector<HTMLElement>(`[data-person="${CSS.escape(focusedPerson)}"]`)?.focus();
  if (focusedPlace !== undefined) side.querySelector<HTMLElement>(`[data-place="${CSS.escape(focusedPlace)}"]`)?.focus();
  const waiting = state.places.reduce((sum, place) => sum + place.unread, 0);
  show(byId('menu-unread'), waiting > 0 ? String(waiting) : undefined);
}
