/** Finding and making elements of the page. */

/** The element with this id; its absence is a fault in index.html. */
export function byId<T extends HTMLElement = HTMLElement>(id: string): T {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`index.html has no #${id}`);
  return found as T;
}

/** Makes an element. `text` is text, never HTML. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K, attributes: Readonly<Record<string, string>> = {}, ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

export function show(element: HTMLElement, text: string | undefined): void {
  element.textContent = text ?? '';
  element.hidden = text === undefined;
}

/** "MV" of "Marijke Veldkamp". */
export function initials(name: string): string {
  const words = name.split(' ');
  return `${words[0]?.[0] ?? ''}${words.length > 1 ? (words.at(-1)?.[0] ?? '') : ''}`;
}

/** A mark for unread messages, with words for a screen reader. */
export function unreadMark(count: number): HTMLElement {
  return make('span', { class: 'badge', 'data-testid': 'unread' }, String(count), make('span', { class: 'hidden' }, count === 1 ? ' nieuw bericht' : ' nieuwe berichten'));
}
