/** Why nothing was done, for an operator: something in the world is not as it should be, and nothing was changed. */
export class Refused extends Error {
  override readonly name = 'Refused';
}
