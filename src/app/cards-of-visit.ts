import { visitCard } from './present/visit.js';
import type { Banner } from './present/words.js';
import { show, type Parts } from './parts.js';
import type { Rendered } from './ports.js';
import type { LoadedVisit } from './run-visit.js';

/** The card of a visit as it stands now. */
export function visitRendered(parts: Parts, visit: LoadedVisit, banner: Banner | undefined): Rendered {
  const card = visitCard(parts.route, visit, banner);
  switch (card.kind) {
    case 'question': return show(parts, 'question', card.data);
    case 'advice': return show(parts, 'advice', card.data);
    case 'notice': return show(parts, 'notice', card.data);
  }
}
