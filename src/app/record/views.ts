import { seatOf } from '../../case/people/circle.js';
import { mayDelete } from '../../case/record/keeping.js';
import { dayOf } from '../../case/time.js';
import { actorOf } from '../click.js';
import { takesPart } from '../case/takes-part.js';
import { contactForm } from '../contact/present.js';
import { show, type Parts } from '../parts.js';
import type { Rendered } from '../ports.js';
import type { CaseView, Typed } from '../present/view.js';
import { button, unsafeButton } from '../present/words.js';
import { loadCase, type LoadedCase } from '../run-case.js';
import type { CardsOfCase, Drawing, Views } from '../views.js';
import { deleteForm, entriesOf, entriesSheet, mergeForm, strikeForm, targetOf } from './present.js';

export const recordViews = {
  entries: { form: false, closed: true, draw: ({ parts, loaded, view }) => show(parts, 'sheet', entriesSheet(loaded, view)) },
  'strike-form': { form: true, closed: true, draw: ({ parts, loaded, view, typed }) => {
    const data = strikeForm(loaded, view, typed);
    return data ? show(parts, 'form', data) : show(parts, 'sheet', entriesSheet(loaded, view));
  } },
  'note-replace': { form: true, draw: noteAgain },
  'merge-form': { form: true, draw: async ({ parts, loaded, view, typed }) => (
    show(parts, 'form', mergeForm(loaded, view, await otherCases(parts, view), typed))
  ) },
  'delete-form': { form: true, closed: true, draw: ({ parts, loaded, view, typed }) => (
    mayDelete(view.route, loaded.state, actorOf(view.viewer)) ? show(parts, 'form', deleteForm(loaded, view, typed)) : undefined
  ) },
} satisfies Views;

/** The open cases in which the viewer has an open seat: of others not even the step is told. */
async function otherCases(parts: Parts, { viewer, route, now }: CaseView): Promise<readonly LoadedCase[]> {
  const rows = await parts.store.rowsOf(viewer.id, 'case');
  const all = await Promise.all(rows.map((row) => loadCase(parts, row.stream)));
  const found = all.flatMap((one) => (one && takesPart(one, viewer) && seatOf(route, one.state, viewer.id, dayOf(now))?.kind === 'open' ? [one] : []));
  for (const { stream } of found) parts.opened?.(stream, viewer, 'list');
  return found;
}

/** The form for a talk, filled with what stands there now. */
function noteAgain({ parts, loaded, view, typed }: Drawing): Rendered {
  const entry = entriesOf(loaded, view).find((one) => String(one.number) === typed['entry']);
  if (entry?.event.type !== 'ContactNoted' || entry.event.actor !== view.viewer.id) return show(parts, 'sheet', entriesSheet(loaded, view));
  const { on, with: whom, discussedId, agreedId } = entry.event.data;
  const stands: Typed = { on, with: whom.join(','), discussed: view.texts.get(discussedId) ?? '', agreed: view.texts.get(agreedId) ?? '' };
  const form = contactForm(loaded, view, { ...stands, ...typed });
  return show(parts, 'form', {
    ...form, name: 'note-replace', title: 'Schrijf het gesprek opnieuw',
    submit: [button('Verbeter het gesprek', 'note-replace', targetOf(loaded), { entry: String(entry.number) }, 'positive')],
  });
}

export const recordCards: CardsOfCase = {
  /** Where a case went on. Who takes no part there hears that it stopped, and not where. */
  merged: { draw: mergedCard, news: (_parts, state) => state.mergedInto !== null },
};

async function mergedCard({ parts, loaded, view }: Drawing): Promise<Rendered | undefined> {
  const into = loaded.state.mergedInto;
  if (!into || !takesPart(loaded, view.viewer)) return undefined;
  const other = await loadCase(parts, into.stream);
  const seat = other && takesPart(other, view.viewer) ? seatOf(view.route, other.state, view.viewer.id, dayOf(view.now)) : undefined;
  const goesOn = other && seat?.kind === 'open';
  return show(parts, 'notice', {
    title: `Casus ${loaded.state.code} is samengevoegd`,
    text: goesOn
      ? `Er waren twee casussen over hetzelfde kind. Ga verder in casus ${into.code}. Schrijf die code in je eigen dossier.`
      : 'Er waren twee casussen over hetzelfde kind. Deze casus stopt. Aan de andere doe je niet mee: daarvoor is nu geen toestemming vastgelegd.',
    lines: [],
    buttons: [...(other && goesOn ? [button(`Bekijk casus ${into.code}`, 'show', targetOf(other), { view: 'case' })] : []), button('Mijn casussen', 'cases', { ref: '', seen: 0 }), unsafeButton()],
  });
}
