/** The purpose of bringing somebody in, an MDO included: for this the gate is asked before anybody sees a case. */
export const INVOLVE = 'betrekken';
