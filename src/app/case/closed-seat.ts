import { show } from '../parts.js';
import type { Rendered } from '../ports.js';
import { button, formButton, unsafeButton } from '../present/words.js';
import type { Drawing } from '../views.js';

/** For a participant towards whose side the gate is closed: that sharing stops, nothing about the case but its code, and not who said no. */
export function closedSeatCard({ parts, loaded, view }: Drawing): Rendered {
  return show(parts, 'notice', {
    title: `Casus ${loaded.state.code}: delen stopt`,
    text: 'Er is nu geen toestemming om deze casus met jou te delen. Deel zelf ook niets meer over dit kind op grond van deze casus.',
    lines: ['Is het kind in gevaar? Kies dan “Het is niet veilig”: dat mag altijd.'],
    buttons: [...(loaded.state.closed ? [] : [formButton('Leg een nee vast', 'no-form', { ref: loaded.stream, seen: loaded.version })]), button('Mijn casussen', 'cases', { ref: '', seen: 0 }), unsafeButton()],
    ...(view.banner ? { banner: view.banner } : {}),
  });
}
