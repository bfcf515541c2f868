/** An Adaptive Card as a person sees it: what kind it is, what it says, and which buttons and inputs it has. */
export type Card = Readonly<Record<string, unknown>>;

export interface CardButton {
  readonly title: string;
  readonly verb: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** "none": what was typed does not go along. */
  readonly withInputs: boolean;
}

/** The card of an answer, as an attachment or as an invoke response; fails the test when it holds none. */
export function cardOf(answer: { readonly attachments?: readonly { readonly content: Card }[] } | undefined): Card {
  const card = answer?.attachments?.[0]?.content;
  if (card === undefined) throw new Error(`no card in ${JSON.stringify(answer)}`);
  return card;
}

/** `question` of `card:question`. */
export function kindOf(card: Card): string {
  const [first] = elements(card);
  return String(first?.['id'] ?? '').replace(/^card:/, '');
}

/** The outcome that an advice card gives, by its id. */
export function outcomeOf(card: Card): string | undefined {
  return elements(card).map((element) => String(element['id'] ?? '')).find((id) => id.startsWith('outcome:'))?.slice('outcome:'.length);
}

/** Everything that can be read on it, one piece a line. */
export function textOf(card: Card): string {
  return elements(card).flatMap((element) => {
    if (element['type'] === 'TextBlock' || element['type'] === 'TextRun') return [String(element['text'])];
    if (element['type'] === 'FactSet') return (element['facts'] as readonly Card[]).map((fact) => `${String(fact['title'])}: ${String(fact['value'])}`);
    return [];
  }).join('\n');
}

export function buttonsOf(card: Card): readonly CardButton[] {
  return everything(card).filter((part) => part['type'] === 'Action.Execute' || part['type'] === 'Action.Submit').map((part) => {
    const data = part['data'] as Card;
    return { title: String(part['title']), verb: String(part['verb'] ?? data['verb']), data, withInputs: part['associatedInputs'] !== 'none' };
  });
}

/** Does this button open a dialog (a task module)? */
export function opensDialog({ data }: CardButton): boolean {
  return JSON.stringify(data['msteams']) === '{"type":"task/fetch"}';
}

/** The button with this title, or with this data; fails the test when it is not there. */
export function buttonOf(card: Card, wanted: string | Readonly<Record<string, unknown>>): CardButton {
  const found = buttonsOf(card).find(({ title, verb, data }) => (typeof wanted === 'string'
    ? title === wanted
    : Object.entries(wanted).every(([key, value]) => (key === 'verb' ? verb : data[key]) === value)));
  if (found === undefined) {
    const there = buttonsOf(card).map(({ title, data }) => `${title} ${JSON.stringify(data)}`).join('\n');
    throw new Error(`no button ${JSON.stringify(wanted)} on card ${kindOf(card)}:\n${textOf(card)}\n${there}`);
  }
  return found;
}

/** What the inputs hold when nobody touches them: what Teams sends along with a click. */
export function presetsOf(card: Card): Readonly<Record<string, string>> {
  return Object.fromEntries(inputsOf(card).map((input) => [String(input['id']), String(input['value'] ?? '')]));
}

export function inputsOf(card: Card): readonly Card[] {
  return everything(card).filter((part) => String(part['type']).startsWith('Input.'));
}

/** The choice of an input whose title holds `words`; fails the test when there is none. */
export function choiceOf(card: Card, input: string, words: string): string {
  const choices = (inputsOf(card).find((one) => one['id'] === input)?.['choices'] ?? []) as readonly Card[];
  const found = choices.find((choice) => String(choice['title']).includes(words));
  if (found === undefined) throw new Error(`no choice "${words}" in ${input}: ${choices.map((choice) => String(choice['title'])).join(', ')}`);
  return String(found['value']);
}

function elements(card: Card): readonly Card[] {
  return everything(card['body']);
}

/** Every object in the card, outermost first; the data of a button and what Teams itself asks for are not looked into. */
function everything(value: unknown): readonly Card[] {
  if (Array.isArray(value)) return value.flatMap(everything);
  if (typeof value !== 'object' || value === null) return [];
  return [value as Card, ...Object.entries(value).flatMap(([key, inner]) => (key === 'data' || key === 'refresh' ? [] : everything(inner)))];
}
