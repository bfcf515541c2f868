import { allFeatures } from './features.js';
import type { Learned } from './learn.js';
import { scoresOf } from './linear.js';
import { read, type Reader } from './reading.js';
import { vectoriser } from './vectors.js';

/**
 * Above this difference with "none" the text is taken for danger. Chosen on the tuning set: as few missed as can be with at
 * most two in a hundred false alarms.
 */
const ALARM = 0.03;
/** Fewer words are too few to sound like anything; the phrases still find "dood" and the like. */
const FEWEST_WORDS = 3;

/**
 * What danger a text tells of, as learned from examples (`knowledge/veiligheid-zinnen.yaml`): it finds what no phrase
 * foresaw. Beside the phrases of `knowledge/veiligheid.yaml`, never instead of them.
 */
export function secondOpinionFrom({ danger, dangers }: Learned, reader: Reader): (text: string) => string | undefined {
  const vectorise = vectoriser(danger.space);
  return (text) => {
    const reading = read(reader, text);
    if (reading.words.length < FEWEST_WORDS) return undefined;
    const [none = 0, ...signs] = scoresOf(danger.linear, vectorise(allFeatures(reading)));
    const together = signs.reduce((sum, sign) => sum + sign, 0);
    return together - none > ALARM ? dangers[signs.indexOf(Math.max(...signs))] : undefined;
  };
}
