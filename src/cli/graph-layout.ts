import ElkModule, { type ElkExtendedEdge, type ElkNode, type ElkPort } from 'elkjs/lib/elk.bundled.js';
import type { Picture, PictureEdge } from '../route/picture.js';
import { boxOf, edgeLabel, type Box } from './graph-boxes.js';
import { endsOf, MIDDLE, type Ends } from './graph-ends.js';

export interface Placed {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly (Box & { readonly x: number; readonly y: number })[];
  readonly lines: readonly Line[];
}
/** A line with right angles, from box to box. */
export interface Line {
  readonly edge: PictureEdge;
  readonly points: readonly Point[];
  /** Where its words stand: the left top corner. */
  readonly label: Point | undefined;
}
export interface Point {
  readonly x: number;
  readonly y: number;
}

const OPTIONS: Readonly<Record<string, string>> = {
  'elk.algorithm': 'layered',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.padding': '[top=20,left=24,bottom=24,right=24]',
  'elk.separateConnectedComponents': 'false',
  'elk.spacing.nodeNode': '30',
  'elk.spacing.edgeNode': '18',
  'elk.spacing.edgeEdge': '12',
  'elk.layered.spacing.nodeNodeBetweenLayers': '40',
  'elk.layered.spacing.edgeNodeBetweenLayers': '18',
  'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
  'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
};
/** The stroomschema runs down in the order of its file: an arrow to something earlier is one that leads back. */
const DOWN = { 'elk.direction': 'DOWN', 'elk.layered.cycleBreaking.strategy': 'MODEL_ORDER' };
/** A tree is broad: its questions run to the right, so that one can read it by scrolling down. */
const RIGHT = { 'elk.direction': 'RIGHT' };

/** Places the boxes in layers and the lines between them. The same picture always comes out the same. */
export async function layOut(picture: Picture): Promise<Placed> {
  const boxes = picture.nodes.map(boxOf);
  const ends = endsOf(picture);
  const isSchema = ends.some((each) => each.out.at !== undefined);
  const graph: ElkNode = {
    id: 'picture',
    layoutOptions: { ...OPTIONS, ...(isSchema ? DOWN : RIGHT) },
    children: boxes.map((box) => ({
      id: box.node.id, width: box.width, height: box.height, ports: portsOf(box, ends), layoutOptions: {
        'elk.portConstraints': isSchema ? 'FIXED_POS' : 'FREE',
        // What nothing leads to or from stands at the end, not beside the beginning.
        ...(isSchema && picture.edges.every((edge) => edge.from !== box.node.id && edge.to !== box.node.id) ? { 'elk.layered.layering.layerConstraint': 'LAST' } : {}),
      },
    })),
    edges: picture.edges.map((edge, index) => {
      // In the stroomschema lines that come together for the same reason say it once, where the last of them comes in.
      const again = isSchema && picture.edges.some((other, at) => at > index && other.to === edge.to && other.label === edge.label);
      return elkEdge(index, again ? '' : edge.label, ends[index]);
    }),
  };
  const laid = await new ElkModule.default().layout(graph);
  const at = new Map((laid.children ?? []).map((child) => [child.id, child]));
  return {
    width: Math.ceil(laid.width ?? 0), height: Math.ceil(laid.height ?? 0),
    boxes: boxes.map((box) => ({ ...box, x: round(at.get(box.node.id)?.x), y: round(at.get(box.node.id)?.y) })),
    lines: picture.edges.map((edge, index) => lineOf(edge, laid.edges?.[index])),
  };
}

/** The ends of lines at this box, each once. */
function portsOf({ node, width, height }: Box, ends: readonly Ends[]): ElkPort[] {
  const own = ends.flatMap((each) => [each.out, each.in]).filter((end) => end.node === node.id);
  return [...new Map(own.map((end) => [end.id, end])).values()].map(({ id, at }) => (at === undefined ? { id } : {
    id, x: width * at.along, y: at.side === 'top' ? 0 : height, layoutOptions: { 'elk.port.side': at.side === 'top' ? 'NORTH' : 'SOUTH' },
  }));
}

function elkEdge(index: number, label: string, ends: Ends | undefined): ElkExtendedEdge {
  if (ends === undefined) throw new Error(`no ends for line ${String(index)}`);
  const { width, height } = edgeLabel(label);
  const straight = ends.out.at?.along === MIDDLE && ends.in.at?.along === MIDDLE ? '10' : '1';
  return {
    id: `edge-${String(index)}`, sources: [ends.out.id], targets: [ends.in.id],
    ...(label === '' ? {} : { labels: [{ text: label, width, height }] }),
    layoutOptions: { 'elk.layered.priority.straightness': straight, 'elk.layered.priority.direction': straight },
  };
}

function lineOf(edge: PictureEdge, laid: ElkExtendedEdge | undefined): Line {
  const points = (laid?.sections ?? []).flatMap(({ startPoint, bendPoints, endPoint }) => [startPoint, ...(bendPoints ?? []), endPoint]);
  const label = laid?.labels?.[0];
  return {
    edge, points: points.map(({ x, y }) => ({ x: round(x), y: round(y) })),
    label: label === undefined ? undefined : { x: round(label.x), y: round(label.y) },
  };
}

function round(value: number | undefined): number {
  return Math.round((value ?? 0) * 2) / 2;
}
