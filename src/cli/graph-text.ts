/** Text in a drawing: no font is measured, a character counts as wide as it usually is. */

/** Width of a character as part of the font's size; the widest of the usual system fonts, so that nothing sticks out. */
const REGULAR = 0.56;
const BOLD = 0.6;

export interface Style {
  readonly size: number;
  readonly bold: boolean;
  readonly leading: number;
}

export function widthOf(text: string, { size, bold }: Pick<Style, 'size' | 'bold'>): number {
  return Math.ceil(text.length * size * (bold ? BOLD : REGULAR));
}

/** Words over lines of at most this width; a word that is longer than a line stands alone. */
export function wrap(text: string, width: number, style: Style): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter((each) => each !== '')) {
    const last = lines.at(-1);
    if (last !== undefined && widthOf(`${last} ${word}`, style) <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** Text as XML shows it, in an element as in an attribute. */
export function escapeXml(text: string): string {
  return text.replace(/[^\P{C}\n\t]/gu, '').replace(/[&<>"']/g, (sign) => `&#${String(sign.charCodeAt(0))};`);
}
