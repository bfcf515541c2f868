import type { DataFile } from '../data-file.js';
import { Groups, occurrencesFinder } from './occurrences.js';
import { holds, type CompiledRule } from './phrase.js';
import { safetyRules, type Danger } from './rules.js';
import { vocabularyOf } from './vocabulary.js';
import { wordsReader } from './words.js';

export type { Danger } from './rules.js';

/**
 * Compiles the rules of `knowledge/veiligheid.yaml` once. The function it gives says what danger a text tells of, if any:
 * the most pressing first. Deterministic; the work grows with the length of the text (`onStep` is called for each step).
 * Throws, with the file's name, on a file that breaks its schema.
 */
export function dangerFrom(file: DataFile, onStep: () => void = () => undefined): (text: string) => Danger | undefined {
  const { spelling, ordinary, contrast, rules } = safetyRules(file);
  const groups = new Groups();
  const contrasts = groups.add(contrast);
  const compiled = rules.map((rule): CompiledRule => ({ ...rule, not: groups.add(rule.not), phrases: rule.phrases.map((phrase) => phrase.map((group) => groups.add(group))) }));
  const words = [...groups.members.keys()].flatMap((alternative) => alternative.split(' '));
  const find = occurrencesFinder(groups, vocabularyOf(words, new Set(ordinary)), onStep);
  const wordsOf = wordsReader(spelling);
  return (text) => {
    const found = find(wordsOf(text));
    const turns = found(contrasts);
    return compiled.find((rule) => holds(rule, found, turns, onStep))?.value;
  };
}
