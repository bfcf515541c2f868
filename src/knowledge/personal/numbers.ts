/**
 * Numbers that people write and that are no BSN. One in eleven passes the elfproef by chance, so they are taken out
 * before a BSN is looked for. Every pattern is global, and bounded: none can be made to try long.
 */
const BETWEEN = '[\\s./\\u2010-\\u2015-]';

/** 20-11-2026, 20.11.2026, 20 11 2026, 2026-11-20. */
export const DAY = new RegExp(`(?<!\\d)(?:(?:0?[1-9]|[12]\\d|3[01])${BETWEEN}{1,2}(?:0?[1-9]|1[0-2])${BETWEEN}{1,2}(?:19|20)\\d{2}|(?:19|20)\\d{2}[-./](?:0?[1-9]|1[0-2])[-./](?:0?[1-9]|[12]\\d|3[01]))(?!\\d)`, 'g');
/** 20-11-26. Not before a group of three digits: that is how a BSN in groups would go on. */
export const SHORT_DAY = /(?<!\d[\s./-]{0,3})(?:0?[1-9]|[12]\d|3[01])[-./](?:0?[1-9]|1[0-2])[-./]\d{2}(?![\s./-]{0,3}\d{3}(?!\d))(?!\d)/g;
/** 14.30 uur, 14.30 - 15.30 uur. */
const TIME = /(?<![\d.-])(?:[01]?\d|2[0-3])[.:][0-5]\d(?:\s?(?:-|–|tot)\s?(?:[01]?\d|2[0-3])[.:][0-5]\d)?\s?u(?:ur)?\b/g;
const YEARS = /(?<!\d)(?:19|20)\d{2}(?:\s?[-–/]\s?|\s)(?:19|20)\d{2}(?!\d)/g;
/** Fixed and mobile, with 0, +31, 0031, 31 6 or (0); the last group has two digits or more. */
export const TELEPHONE = new RegExp([
  '(?<![\\d+])(?:',
  '(?:\\+|00)31[\\s./-]?(?:\\(0\\)[\\s./-]?)?\\d(?:[\\s./-]?\\d){8}',
  '|31[\\s./-]?6(?:[\\s./-]?\\d){8}',
  '|\\(0\\d{1,3}\\)[\\s./-]{0,2}\\d(?:[\\s./-]?\\d){5,7}',
  '|0\\d{9}',
  '|0(?=\\d{1,3}[\\s./-])(?:[\\s./-]{0,3}\\d){7}[\\s./-]?\\d\\d',
  ')(?!\\d)',
].join(''), 'g');
/** An account number: its groups of digits belong together. Dutch, Belgian, German. */
export const IBAN = /\b(?:[A-Za-z]{2}\d{2}[\s.-]?[A-Za-z]{4}(?:[\s.-]?\d){10}|BE\d{2}(?:[\s.-]?\d){12}|DE\d{2}(?:[\s.-]?\d){18})(?!\d)/gi;
/** Sixteen digits in groups of four: the number of a card or a meter. */
const SIXTEEN = /(?<!\d)\d{4}(?:[\s-]\d{4}){3}(?![\s-]?\d)/g;
const AMOUNT = /(?:€\s?\d{1,3}(?:[.\s]\d{3}){1,3}(?:,\d{2})?|(?<![\d.])\d{1,3}(?:\.\d{3}){1,3}(?:,(?:\d{2}|-))?\s?euro)(?!\d)/g;
/** A leerlingnummer of eight digits may pass by chance; one of nine is refused, because a BSN let through is worse. */
const PUPIL_OF_EIGHT = /(?<=(?:leerling\s?-?nummer|leerlingnr\.?|llnr\.?|lln\.?\s?nr\.?)[\s:.=#]{0,3})\d{8}(?!\d)/gi;

export const NO_BSN: readonly RegExp[] = [IBAN, DAY, SHORT_DAY, TIME, YEARS, TELEPHONE, SIXTEEN, AMOUNT, PUPIL_OF_EIGHT];
