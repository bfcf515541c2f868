import { plusTime } from '../../case/time.js';
import { positionOf } from '../../case/visit.js';
import type { Position } from '../../route/model.js';
import type { Parts } from '../parts.js';
import type { Person } from '../ports.js';
import { button } from '../present/words.js';
import type { Button } from '../../cards/data.js';
import { lastVisit, type LoadedVisit } from '../run-visit.js';

/** The question that somebody was busy with: what they type may be its answer, and anything else is a digression. */
export interface Busy {
  readonly visit: LoadedVisit;
  readonly position: Extract<Position, { kind: 'question' }>;
  /** It was touched a moment ago: later somebody may well be talking of another child. */
  readonly fresh: boolean;
}

const FRESH_MS = 3_600_000;

export async function busyWith(parts: Parts, person: Person): Promise<Busy | undefined> {
  const visit = await lastVisit(parts, person);
  if (!visit || visit.state.stopped) return undefined;
  const position = positionOf(visit.route, visit.state);
  if (position.kind !== 'question') return undefined;
  const touched = (await parts.store.row(visit.stream))?.updatedAt ?? '';
  return { visit, position, fresh: touched >= plusTime(parts.clock.now(), -FRESH_MS) };
}

/** What a card says that was asked for in between. */
export function busyLine({ position }: Busy): string {
  return `Je was bezig met: ${position.question.question}`;
}

/** Leads back to the question, which stands as it stood. */
export function onButton({ visit }: Busy): Button {
  return button('Verder met de vraag', 'resume', { ref: visit.stream, seen: visit.version }, {}, 'positive');
}
