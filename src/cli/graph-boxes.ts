import type { PictureNode } from '../route/picture.js';
import { widthOf, wrap, type Style } from './graph-text.js';

/** A box of the drawing: what stands in it, line by line, and how large it is for that. */
export interface Box {
  readonly node: PictureNode;
  readonly width: number;
  readonly height: number;
  readonly lines: readonly BoxLine[];
}
export interface BoxLine {
  readonly text: string;
  readonly kind: 'here' | 'label' | 'text' | 'who';
  readonly style: Style;
  /** Of its baseline, from the top of the box. */
  readonly y: number;
}

export const HERE = 'Je bent hier';
const HERE_STYLE: Style = { size: 13, bold: true, leading: 17 };
const TEXT_STYLE: Style = { size: 13, bold: false, leading: 18 };
const WHO_STYLE: Style = { size: 12.5, bold: false, leading: 17 };
export const EDGE_STYLE: Style = { size: 12.5, bold: false, leading: 16 };

/** How wide the text is, and how large its label, by what the box is. The main road stands out. */
const SIZES: Readonly<Record<PictureNode['kind'], { readonly inner: number; readonly label: number }>> = {
  entry: { inner: 330, label: 17 }, flow: { inner: 330, label: 17 }, exit: { inner: 216, label: 15 },
  question: { inner: 190, label: 13 }, outcome: { inner: 210, label: 13 }, jump: { inner: 170, label: 13 },
};
/** Between text and the edge of its box. */
const PADDING = 14;
/** How far the sides of a hexagon point outwards. */
export const POINT = 18;
/** Between the label, what follows it, and who takes part. */
const GAP = 7;

/** Measures a node. */
export function boxOf(node: PictureNode): Box {
  const { inner, label } = SIZES[node.kind];
  const labelStyle: Style = { size: label, bold: true, leading: Math.round(label * 1.3) };
  const isBlock = node.text !== '' || node.kind === 'exit';
  const who = node.roles.length === 0 ? '' : `${isBlock ? 'Wie' : 'Aan zet'}: ${node.roles.join(', ')}`;
  const lines: BoxLine[] = [];
  let y = PADDING;
  for (const [kind, text, style] of [
    ['here', node.here ? HERE : '', HERE_STYLE], ['label', node.label, labelStyle], ['text', node.text, TEXT_STYLE], ['who', who, WHO_STYLE],
  ] as const) {
    const wrapped = wrap(text, inner, style);
    if (wrapped.length > 0 && lines.length > 0) y += GAP;
    for (const line of wrapped) {
      lines.push({ text: line, kind, style, y: y + Math.round(style.leading * 0.78) });
      y += style.leading;
    }
  }
  const side = PADDING + (node.kind === 'question' ? POINT : 0);
  return { node, width: inner + 2 * side, height: y + PADDING, lines };
}

/** The words at a line between two boxes. */
export function edgeLabel(text: string): { readonly lines: readonly string[]; readonly width: number; readonly height: number } {
  const lines = wrap(text, 130, EDGE_STYLE);
  return { lines, width: Math.max(0, ...lines.map((line) => widthOf(line, EDGE_STYLE))) + 8, height: lines.length * EDGE_STYLE.leading + 4 };
}
