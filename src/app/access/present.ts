import type { Button, CardData } from '../../cards/data.js';
import { roleLabel } from '../../route/roles.js';
import type { Person } from '../ports.js';
import type { CaseView, Typed } from '../present/view.js';
import { button, dutchDay, unsafeButton } from '../present/words.js';
import type { LoadedCase } from '../run-case.js';
import type { Access } from '../store-port.js';
import { openedText } from './words.js';

/** As many lines as one card holds. */
const A_PAGE = 20;

interface Line { readonly day: string; readonly personId: string; readonly texts: string[] }

const targetOf = ({ stream, version }: LoadedCase) => ({ ref: stream, seen: version });

/** Only who leads the case is told who looked. */
export function mayReadAccesses({ state }: LoadedCase, viewer: Pick<Person, 'id'>): boolean {
  return state.owner === viewer.id;
}

/** The button to it, for who leads the case. */
export function accessButtons(loaded: LoadedCase, { viewer }: CaseView): Button[] {
  return mayReadAccesses(loaded, viewer) ? [button('Wie keek in deze casus?', 'show', targetOf(loaded), { view: 'accesses' })] : [];
}

/** "Wie keek in deze casus?": by day, the latest first; `typed.from` is how many lines were seen already. */
export function accessSheet(loaded: LoadedCase, view: CaseView, accesses: readonly Access[], people: ReadonlyMap<string, Person>, typed: Typed): CardData<'sheet'> {
  const lines = linesOf(accesses);
  const asked = /^\d{1,5}$/.test(typed['from'] ?? '') ? Number(typed['from']) : 0;
  const from = asked < lines.length ? asked : 0;
  const shown = lines.slice(from, from + A_PAGE);
  const older = lines.length - from - shown.length;
  return {
    name: 'accesses', code: loaded.state.code, title: 'Wie keek in deze casus?', status: lines.length === 0 ? 'Er is nog niets bewaard.' : '',
    intro: 'Hier staat wat mensen zelf openden. Kaarten die Routewijzer uit zichzelf stuurt of bijwerkt, tellen niet mee. Alleen jij ziet dit, omdat jij de casus leidt. Het gaat weg met de casus.',
    sections: [...new Set(shown.map((one) => one.day))].map((day) => ({
      heading: dutchDay(day),
      facts: shown.filter((one) => one.day === day).map(({ personId, texts }) => ({ title: whoIs(view, people, personId), value: texts.join(', ') })),
    })),
    buttons: older > 0 ? [button(`Toon eerder (${String(older)})`, 'show', targetOf(loaded), { view: 'accesses', from: String(from + A_PAGE) })] : [],
    nav: [button('Terug naar de casus', 'show', targetOf(loaded), { view: 'case' }), unsafeButton()],
    ...(view.banner ? { banner: view.banner } : {}),
  };
}

/** One line for each day and person: the latest day first, on a day who looked last first. */
function linesOf(accesses: readonly Access[]): readonly Line[] {
  const lines = new Map<string, Line>();
  for (const { day, personId, what, times } of accesses) {
    const key = JSON.stringify([day, personId]);
    const line = lines.get(key) ?? { day, personId, texts: [] };
    line.texts.push(openedText(what, times));
    lines.set(key, line);
  }
  return [...lines.values()].sort((one, other) => (one.day === other.day ? 0 : one.day < other.day ? 1 : -1));
}

function whoIs({ route, viewer }: CaseView, people: ReadonlyMap<string, Person>, id: string): string {
  if (id === viewer.id) return 'Jij';
  const person = people.get(id);
  if (person?.registered) return `${person.name} (${roleLabel(route, person.role)})`;
  return person?.role === 'onbekend' ? 'iemand die niet in het register staat' : 'iemand die niet meer in het register staat';
}
