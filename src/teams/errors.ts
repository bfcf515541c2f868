/** The answer of a turn could not be delivered: saying sorry through the same door makes no sense. */
export class ActivityNotSent extends Error {
  override readonly name = 'ActivityNotSent';
}
