/** Length of the key of the environment, in bytes: AES-256. */
export const KEY_BYTES = 32;

/** The bytes of a key in base64, or undefined when the text is not base64 of exactly 32 bytes. */
export function keyBytes(text: string): Buffer | undefined {
  const bytes = Buffer.from(text, 'base64');
  // Node skips what is no base64: only a text that comes back unchanged was meant as one.
  return bytes.length === KEY_BYTES && bytes.toString('base64') === text ? bytes : undefined;
}

/**
 * What is wrong with a wrapping key, in English and without the key; undefined when nothing is.
 * `name` is that of the variable or the file it came from.
 */
export function keyFault(name: string, text: string): string | undefined {
  const bytes = keyBytes(text);
  if (bytes === undefined) return `${name}: must be 32 bytes in base64 (44 characters); make one with 'npm run -s keys -- new'`;
  if (new Set(bytes).size === 1) return `${name}: all its bytes are the same, that is no key; make one with 'npm run -s keys -- new'`;
  return undefined;
}

/**
 * Faults in the wrapping keys of the environment, in English: the key is needed outside local mode, where a database is
 * somebody's real one; the old key may be there while keys are wrapped anew.
 */
export function keyFaults({ key, oldKey, local }: { readonly key: string | undefined; readonly oldKey: string | undefined; readonly local: boolean }): readonly string[] {
  const needed = key === undefined && !local ? ["ROUTEWIJZER_KEY: needed with MicrosoftAppId, to encrypt what people write; make one with 'npm run -s keys -- new'"] : [];
  const wrong = [key === undefined ? undefined : keyFault('ROUTEWIJZER_KEY', key), oldKey === undefined ? undefined : keyFault('ROUTEWIJZER_KEY_OLD', oldKey)];
  return [...needed, ...wrong.flatMap((fault) => fault ?? [])];
}
