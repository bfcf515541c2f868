/**
 * The ids of the inputs on each card: what arrives under these names in the `fields` of a click.
 * Every value is a string. A choice set with more than one answer gives its values joined by commas,
 * a toggle gives `ja` or `nee`, a date YYYY-MM-DD, a time HH:MM; what was left empty is '' or missing.
 */
export const cardInputs = {
  /** `month`: of the next border of 12, 16 or 18, as MM-JJJJ; may stay empty. */
  'case-form': { step: 'step', age: 'age', month: 'month' },
  'mdo-form': {
    leervraag: 'leervraag', leefvraag: 'leefvraag', purpose: 'purpose', date: 'date', time: 'time',
    /** A second and third moment, which may stay empty; `person:<id>` or `role:<id>` of who is closest to the child. */
    date2: 'date2', time2: 'time2', date3: 'date3', time3: 'time3', closest: 'closest',
    /** More than one: `person:<id>`, and `role:<id>` for somebody outside Teams. */
    invitees: 'invitees', outside: 'outside',
    /** Toggles: parents and jeugdige are invited in person; the invitees were told which child it is about. */
    parents: 'parents', jeugdige: 'jeugdige', told: 'told',
  },
  invitation: {
    /** More than one: ids of the moments that suit. */
    moments: 'moments',
    /** "Ander moment": a date and a few words. */
    proposal: 'proposal', proposalNote: 'proposalNote',
    /** "Ik stuur iemand": `person:<id>` or `role:<id>`, and the toggle that this one knows which child it is about. */
    substitute: 'substitute', substituteTold: 'substituteTold',
  },
  /** `waitFor` and `until` belong to "wacht op … tot …"; `kind` and the toggle `parentsKnow` to "loopt vast". */
  term: { waitFor: 'waitFor', until: 'until', kind: 'kind', parentsKnow: 'parentsKnow' },
} as const;

/** What a toggle says. */
export const TOGGLE_ON = 'ja';
export const TOGGLE_OFF = 'nee';

/** Most characters that a person can type, by input id; the server checks them again. */
export const inputLengths = { month: 10, purpose: 300, proposalNote: 200, endingNote: 300 } as const;

/** Separates the values of a choice set in which more than one answer is possible. */
export const CHOICE_SEPARATOR = ',';
