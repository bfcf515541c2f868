import { askingOf } from '../asking.js';
import { allFeatures } from './features.js';
import { COMMAND_WORDS, type Learned } from './learn.js';
import { scoresOf } from './linear.js';
import { read, type Reader } from './reading.js';
import { vectoriser } from './vectors.js';

/**
 * So much more a command than none at all; what asks something in particular must be surer. Chosen on texts of commands
 * that were left out of the learning: four in five are found, and one in a hundred questions is taken for a command.
 */
const SURE = { step: 0.25, statement: 0.25, question: 0.6 } as const;

/** The command that a short text sounds like, as learned from the texts of all commands: beside their exact words, never instead of them. */
export function orderFrom({ commands, commandIds }: Learned, reader: Reader): (text: string) => string | undefined {
  const vectorise = vectoriser(commands.space);
  return (text) => {
    const reading = read(reader, text);
    if (reading.words.length > COMMAND_WORDS) return undefined;
    const [none = 0, ...scores] = scoresOf(commands.linear, vectorise(allFeatures(reading)));
    const best = Math.max(...scores);
    return best - none > SURE[askingOf(text)] ? commandIds[scores.indexOf(best)] : undefined;
  };
}
