/**
 * People's text on a card is text. TextBlocks, facts and the titles of choices are read as a subset of Markdown, each
 * host a little differently, and not every host understands a backslash as an escape. So what could start markup gets a
 * look-alike character or an invisible word joiner: it reads the same everywhere and means nothing anywhere.
 */

const JOINER = '\u2060';
/** Longest text that is shown as one piece; keeps a pasted novel from making a card that Teams refuses. */
const LONGEST_SHOWN = 2000;

/** What could open emphasis, code or strike-through, at any place in the text. */
const LOOKALIKES: Readonly<Record<string, string>> = { '*': '\u2217', '`': '\u02CB', '~': '\u223C' };

/** Control and private-use characters, and those that turn the reading direction around. */
const UNSEEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u200E\u200F\u202A-\u202E\u2066-\u2069\uE000-\uF8FF]/g;

/** Makes a text safe to show on a card: no markup, no link, no template expression. Doing it twice changes nothing. */
export function plain(text: string): string {
  const shown = withoutMarkup(text);
  // What the cut leaves at its end may mean something there that it did not mean before: a joiner was behind it.
  return shown.length <= LONGEST_SHOWN ? shown : withoutMarkup(cut(shown));
}

function withoutMarkup(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(UNSEEN, '')
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .replace(/[*`~]/g, (mark) => LOOKALIKES[mark] ?? mark)
    // An underscore inside a word ("jan_de_vries") is no markup and stays.
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\u02CD')
    .replace(/\\(?!\u2060)/g, `\\${JOINER}`)
    .replace(/\](?=[([:])/g, `]${JOINER}`)
    .replace(/<(?=[a-z/!?])/gi, `<${JOINER}`)
    .replace(/&(?=#?\w+;)/g, `&${JOINER}`)
    .replace(/\$(?=\{)/g, `$${JOINER}`)
    .replace(/\{(?=\{)/g, `{${JOINER}`)
    .split('\n').map(plainLine).join('\n')
    .replace(/\n{3,}/g, '\n\n');
}

/** A line must not begin as a list, heading, quotation, table or code block. */
function plainLine(line: string): string {
  const bare = line.trim();
  return /^(?:[-+#>=|:]|\d+[.)])/.test(bare) ? JOINER + bare : bare;
}

/** Room for the dots, and for a joiner or two that the new end may need. */
const ROOM = 10;

function cut(text: string): string {
  // Not in the middle of an emoji.
  return `${text.slice(0, LONGEST_SHOWN - ROOM).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
