/**
 * The ids of the inputs on each card: what arrives under these names in the `fields` of a click.
 * Every value is a string. A choice set with more than one answer gives its values joined by commas,
 * a toggle gives `ja` or `nee`, a date YYYY-MM-DD, a time HH:MM; what was left empty is '' or missing.
 */
export const cardInputs = {
  'case-form': { step: 'step', age: 'age' },
  consent: {
    /** More than one: the people who have gezag, with the button `saveGezag`. */
    gezag: 'gezag',
    /** The others belong to `save`. More than one recipient; one person, one status, one way; the day it was given. */
    recipients: 'recipients', person: 'person', status: 'status', how: 'how', on: 'on',
  },
  'mdo-form': {
    leervraag: 'leervraag', leefvraag: 'leefvraag', purpose: 'purpose', date: 'date', time: 'time',
    /** More than one: `person:<id>`, and `role:<id>` for somebody outside Teams. */
    invitees: 'invitees', outside: 'outside',
    /** Toggles: parents and jeugdige are invited in person; the invitees were told which child it is about. */
    parents: 'parents', jeugdige: 'jeugdige', told: 'told',
  },
  /** "Ander moment": a date and a few words. */
  invitation: { proposal: 'proposal', proposalNote: 'proposalNote' },
  /** `waitFor` and `until` belong to "wacht op … tot …"; `kind` and the toggle `parentsKnow` to "loopt vast". */
  term: { waitFor: 'waitFor', until: 'until', kind: 'kind', parentsKnow: 'parentsKnow' },
  'stagnation-contact': { ending: 'ending', endingNote: 'endingNote' },
} as const;

/** What a toggle says. */
export const TOGGLE_ON = 'ja';
export const TOGGLE_OFF = 'nee';

/** Most characters that a person can type, by input id; the server checks them again. */
export const inputLengths = { purpose: 300, proposalNote: 200, endingNote: 300 } as const;

/** Separates the values of a choice set in which more than one answer is possible. */
export const CHOICE_SEPARATOR = ',';
