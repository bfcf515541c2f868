/** The answer of a turn could not be delivered: saying sorry through the same door makes no sense. */
export class ActivityNotSent extends Error {
  override readonly name = 'ActivityNotSent';
}

/** 401 is the SDK's word for a caller who is simply not the Bot Framework: no news for the log. */
export function isRefusal(error: unknown): boolean {
  return error instanceof Error && 'statusCode' in error && error.statusCode === 401;
}
