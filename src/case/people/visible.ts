import type { Route } from '../../route/model.js';
import { STRANGER } from '../decision.js';
import type { RecordedCaseEvent } from '../events.js';
import type { CaseState } from '../state.js';
import { seatOf } from './circle.js';

/** Who looks, as the register knows them now. */
export interface Viewer {
  readonly person: string;
  readonly organisation: string;
  readonly registered: boolean;
}

/** `entry`: its number in the case, from 1. */
export interface VisibleEvent {
  readonly entry: number;
  readonly event: RecordedCaseEvent;
}

/**
 * What this viewer may see of what happened, oldest first: everything for whoever hangs on no gate, from their joining on for
 * whoever was brought in from another side, and nothing while that gate is closed. Danger is for its circle alone, the mark of an
 * organisation for that organisation; what was struck out is gone, and of its strike nobody learns what it was.
 */
export function visibleEvents(route: Route, state: CaseState, events: readonly RecordedCaseEvent[], viewer: Viewer, day: string): readonly VisibleEvent[] {
  const seat = seatOf(route, state, viewer.person, day);
  if (seat?.kind !== 'open' || (!viewer.registered && seat.participant.role !== STRANGER)) return [];
  const from = seat.participant.sender === null ? 0 : joinedAt(events, viewer.person);
  if (from === undefined) return [];
  const struck = new Set(events.flatMap((event) => (event.type === 'EntryStruck' ? [event.data.entry] : [])));
  const circles = dangerCircles(state, events);
  const hidden = (event: RecordedCaseEvent | undefined) => {
    const danger = event && dangerOf(event);
    return danger !== undefined && circles.get(danger)?.has(viewer.person) !== true;
  };
  return events.flatMap((event, index): VisibleEvent[] => {
    if (index < from || struck.has(index + 1) || hidden(event)) return [];
    if (event.type === 'EntryStruck' && hidden(events[event.data.entry - 1])) return [];
    if (event.type === 'ReferenceSet' && event.data.organisation !== viewer.organisation) return [];
    return [{ entry: index + 1, event: event.type === 'CaseTookOver' ? ownPart(event, viewer, circles) : event }];
  });
}

/** What a case took over holds dangers and marks as well: the same rules for these. */
function ownPart(event: Extract<RecordedCaseEvent, { type: 'CaseTookOver' }>, viewer: Viewer, circles: ReadonlyMap<string, ReadonlySet<string>>): RecordedCaseEvent {
  const { taken } = event.data;
  const dangers = taken.dangers.filter((one) => circles.get(one.id)?.has(viewer.person) === true);
  const references = Object.fromEntries(Object.entries(taken.references).filter(([organisation]) => organisation === viewer.organisation));
  return { ...event, data: { ...event.data, taken: { ...taken, dangers, references } } };
}

function dangerOf(event: RecordedCaseEvent): string | undefined {
  return event.type === 'DangerNoted' || event.type === 'DangerEnded' ? event.data.danger : undefined;
}

/** Who may know of each danger; of one that still stands the state says it, because somebody may have left since. */
function dangerCircles(state: CaseState, events: readonly RecordedCaseEvent[]): ReadonlyMap<string, ReadonlySet<string>> {
  const circles = new Map<string, ReadonlySet<string>>();
  for (const event of events) {
    if (event.type === 'DangerNoted') circles.set(event.data.danger, new Set([event.actor ?? '', ...event.data.knows]));
    if (event.type === 'CaseTookOver') for (const { id, by, knows } of event.data.taken.dangers) circles.set(id, new Set([by, ...knows]));
  }
  for (const { id, by, knows } of state.dangers) circles.set(id, new Set([by, ...knows]));
  return circles;
}

/** The place in the list of the event with which this person came in, the last time that they did. */
function joinedAt(events: readonly RecordedCaseEvent[], person: string): number | undefined {
  let at: number | undefined;
  const offers = new Map<string, { readonly from: string; readonly to: string; readonly what: string }>();
  events.forEach((event, index) => {
    if (event.type === 'HandoverOffered') offers.set(event.data.handover, event.data);
    const { ins, out } = moves(event, offers);
    if (out === person) at = undefined;
    if (ins === person) at ??= index;
  });
  return at;
}

/** Who comes in by this event, and who goes. */
function moves(event: RecordedCaseEvent, offers: ReadonlyMap<string, { readonly from: string; readonly to: string; readonly what: string }>): { readonly ins?: string; readonly out?: string } {
  switch (event.type) {
    case 'CaseOpened': return { ins: event.data.owner };
    case 'PersonJoined': return { ins: event.data.person };
    case 'PersonLeft': return { out: event.data.key.replace(/^person:/, '') };
    case 'PersonReplaced': return { ins: event.data.to, out: event.data.from };
    case 'HandoverAccepted': {
      const offer = offers.get(event.data.handover);
      if (!offer) return {};
      return offer.what === 'plek' ? { ins: offer.to, out: offer.from } : { ins: offer.to };
    }
    default: return {};
  }
}
