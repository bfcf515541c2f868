import type { Picture, PictureEdge } from '../route/picture.js';

/** Where a line leaves one box and enters the next. Lines with the same end come together there. */
export interface Ends {
  readonly out: End;
  readonly in: End;
}
export interface End {
  readonly id: string;
  readonly node: string;
  /** Where on the box, in the stroomschema; elsewhere wherever it fits best. */
  readonly at: { readonly side: 'top' | 'bottom'; /** From 0, at the left, to 1. */ readonly along: number } | undefined;
}

/** The middle of a box, where the main road goes. */
export const MIDDLE = 0.5;
/** How far from the middle the first line beside it stands, and each next one. */
const FIRST = 0.15;
const NEXT = 0.115;

/**
 * In the stroomschema the main road runs straight down the middle. A side road leaves left or right of it, each exit at one
 * side; the further down it ends, the nearer to the middle it starts, so that lines do not cross more than they must. In
 * other pictures lines go as they like. Lines to the same box come together in front of it, except those that lead back.
 */
export function endsOf(picture: Picture): readonly Ends[] {
  const order = new Map(picture.nodes.map(({ id }, index) => [id, index]));
  const isSchema = picture.nodes.some((node) => node.kind === 'exit');
  const isBack = ({ from, to }: PictureEdge) => isSchema && (order.get(from) ?? 0) > (order.get(to) ?? 0);
  const lanes = isSchema ? lanesOf(picture, isBack) : undefined;
  return picture.edges.map((edge, index): Ends => {
    const back = isBack(edge);
    const out = { id: `${edge.from} out ${String(index)}`, node: edge.from };
    const into = { id: `${edge.to} in${back ? ` ${String(index)}` : ''}`, node: edge.to };
    if (lanes === undefined) return { out: { ...out, at: undefined }, in: { ...into, at: undefined } };
    if (!back) return { out: { ...out, at: { side: 'bottom', along: lanes.along(edge.from, edge) } }, in: { ...into, at: { side: 'top', along: MIDDLE } } };
    // Beside the way down it goes straight up; from a side road it leaves at the side of the main road.
    const along = lanes.along(edge.to, edge);
    const leaves = lanes.isExit(edge.from) ? 1 - along : along;
    return { out: { ...out, at: { side: 'top', along: leaves } }, in: { ...into, at: { side: 'bottom', along } } };
  });
}

interface Lanes {
  isExit(id: string): boolean;
  /** Where this line stands at the bottom of the box `on`. */
  along(on: string, edge: PictureEdge): number;
}

function lanesOf({ nodes, edges }: Picture, isBack: (edge: PictureEdge) => boolean): Lanes {
  const main = nodes.filter((node) => node.kind !== 'exit').map((node) => node.id);
  const exits = nodes.filter((node) => node.kind === 'exit').map((node) => node.id);
  /** How far down the main road an exit stands: below the last block that leads to it. */
  const depth = (exit: string) => Math.max(-1, ...edges.filter((edge) => edge.to === exit).map((edge) => main.indexOf(edge.from)));
  const lines = (exit: string) => edges.filter((edge) => edge.from === exit || edge.to === exit).length;
  // What the last block leads to first is where the main road ends.
  const end = edges.find((edge) => edge.from === main.at(-1) && exits.includes(edge.to))?.to;
  const sides = new Map<string, -1 | 1>();
  for (const exit of exits.filter((id) => id !== end && depth(id) >= 0).sort((one, other) => depth(other) - depth(one) || lines(other) - lines(one))) {
    // Exits at the same height first of all stand apart.
    const load = (side: -1 | 1) => [...sides].filter(([, each]) => each === side)
      .reduce((sum, [id]) => sum + lines(id) + (depth(id) === depth(exit) ? edges.length : 0), 0);
    sides.set(exit, load(-1) <= load(1) ? -1 : 1);
  }
  const far = (on: string, edge: PictureEdge) => (edge.from === on ? edge.to : edge.from);
  const sideOf = (on: string, edge: PictureEdge): -1 | 0 | 1 => sides.get(far(on, edge)) ?? (isBack(edge) ? 1 : 0);
  return {
    isExit: (id) => exits.includes(id),
    along(on, edge) {
      const side = main.includes(on) ? sideOf(on, edge) : 0;
      if (side === 0) return MIDDLE;
      const beside = edges.filter((each) => (each.from === on ? !isBack(each) : each.to === on && isBack(each)) && sideOf(on, each) === side);
      // Within the main road first, then what ends furthest down.
      const rank = (each: PictureEdge) => (exits.includes(far(on, each)) ? depth(far(on, each)) : main.length) + (isBack(each) ? 0.5 : 0);
      const place = beside.sort((one, other) => rank(other) - rank(one)).indexOf(edge);
      return MIDDLE + side * (FIRST + place * NEXT);
    },
  };
}
