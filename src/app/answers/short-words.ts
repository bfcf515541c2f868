/** What people type instead of a whole sentence, normalised. */

export const yes: ReadonlySet<string> = new Set([
  'ja', 'ja hoor', 'jawel', 'ja zeker', 'jazeker', 'jep', 'jup', 'yep', 'yes', 'yup', 'klopt', 'dat klopt', 'ja klopt', 'ja dat klopt', 'klopt helemaal', 'inderdaad', 'zeker', 'zeker weten',
  'juist', 'correct', 'ja graag', 'ja inderdaad', 'jaa', 'jaja',
]);
export const no: ReadonlySet<string> = new Set([
  'nee', 'nee hoor', 'neen', 'nope', 'nee dat niet', 'nee niet', 'nog niet', 'nee nog niet', 'absoluut niet', 'nee helaas', 'helaas niet', 'niet', 'neee', 'no', 'nee klopt niet', 'klopt niet',
]);
export const dontKnow: ReadonlySet<string> = new Set([
  'weet ik niet', 'weet niet', 'weet het niet', 'ik weet het niet', 'ik weet niet', 'dat weet ik niet', 'dat weet ik nog niet', 'weet ik nog niet', 'weet ik niet zeker', 'dat weet ik niet zeker',
  'geen idee', 'geen flauw idee', 'ik heb geen idee', 'onbekend', 'niet zeker', 'ik twijfel', 'twijfel', 'nog niet duidelijk', 'onduidelijk', 'weet k niet', 'kweenie', 'weet ik eigenlijk niet', 'idk',
]);

/** Thanks and goodbyes: a kind word back, and nothing for the keepers of the content. */
export const courtesy: ReadonlySet<string> = new Set([
  'dank', 'dank je', 'dank je wel', 'dankje', 'dankjewel', 'bedankt', 'dank u', 'dank u wel', 'hartelijk dank', 'heel erg bedankt', 'thanks', 'thx', 'tnx', 'top', 'fijn', 'super', 'mooi', 'prima', 'ok', 'oke', 'okay',
  'oke bedankt', 'ok bedankt', 'ok dank', 'top bedankt', 'top dank je wel', 'super bedankt', 'fijn bedankt', 'duidelijk', 'helder', 'doei', 'dag', 'tot ziens', 'fijne dag', 'fijn weekend', 'groetjes', 'groeten', 'tot later',
]);
