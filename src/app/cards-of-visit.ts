import { visitCard } from './present/visit.js';
import type { Button } from '../cards/data.js';
import { button, type Banner } from './present/words.js';
import { may } from './may.js';
import { show, type Parts } from './parts.js';
import type { Person, Rendered } from './ports.js';
import type { LoadedVisit } from './run-visit.js';

/** As many buttons as Teams puts below a card. */
const MOST_BELOW = 6;

/** The card of a visit as it stands now. */
export function visitRendered(parts: Parts, visit: LoadedVisit, person: Person, banner: Banner | undefined): Rendered {
  const more = banner?.more;
  const card = visitCard(parts.route, visit, banner && { text: banner.text, tone: banner.tone });
  switch (card.kind) {
    case 'question': return show(parts, 'question', { ...card.data, nav: withMore(parts, card.data.nav, more) });
    // An advice about danger leads nowhere else.
    case 'advice': {
      // A case is offered to whoever may open one.
      const buttons = (card.data.buttons ?? []).filter(({ verb }) => verb !== 'case-form' || may(parts, person, 'open'));
      return show(parts, 'advice', card.data.tone === 'danger' ? { ...card.data, buttons } : { ...card.data, buttons, nav: withMore(parts, card.data.nav, more) });
    }
    case 'notice': return show(parts, 'notice', card.data);
  }
}

/** "Lees meer", where there is room. */
function withMore(parts: Parts, nav: readonly Button[], slug: string | undefined): Button[] {
  const article = slug === undefined || nav.length >= MOST_BELOW ? undefined : parts.articles.bySlug.get(slug);
  const [subject] = article?.terms ?? [];
  return article && subject !== undefined ? [button(`Lees meer: ${subject}`, 'article', { ref: '', seen: 0 }, { slug: article.slug }), ...nav] : [...nav];
}
