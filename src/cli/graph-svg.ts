import type { Picture, PictureEdge, PictureNode } from '../route/picture.js';
import { EDGE_STYLE, edgeLabel, POINT } from './graph-boxes.js';
import type { Line, Placed, Point } from './graph-layout.js';
import { escapeXml } from './graph-text.js';

/** Fill and border of each kind of box. Ink on these has a contrast of 7 or more. */
const COLORS: Readonly<Record<PictureNode['kind'], { readonly fill: string; readonly line: string }>> = {
  entry: { fill: '#eef0fa', line: '#3f4f94' }, flow: { fill: '#eef0fa', line: '#3f4f94' }, exit: { fill: '#f7f7f9', line: '#b9bccb' },
  question: { fill: '#eef0fa', line: '#3f4f94' }, outcome: { fill: '#edf7f0', line: '#2b7045' },
  jump: { fill: '#f7f7f9', line: '#b9bccb' },
};
const DANGER = { fill: '#fdf1f0', line: '#a1262d' };
const HERE_COLORS = { fill: '#fff3dc', line: '#8a4b00' };
const INK = { label: '#1d2338', text: '#242424', who: '#4a4d57', here: '#7a4100', edge: '#3d4152' };
const WIRE = '#6b7083';
/** Exits to which more than one line leads: each has its own colour, so that lines which cross can be told apart. */
const SHARED = ['#0f5f6b', '#2b7045', '#5b3a8c'];
const FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";
const TITLE = { size: 21, height: 46 };
const CORNER = 9;

/** The picture as SVG that stands alone: on white, readable in light and dark, with what it shows in words for who can not see it. */
export function svgOf(picture: Picture, placed: Placed): string {
  const color = colorsOf(picture);
  const width = placed.width;
  const height = placed.height + TITLE.height;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${String(width)} ${String(height)}" width="${String(width)}" height="${String(height)}" role="img" lang="nl" aria-labelledby="title desc" font-family="${FONT}">`,
    `<title id="title">${escapeXml(picture.title)}</title>`,
    `<desc id="desc">${escapeXml(picture.description)}</desc>`,
    `<defs>${[...new Set(picture.edges.map(color))].map(arrowHead).join('')}</defs>`,
    `<rect width="${String(width)}" height="${String(height)}" fill="#fff"/>`,
    `<text x="24" y="36" font-size="${String(TITLE.size)}" font-weight="600" fill="${INK.label}">${escapeXml(picture.title)}</text>`,
    `<g transform="translate(0 ${String(TITLE.height)})">`,
    ...placed.lines.map((line) => wire(line, color(line.edge))),
    ...placed.boxes.map((box) => boxSvg(box, color({ from: '', to: box.node.id, label: '' }))),
    ...placed.lines.map(words),
    '</g>', '</svg>', '',
  ].join('\n');
}

/** Which colour a line has: that of what it leads to. */
function colorsOf({ nodes, edges }: Picture): (edge: PictureEdge) => string {
  const colors = new Map<string, string>();
  for (const { id, kind, danger } of nodes) {
    if (danger) colors.set(id, DANGER.line);
    else if (kind === 'exit' && edges.filter((edge) => edge.to === id).length > 1) colors.set(id, SHARED[colors.size % SHARED.length] ?? WIRE);
  }
  return ({ to }) => colors.get(to) ?? WIRE;
}

function arrowHead(color: string): string {
  return `<marker id="punt${color.slice(1)}" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8" markerHeight="8" orient="auto"><path d="M0 0 10 5 0 10z" fill="${color}"/></marker>`;
}

function boxSvg({ node, x, y, width, height, lines }: Placed['boxes'][number], color: string): string {
  const own = node.danger ? DANGER : COLORS[node.kind];
  const { fill, line } = node.here ? HERE_COLORS : { ...own, line: color === WIRE ? own.line : color };
  const stroke = `fill="${fill}" stroke="${line}" stroke-width="${node.here ? '3' : node.kind === 'exit' || node.kind === 'jump' ? '1.25' : '1.75'}"`;
  const shape = node.kind === 'question'
    ? `<path d="M${String(POINT)} 0H${String(width - POINT)}L${String(width)} ${String(height / 2)} ${String(width - POINT)} ${String(height)}H${String(POINT)}L0 ${String(height / 2)}z" ${stroke} stroke-linejoin="round"/>`
    : `<rect width="${String(width)}" height="${String(height)}" rx="${node.kind === 'jump' ? String(Math.min(20, height / 2)) : '10'}" ${stroke}/>`;
  const texts = lines.map(({ text, kind, style, y: at }) => (
    `<text x="${String(width / 2)}" y="${String(at)}" font-size="${String(style.size)}"${style.bold ? ' font-weight="600"' : ''} fill="${INK[kind]}" text-anchor="middle">${escapeXml(text)}</text>`
  ));
  return [`<g id="${escapeXml(node.id)}" transform="translate(${String(x)} ${String(y)})">`, shape, ...texts, '</g>'].join('');
}

/** Right angles with round corners. */
function wire({ points }: Line, color: string): string {
  const [first, ...rest] = points;
  if (first === undefined) return '';
  let path = `M${at(first)}`;
  rest.forEach((point, index) => {
    const before = rest[index - 1] ?? first;
    const after = rest[index + 1];
    path += after === undefined ? `L${at(point)}` : `L${at(towards(point, before))}Q${at(point)} ${at(towards(point, after))}`;
  });
  return `<path d="${path}" fill="none" stroke="${color}" stroke-width="1.5" marker-end="url(#punt${color.slice(1)})"/>`;
}

function towards(from: Point, to: Point): Point {
  const far = Math.hypot(to.x - from.x, to.y - from.y);
  const part = far === 0 ? 0 : Math.min(CORNER, far / 2) / far;
  return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
}

function at({ x, y }: Point): string {
  return `${String(Math.round(x * 10) / 10)} ${String(Math.round(y * 10) / 10)}`;
}

function words({ edge, label }: Line): string {
  if (label === undefined) return '';
  const { lines, width, height } = edgeLabel(edge.label);
  const texts = lines.map((line, index) => (
    `<text x="${String(label.x + width / 2)}" y="${String(label.y + 12 + index * EDGE_STYLE.leading)}" font-size="${String(EDGE_STYLE.size)}" fill="${INK.edge}" text-anchor="middle">${escapeXml(line)}</text>`
  ));
  return `<rect x="${String(label.x)}" y="${String(label.y)}" width="${String(width)}" height="${String(height)}" rx="4" fill="#fff" fill-opacity=".9"/>${texts.join('')}`;
}
