import type { Button, CardData } from '../../cards/data.js';
import type { Section } from '../../cards/generic.js';
import type { CaseView } from '../present/view.js';
import { asDialog, button, unsafeButton } from '../present/words.js';
import type { LoadedCase } from '../run-case.js';
import { available, offered, type DocumentName } from './documents.js';

/** How long a page can be opened. */
export const OPEN_FOR_MS = 30 * 60_000;

/** In a dialog: the links stay nowhere in the chat. */
export function toPage({ stream, version }: LoadedCase, document: DocumentName): Button {
  return asDialog(button(offered[document].title, 'print', { ref: stream, seen: version }, { document }));
}

/** One button to all of them, for a card that is full. */
export function printButton(loaded: LoadedCase, view: CaseView): Button[] {
  return available(loaded, view).length === 0 ? [] : [button('Printen', 'show', { ref: loaded.stream, seen: loaded.version }, { view: 'print' })];
}

/** What can be printed, with what each page is for. */
export function printSheet(loaded: LoadedCase, view: CaseView): CardData<'sheet'> {
  const target = { ref: loaded.stream, seen: loaded.version };
  const sections = available(loaded, view).map((document): Section => ({
    heading: offered[document].title, lines: [offered[document].what], buttons: view.prints ? [toPage(loaded, document)] : [],
  }));
  return {
    name: 'print', code: loaded.state.code, title: 'Printen', status: '', intro: 'Op papier staat nooit wat er over veiligheid is vastgelegd.',
    sections: [...(view.prints ? [] : [NO_ADDRESS]), ...(view.prints ? notYet(loaded, view, 'sharing') : []), ...sections],
    buttons: [], nav: nav(target),
    ...(view.banner ? { banner: view.banner } : {}),
  };
}

const NO_ADDRESS: Section = { heading: 'Printen kan nu niet', lines: ['Routewijzer heeft nog geen adres op internet. Vraag het je beheerder.'], tone: 'warning' };

/** The two links to a page. Nothing of what is on it stands here. */
export function linksSheet(loaded: LoadedCase, view: CaseView, document: DocumentName, url: string): CardData<'sheet'> {
  const { title, what } = offered[document];
  return {
    name: 'print-links', code: loaded.state.code, title, status: '', intro: what,
    sections: [
      ...notYet(loaded, view, document),
      {
        heading: 'De pagina staat klaar',
        lines: ['De links werken een half uur. Daarna maak je nieuwe.', 'Wie de link heeft, kan de pagina openen. Stuur hem dus niet door.', 'De pagina laat zien hoe het er bij het openen voor staat.'],
        links: [{ title: 'Open de pagina om te printen', url }, { title: 'Open als tekst voor je dossier', url: `${url}.md` }],
      },
    ],
    buttons: [], nav: nav({ ref: loaded.stream, seen: loaded.version }),
  };
}

function nav(target: { readonly ref: string; readonly seen: number }): Button[] {
  return [button('Terug naar de casus', 'show', target, { view: 'case' }), unsafeButton()];
}

/** Who knows that the parents are not to be told yet is warned before giving them something; others see nothing of it. */
function notYet({ state }: LoadedCase, { viewer }: CaseView, document: DocumentName): Section[] {
  const known = state.dangers.some((one) => one.parentsNotYet && (one.by === viewer.id || one.knows.includes(viewer.id)));
  if (!known || !offered[document].family) return [];
  return [{ heading: 'Let op', lines: ['Er is vastgelegd dat de ouders nog niet betrokken worden. Geef een blad voor de ouders nu niet mee. Overleg met Veilig Thuis.'], tone: 'warning' }];
}
