/** Lets so many through at a time; the others wait for their turn, in order. */
export interface Gate {
  enter(): Promise<void>;
  leave(): void;
  /** Whoever comes now must wait. */
  full(): boolean;
}

export function createGate(most: number): Gate {
  const waiting: (() => void)[] = [];
  let inside = 0;
  return {
    enter() {
      if (inside < most) {
        inside += 1;
        return Promise.resolve();
      }
      return new Promise((resolve) => { waiting.push(resolve); });
    },
    leave() {
      const next = waiting.shift();
      // The place inside goes to who waited longest.
      if (next) next();
      else inside -= 1;
    },
    full: () => inside >= most,
  };
}

/** Something that others wait for, again and again. */
export interface Bell {
  /** Resolves when it rings after this call. */
  next(): Promise<void>;
  ring(): void;
}

export function createBell(): Bell {
  let hearers: (() => void)[] = [];
  return {
    next: () => new Promise((resolve) => { hearers.push(resolve); }),
    ring() {
      const those = hearers;
      hearers = [];
      for (const hear of those) hear();
    },
  };
}
