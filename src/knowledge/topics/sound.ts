/**
 * How a word sounds, for people who write by ear: "nodigd" and "nodigt", "begelijding" and "begeleiding" are the same.
 * Takes a word in lower case without accents.
 */
export function sound(word: string): string {
  return word
    .replaceAll(/ij|y/g, 'ei').replaceAll('au', 'ou').replaceAll('ph', 'f').replaceAll(/c(?=[eiy])/g, 's').replaceAll(/c(?!h)/g, 'k')
    .replaceAll(/[sz]j/g, 'g').replaceAll('ch', 'g').replaceAll('x', 'ks').replaceAll('z', 's').replaceAll('v', 'f')
    .replaceAll(/(.)\1+/g, '$1').replace(/(?:dt|d)$/, 't');
}
