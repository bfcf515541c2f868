import { REFUSED, withOpenings } from '../access/opened.js';
import { seatOf } from '../../case/people/circle.js';
import { dayOf } from '../../case/time.js';
import { paragraph } from '../../print/doc.js';
import { toHtml } from '../../print/html.js';
import { toMarkdown } from '../../print/markdown.js';
import { takesPart } from '../case/takes-part.js';
import { viewFor } from '../cards-of-case.js';
import { may } from '../may.js';
import type { Parts } from '../parts.js';
import type { PrintLink } from '../store-port.js';
import { loadCase } from '../run-case.js';
import { documentOf, documents, offered } from './documents.js';
import { hashOf } from './token.js';

/** What a browser gets. `status`: 200, or 403 no consent (any more), 404 never there, 410 expired or not there any more. */
export interface Page {
  readonly status: 200 | 403 | 404 | 410;
  readonly html: string;
  readonly markdown: string;
  /** A name for the file, without its ending: code and kind of page, nothing else. */
  readonly file: string;
}

/** A token of ours; anything else is not even looked up. */
const TOKEN = /^[A-Za-z0-9_-]{1,120}$/;

/**
 * The page behind a link, made from the case as it stands now. Whether its reader may still see it is asked again, here:
 * a consent that was taken back since the button was pressed closes the page as well.
 */
export async function openPrint(parts: Parts, token: string): Promise<Page> {
  const link = TOKEN.test(token) ? await parts.store.link(hashOf(token)) : undefined;
  if (!link) return said(404);
  if (link.expiresAt <= parts.clock.now()) return said(410);
  return withOpenings(parts, (listening) => pageFor(listening, link));
}

async function pageFor(parts: Parts, link: PrintLink): Promise<Page> {
  const [loaded, viewer] = [await loadCase(parts, link.stream), await parts.store.person(link.personId)];
  const name = documents.find((one) => one === link.document);
  if (!loaded || !viewer || !name) return said(404);
  const seat = may(parts, viewer, 'print') && takesPart(loaded, viewer) ? seatOf(parts.route, loaded.state, viewer.id, dayOf(parts.clock.now())) : undefined;
  if (seat?.kind !== 'open') {
    parts.opened?.(link.stream, viewer, REFUSED);
    return said(403);
  }
  const doc = documentOf(name, loaded, await viewFor(parts, loaded, viewer, undefined));
  if (!doc) return said(410);
  parts.opened?.(link.stream, viewer, `print-${name}`);
  return { status: 200, html: toHtml(doc), markdown: toMarkdown(doc), file: `casus-${loaded.state.code}-${offered[name].file}` };
}

const SAID = {
  403: ['Deze pagina is nu niet te openen', 'Kijk in Routewijzer op de casus wat er nu kan.'],
  404: ['Deze pagina is er niet', 'Klopt het adres? Maak anders in Routewijzer een nieuwe link.'],
  410: ['Deze pagina is niet meer geldig', 'Maak in Routewijzer een nieuwe link.'],
} as const;

/** Why there is no page, without a hint of what it was. */
function said(status: keyof typeof SAID): Page {
  const [title, text] = SAID[status];
  const doc = { title, subtitle: '', blocks: [paragraph(text)] };
  return { status, html: toHtml(doc), markdown: toMarkdown(doc), file: 'pagina' };
}
