/** Runs one piece of work at a time; a wish that comes while it runs makes it run once more. */
export interface Pulse {
  /** Starts the work soon, or once more after the present run. */
  wake(): void;
  /** Runs the work and resolves when a run that began after this call has ended. */
  drain(): Promise<void>;
  /** Lets a present run finish and starts no other. */
  stop(): Promise<void>;
}

export function createPulse(work: () => Promise<void>, onFault: (error: unknown) => void): Pulse {
  let running: Promise<void> | undefined;
  let again = false;
  let stopped = false;

  async function run(): Promise<void> {
    // Not inside the caller's turn: an answer to a person goes first.
    await Promise.resolve();
    do {
      again = false;
      try {
        await work();
      } catch (error) {
        onFault(error);
      }
    } while (again && !stopped);
    running = undefined;
  }

  function wake(): void {
    if (stopped) return;
    if (running) again = true;
    else running = run();
  }

  return {
    wake,
    async drain() {
      wake();
      await running;
    },
    async stop() {
      stopped = true;
      await running;
    },
  };
}
