/** An Adaptive Card as a person sees it, read without any knowledge of the program that made it. */
export type Card = Readonly<Record<string, unknown>>;

export interface CardButton {
  readonly title: string;
  readonly verb: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** False: what was typed does not go along. */
  readonly withInputs: boolean;
  /** Opens a dialog (task module) instead of being sent as a click. */
  readonly dialog: boolean;
}

/** A button's title, or some of its data. */
export type Wanted = string | Readonly<Record<string, unknown>>;

/** `question` of `card:question`; empty for a card that is none of this bot's. */
export function kindOf(card: Card | undefined): string {
  const [first] = everything(card?.['body']);
  return String(first?.['id'] ?? '').replace(/^card:/, '');
}

/** Everything that can be read on it, one piece a line. */
export function textOf(card: Card | undefined): string {
  return everything(card?.['body']).flatMap((part) => {
    if (part['type'] === 'TextBlock' || part['type'] === 'TextRun') return [String(part['text'])];
    if (part['type'] === 'FactSet') return listOf(part['facts']).map((fact) => `${String(fact['title'])}: ${String(fact['value'])}`);
    return [];
  }).join('\n');
}

/** The code of the case that the card is about; undefined when it names none. */
export const codeOf = (card: Card | undefined): string | undefined => /[Cc]asus ([0-9A-Z]{5})\b/.exec(textOf(card))?.[1];

export function buttonsOf(card: Card | undefined): readonly CardButton[] {
  return everything(card).filter((part) => part['type'] === 'Action.Execute' || part['type'] === 'Action.Submit').map((part) => {
    const data = (part['data'] ?? {}) as Card;
    return {
      title: String(part['title']), verb: String(part['verb'] ?? data['verb']), data,
      withInputs: part['associatedInputs'] !== 'none', dialog: JSON.stringify(data['msteams']) === '{"type":"task/fetch"}',
    };
  });
}

/** The first button with this title, or with this data. */
export function findButton(card: Card | undefined, wanted: Wanted): CardButton | undefined {
  return buttonsOf(card).find(({ title, verb, data }) => (typeof wanted === 'string'
    ? title === wanted
    : Object.entries(wanted).every(([key, value]) => (key === 'verb' ? verb : data[key]) === value)));
}

/** What the inputs hold when nobody touches them: what Teams sends along with a click. */
export function presetsOf(card: Card | undefined): Readonly<Record<string, string>> {
  return Object.fromEntries(inputsOf(card).map((input) => [String(input['id']), String(input['value'] ?? '')]));
}

export function inputsOf(card: Card | undefined): readonly Card[] {
  return everything(card).filter((part) => String(part['type']).startsWith('Input.'));
}

/** The value of the choice whose title holds `words`. */
export function choiceOf(card: Card | undefined, input: string, words: string): string | undefined {
  const choices = listOf(inputsOf(card).find((one) => one['id'] === input)?.['choices']);
  const found = choices.find((choice) => String(choice['title']).includes(words));
  return found === undefined ? undefined : String(found['value']);
}

const listOf = (value: unknown): readonly Card[] => (Array.isArray(value) ? value as Card[] : []);

/** Every object in the card, outermost first; the data of a button and what Teams itself asks for are not looked into. */
function everything(value: unknown): readonly Card[] {
  if (Array.isArray(value)) return value.flatMap(everything);
  if (typeof value !== 'object' || value === null) return [];
  return [value as Card, ...Object.entries(value).flatMap(([key, inner]) => (key === 'data' || key === 'refresh' ? [] : everything(inner)))];
}
