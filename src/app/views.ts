import type { CaseState } from '../case/state.js';
import type { Parts } from './parts.js';
import type { Person, Rendered } from './ports.js';
import type { CaseView, Typed } from './present/view.js';
import type { LoadedCase } from './run-case.js';

/** What a view or a card of a case is drawn from. */
export interface Drawing {
  readonly parts: Parts;
  readonly loaded: LoadedCase;
  readonly view: CaseView;
  /** What somebody had typed when the form came back, or what the button that opened it said. */
  readonly typed: Typed;
}
type Drawn = Rendered | undefined | Promise<Rendered | undefined>;

/** A view that a participant opens on a case: undefined shows the case's own card instead. */
export interface View {
  /** Somebody types in it: opened as a dialog, and never redrawn by what others do. */
  readonly form: boolean;
  /** Also on a case that is closed. */
  readonly closed?: boolean;
  /** Also from a seat that is closed: it holds nothing of the case. */
  readonly closedSeat?: boolean;
  /** Also for somebody who takes no part, where this says so: the one of the stagnatiepunt who picked the case up. */
  readonly outside?: (loaded: LoadedCase, viewer: Person) => boolean;
  readonly draw: (drawing: Drawing) => Drawn;
}
export type Views = Readonly<Record<string, View>>;

/** A card of a case besides the case's own: undefined when this viewer may not see it. */
export interface CardOfCase {
  readonly draw: (drawing: Drawing) => Drawn;
  /** May it still be posted for the first time? Asked at the moment of sending; what says no says nothing at all. */
  readonly news: (parts: Parts, state: CaseState, viewer: Person) => boolean;
}
export type CardsOfCase = Readonly<Record<string, CardOfCase>>;
