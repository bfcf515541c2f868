import type { Button, CardData } from '../../cards/data.js';
import type { Route } from '../../route/model.js';
import type { BlockData } from '../../route/schema-local.js';
import { roleLabel } from '../../route/roles.js';
import { button, unsafeButton } from './words.js';

/** Where somebody stands in the stroomschema, and the way back to it. */
export interface Standing {
  readonly block: BlockData | undefined;
  /** Whose place it is: the own last question, or a case. */
  readonly of: 'visit' | 'case';
  readonly back: Button;
}

type ShownBlock = CardData<'schema'>['flow'][number];
const nothing = { ref: '', seen: 0 };

/** The stroomschema from top to bottom, with the block where somebody is. Nobody's name and no code is on it. */
export function schemaCard(route: Route, standing: Standing | undefined): CardData<'schema'> {
  const main = route.blocks.filter((block) => block.lane !== 'exit');
  const shown = (block: BlockData, arrow: string, notes: string[]): ShownBlock => ({
    id: block.id, label: block.label, explain: block.explain, arrow, notes, here: block.id === standing?.block?.id,
    roles: block.roles.map((role) => roleLabel(route, role)).join(', '),
    buttons: block.trees.map((tree) => beginButton(route, tree)),
  });
  return {
    title: 'De ondersteuningsroute',
    intro: introOf(standing),
    flow: main.map((block, index) => shown(block, arrowTo(route, main[index - 1], block), waysOn(route, main, block))),
    exits: route.blocks.filter((block) => block.lane === 'exit').map((block) => shown(block, '', [...waysTo(route, block), ...waysOn(route, main, block)])),
    nav: [...(standing ? [standing.back] : []), button('Rollen', 'roles', nothing), button('Nieuwe vraag', 'start', nothing, { tree: 'wat-nu' }), unsafeButton()],
  };
}

function introOf(standing: Standing | undefined): string {
  if (standing?.block === undefined) return 'Dit is de weg van een vraag, van boven naar beneden. Begin met “wat nu?”. Daarna zie je hier waar je bent.';
  return standing.of === 'case' ? `Deze casus staat nu bij “${standing.block.label}”.` : `Je laatste vraag hoort bij “${standing.block.label}”.`;
}

function beginButton(route: Route, tree: string): Button {
  return button(route.trees.get(tree)?.title ?? tree, 'start', nothing, { tree }, tree === 'veiligheid' ? 'destructive' : 'default');
}

/** "↓", with what leads on from the block above. */
function arrowTo(route: Route, from: BlockData | undefined, to: BlockData): string {
  if (from === undefined) return '';
  const label = route.arrows.find((arrow) => arrow.from === from.id && arrow.to === to.id)?.label;
  return label === undefined ? '↓' : `↓ ${label}`;
}

/** From where one comes to a side road, and why; places with the same reason together. */
function waysTo(route: Route, to: BlockData): string[] {
  const from = new Map<string, string[]>();
  for (const arrow of route.arrows) {
    if (arrow.to !== to.id) continue;
    const label = arrow.label ?? '';
    from.set(label, [...(from.get(label) ?? []), quoted(route, arrow.from)]);
  }
  return [...from].map(([label, places]) => `Vanuit ${places.join(', ')}${label === '' ? '' : `: ${label}`}`);
}

/** What leads back up, and from a side road also what leads elsewhere; the way straight down stands between the blocks. */
function waysOn(route: Route, main: readonly BlockData[], from: BlockData): string[] {
  const place = (id: string) => main.findIndex((block) => block.id === id);
  return route.arrows.filter((arrow) => arrow.from === from.id).flatMap((arrow) => {
    const reason = arrow.label === undefined ? '' : `: ${arrow.label}`;
    if (place(arrow.to) >= 0 && (place(from.id) < 0 || place(arrow.to) < place(from.id))) return [`↑ Terug naar ${quoted(route, arrow.to)}${reason}`];
    return place(from.id) < 0 ? [`→ Naar ${quoted(route, arrow.to)}${reason}`] : [];
  });
}

function quoted(route: Route, id: string): string {
  return `“${route.blocks.find((block) => block.id === id)?.label ?? id}”`;
}
