/** A page on paper, before it is HTML or Markdown. All texts are Dutch, and plain: whoever draws it escapes them. */

export interface Fact { readonly title: string; readonly value: string }

export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  /** Every row has as many cells as the head. */
  | { readonly kind: 'table'; readonly caption: string; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] }
  /** A line to write on by hand: what Routewijzer does not know, such as whose child it is. */
  | { readonly kind: 'line'; readonly label: string };

/** Before something to tick with a pen. */
export const BOX = '☐ ';

export interface PrintDoc {
  readonly title: string;
  readonly subtitle: string;
  readonly blocks: readonly Block[];
}

export const heading = (text: string): Block => ({ kind: 'heading', text });
export const paragraph = (text: string): Block => ({ kind: 'paragraph', text });
export const line = (label: string): Block => ({ kind: 'line', label });
export const facts = (...all: readonly Fact[]): Block => ({ kind: 'facts', facts: all });
export const list = (...items: readonly string[]): Block => ({ kind: 'list', items });

/** A list, or this sentence where there is nothing to list. */
export function listOr(items: readonly string[], none: string): Block {
  return items.length === 0 ? paragraph(none) : { kind: 'list', items };
}
