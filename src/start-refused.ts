/** What is wrong with the files that the process was given; every fault, in English. */
export class StartRefused extends Error {
  constructor(readonly faults: readonly string[]) {
    super('the process does not start');
  }
}
