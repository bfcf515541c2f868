/** Asks for the next step and for nothing in particular: "wat nu?", "hoe nu verder", "wat moet ik doen". */
const NEXT_STEP = /\b(?:wat (?:nu|dan|te doen|moet (?:ik|je|wij|we)(?: nu| dan| hier)?(?: mee)?(?: doen)?|kan (?:ik|je|school|wij)(?: nu| dan| hier)?(?: mee)?(?: doen)?|kunnen (?:we|wij)(?: nu| dan)?(?: doen)?|doe ik(?: nu| dan| hier)?(?: mee)?|doen (?:we|wij)(?: nu| dan)?|raad je aan|is (?:de|mijn|onze) volgende stap|is (?:nu )?wijsheid)|hoe (?:nu )?(?:verder|pak ik dit aan|pakken (?:we|wij) dit aan)|en nu|volgende stap|help me op weg)\b/;

/** How a question in particular begins: a word that asks, at the start of a clause … */
const ASKS = /(?:^|[.,;!?:] ?|\bof |\ben |\bmaar )(?:wie|waar|waarom|wanneer|hoe|hoeveel|hoelang|hoevaak|welke?|wat)\b/;
/** … or a verb, at the start of a sentence; "is al weken thuis" behind a comma tells. */
const VERB_FIRST = /(?:^|[.!?;] ?)(?:mag|mogen|moet|moeten|kan|kun|kunnen|is|zijn|heeft|hebben|telt|geldt|klopt|krijgt|hoort|bestaat|werkt|duurt|word|wordt|doet|gaat|zit)\b(?! (?:al|niet|nu|steeds|vaak|nog|weer|sinds)\b)/;
const MAY_I = /\b(?:mag|moet|kan|kunnen|mogen|moeten) (?:ik|we|wij|dat|dit|school)\b/;
/** A verb turned round, as in "leerplicht melden?": a question by its mark alone. */
const MARK = /\?/;

/** What kind of thing somebody says. `step`: asks for the next step; `question`: asks something in particular; `statement`: tells. */
export type Asking = 'step' | 'question' | 'statement';

/** @param text as typed, with its punctuation */
export function askingOf(text: string): Asking {
  const said = text.toLowerCase();
  const step = NEXT_STEP.test(said);
  const rest = said.replace(new RegExp(NEXT_STEP, 'g'), ' ').replaceAll(/\?+/g, '?').replace(/[\s,.!?]+$/, '');
  if (ASKS.test(rest) || VERB_FIRST.test(rest) || MAY_I.test(rest) || (MARK.test(rest) && !step)) return 'question';
  if (step) return 'step';
  return MARK.test(said) ? 'question' : 'statement';
}
