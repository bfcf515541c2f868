import type { Rendered } from '../ports.js';
import { show } from '../parts.js';
import { button, unsafeButton } from '../present/words.js';
import type { Drawing } from '../views.js';

/**
 * For somebody who took part and does not any more: what stood in their chat makes place for that. Undefined for anybody
 * who never did, or who still does and may not see it for another reason.
 */
export function leftCard({ parts, loaded: { state, events }, view }: Drawing): Rendered | undefined {
  const id = view.viewer.id;
  if (state.people.some((one) => one.person === id)) return undefined;
  const offers = events.flatMap((event) => (event.type === 'HandoverOffered' ? [event.data] : []));
  const tookPart = events.some((event) => (event.type === 'PersonLeft' && event.data.key === `person:${id}`)
    || (event.type === 'PersonReplaced' && event.data.from === id)
    || (event.type === 'HandoverAccepted' && offers.some((one) => one.handover === event.data.handover && one.what === 'plek' && one.from === id)));
  if (!tookPart) return undefined;
  return show(parts, 'notice', {
    title: `Casus ${state.code}: je doet niet meer mee`,
    text: 'Je ziet deze casus niet meer. Wat in je eigen dossier hoort, staat daar.',
    lines: [], buttons: [button('Mijn casussen', 'cases', { ref: '', seen: 0 }), unsafeButton()],
    ...(view.banner ? { banner: view.banner } : {}),
  });
}
