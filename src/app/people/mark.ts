/** At most 12 letters, digits, dots and dashes. */
const MARK = /^[\p{L}\d.-]{1,12}$/u;
/** A birth date is personal data that a mark must not be: written as a day, or as eight digits that are one. */
const DAYS = [/^\d{1,2}[-.]\d{1,2}[-.]\d{2,4}$/, /^\d{4}[-.]\d{1,2}[-.]\d{1,2}$/, /^(0[1-9]|[12]\d|3[01])(0[1-9]|1[0-2])(19|20)\d{2}$/, /^(19|20)\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])$/];

/** May this text be an organisation's own mark? A name can not be told from a code: the form asks not to write one. */
export function isMark(text: string): boolean {
  return MARK.test(text) && !DAYS.some((day) => day.test(text));
}
