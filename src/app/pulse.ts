/** Runs one piece of work at a time; a wish that comes while it runs makes it run once more. */
export interface Pulse {
  /** Starts the work soon, or once more after the present run. */
  wake(): void;
  /** Runs the work and resolves when a run that began after this call has ended. */
  drain(): Promise<void>;
  /** Tells a present run to stop, waits for its end and starts no other. */
  stop(): Promise<void>;
  /** Milliseconds since a run came to its end or looked whether it should stop; 0 before the first run. Grows when a run is stuck. */
  silentMs(): number;
}

/** What a run of the work is told while it is at it. */
export interface Run {
  /** It should come to its end: finish what cannot be left, begin nothing. */
  stopping(): boolean;
  /** Resolves when somebody wakes it after this call, or when it should stop. */
  woken(): Promise<void>;
}

/** @param elapsed milliseconds on a clock that nobody sets */
export function createPulse(work: (run: Run) => Promise<void>, onFault: (error: unknown) => void, elapsed: () => number = () => 0): Pulse {
  let sign: number | undefined;
  let running: Promise<void> | undefined;
  let again = false;
  let stopped = false;
  let hearers: (() => void)[] = [];
  const tell = (): void => {
    const those = hearers;
    hearers = [];
    for (const hear of those) hear();
  };
  const present: Run = {
    stopping: () => {
      sign = elapsed();
      return stopped;
    },
    woken: () => (stopped ? Promise.resolve() : new Promise((resolve) => { hearers.push(resolve); })),
  };

  async function run(): Promise<void> {
    // Not inside the caller's turn: an answer to a person goes first.
    await Promise.resolve();
    do {
      again = false;
      sign = elapsed();
      try {
        await work(present);
      } catch (error) {
        onFault(error);
      }
      sign = elapsed();
    } while (again && !stopped);
    running = undefined;
  }

  function wake(): void {
    if (stopped) return;
    if (running) {
      again = true;
      tell();
    } else running = run();
  }

  return {
    wake,
    silentMs: () => (sign === undefined ? 0 : elapsed() - sign),
    async drain() {
      wake();
      await running;
    },
    async stop() {
      stopped = true;
      tell();
      await running;
    },
  };
}
