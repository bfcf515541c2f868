import { invitationDoc, invites } from '../../print/invitation.js';
import type { PrintDoc } from '../../print/doc.js';
import { placeOf, type PrintInput } from '../../print/input.js';
import { planDoc } from '../../print/plan.js';
import { sharingDoc } from '../../print/sharing.js';
import { timelineDoc } from '../../print/timeline.js';
import { dayOf } from '../../case/time.js';
import type { CaseView } from '../present/view.js';
import type { LoadedCase } from '../run-case.js';

/** The pages of a case that can be printed, in the order in which they are offered. */
export const documents = ['timeline', 'sharing', 'invitation', 'plan'] as const;
export type DocumentName = (typeof documents)[number];

interface Offered {
  /** On its button. */
  readonly title: string;
  /** What it is for, in a sentence. */
  readonly what: string;
  /** To give to parents or jeugdige. */
  readonly family: boolean;
  readonly file: string;
}

export const offered: Readonly<Record<DocumentName, Offered>> = {
  timeline: { title: 'Print de tijdlijn', what: 'Voor je eigen dossier: wat er gebeurde en de gesprekken van je eigen organisatie.', family: false, file: 'tijdlijn' },
  sharing: { title: 'Print wat wordt gedeeld', what: 'Voor ouders en jeugdige, in gewone taal: wat er met wie wordt gedeeld. Vanaf 16 jaar is het voor de jongere zelf.', family: true, file: 'delen' },
  invitation: { title: 'Print de uitnodiging', what: 'Voor ouders en jeugdige, vanaf 16 jaar eerst voor de jongere: de uitnodiging voor het MDO. De naam en de plek vul je met de hand in.', family: true, file: 'uitnodiging' },
  plan: { title: 'Print het plan', what: 'Voor ouders en jeugdige, vanaf 16 jaar eerst voor de jongere: het plan, om te bewaren.', family: true, file: 'plan' },
};

/** What the documents are made of, for this viewer. The words of danger are in none of them, so they do not even come along. */
export function printInput({ state }: LoadedCase, view: CaseView): PrintInput {
  const { route, viewer, now } = view;
  const names = new Map([...view.people].map(([id, { name, organisation }]) => [id, { name, organisation }]));
  const dangers = new Set(state.dangers.map((one) => one.noteId));
  const texts = new Map([...view.texts].filter(([id]) => !dangers.has(id)));
  const { id, role, organisation, registered } = viewer;
  return { route, state, names, texts, day: dayOf(now), reader: { id, role, organisation, registered } };
}

/** The page as the case stands now, or undefined when there is no such page for this viewer (any more). */
export function documentOf(name: string, loaded: LoadedCase, view: CaseView): PrintDoc | undefined {
  const input = printInput(loaded, view);
  if (!placeOf(input)) return undefined;
  switch (name) {
    case 'timeline': return timelineDoc(input, loaded.events);
    case 'sharing': return sharingDoc(input);
    case 'invitation': return invitationDoc(input);
    case 'plan': return planDoc(input);
    default: return undefined;
  }
}

/** Which pages there are for this viewer now. */
export function available(loaded: LoadedCase, view: CaseView): readonly DocumentName[] {
  const input = printInput(loaded, view);
  if (!placeOf(input)) return [];
  return documents.filter((name) => (name === 'invitation' ? invites(input) : name === 'plan' ? loaded.state.plan !== null : true));
}
