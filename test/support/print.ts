import type { Actor } from '../../src/case/decision.js';
import type { PrintDoc } from '../../src/print/doc.js';
import type { PrintInput } from '../../src/print/input.js';
import { toMarkdown } from '../../src/print/markdown.js';
import type { Route } from '../../src/route/model.js';
import { ib, jgz, juf, outsider, punt, regievoerder, type Story } from './case.js';

/** Names that stand out, for everybody round a case and for somebody who is not. */
export const PEOPLE: Readonly<Record<string, { readonly name: string; readonly organisation: string }>> = Object.fromEntries(
  [[juf, 'Naam Juf'], [ib, 'Naam Ib'], [jgz, 'Naam Jgz'], [regievoerder, 'Naam Regievoerder'], [punt, 'Naam Punt'], [outsider, 'Naam Vreemd']]
    .map(([who, name]) => [(who as Actor).person, { name: name as string, organisation: (who as Actor).organisation }]),
);

/** What a document is made of, for this reader, with a text for every id that anything could name. */
export function inputFor(route: Route, { state }: Story, reader: Actor, changes: Partial<PrintInput> = {}): PrintInput {
  if (!state) throw new Error('no case');
  return {
    route, state, names: new Map(Object.entries(PEOPLE)), texts: new Map(), day: '2026-11-23',
    reader: { id: reader.person, role: reader.role, organisation: reader.organisation, registered: reader.role !== 'onbekend' }, ...changes,
  };
}

/** A page as one text, without the backslashes of Markdown. */
export function paper(doc: PrintDoc | undefined): string {
  return doc ? toMarkdown(doc).replace(/\\(?=[\\`*_[\]<>#|~&$^=+.):@-])/g, '') : '';
}
