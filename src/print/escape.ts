/** Control and private-use characters, and those that turn the reading direction around: nobody means to print them. */
const UNSEEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u200E\u200F\u202A-\u202E\u2066-\u2069\uE000-\uF8FF\uFFFE\uFFFF]/g;

/** A text as people typed it, with one kind of line end and without characters that are not there to be read. */
export function cleaned(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(UNSEEN, '').replace(/\p{Surrogate}/gu, '\uFFFD').trim();
}

/** The lines of a text, without empty ones at its ends and without more than one between. */
export function linesOf(text: string): readonly string[] {
  return cleaned(text).replace(/\n{3,}/g, '\n\n').split('\n').map((one) => one.trim());
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text in HTML, also inside a quoted attribute. */
export function inHtml(text: string): string {
  return cleaned(text).replace(/[&<>"']/g, (mark) => ENTITIES[mark] ?? mark);
}

/** One line of text in Markdown: it reads as it was typed and means nothing, also not at the beginning of a line, and is no link. */
export function inMarkdown(text: string): string {
  return cleaned(text).replace(/\s*\n\s*/g, ' ')
    .replace(/[\\`*_[\]<>#|~&$^=]/g, '\\$&')
    .replace(/^([-+])/, '\\$1')
    .replace(/^(\d+)([.)])/, '$1\\$2')
    .replace(/:(?=\/\/)/g, '\\:')
    .replace(/\bwww\./gi, (found) => `${found.slice(0, -1)}\\.`)
    .replace(/@/g, '\\@');
}
