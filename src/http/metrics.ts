import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { OutboxHealth } from '../app/store-port.js';

/** What is counted when it is asked for, not while it happens. */
export interface Figures extends OutboxHealth {
  /** Conversations to which nothing is sent for the moment. */
  readonly paused: number;
  /** Open cases of the region that are stalled. */
  readonly stalled: number;
  readonly region: string;
  /** Days until the school calendar ends; below 0 when it has ended. */
  readonly calendarDays: number;
  /** Seconds since the earliest row that is due became due; 0 when nothing is due. */
  readonly oldestDueSeconds: number;
  /** Seconds since delivery gave a sign of life. */
  readonly deliverySeconds: number;
}

/** For operators (Prometheus). The labels are words of ours: no names, codes, ids of people or of conversations. */
export interface Metrics {
  /** Begins a turn; call the answer with what came of it. */
  turn(kind: string): (result: string) => void;
  /** Begins an answer to POST /api/messages; call the answer with the HTTP status. */
  request(type: string): (status: number) => void;
  /** Begins a call to the Bot Connector. */
  send(kind: 'post' | 'update'): (result: string) => void;
  /** Begins a piece of work of the store. */
  stored(work: string): (result: 'done' | 'failed') => void;
  /** The page for Prometheus, and its content type. */
  page(figures: Figures | undefined): Promise<{ readonly type: string; readonly text: string }>;
}

const SECONDS = [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const STORE_SECONDS = [0.001, 0.005, 0.02, 0.1, 0.5, 2.5];

/** Counters and clocks of this process, in a register of their own. */
export function createMetrics(): Metrics {
  const register = new Registry();
  collectDefaultMetrics({ register });
  const registers = [register];
  const histogram = <L extends string>(name: string, help: string, labelNames: readonly L[], buckets = SECONDS) =>
    new Histogram({ name: `routewijzer_${name}`, help, labelNames, buckets, registers });
  const turns = histogram('turn_seconds', 'How long a turn took, by what came in and what was answered', ['kind', 'result']);
  const requests = histogram('request_seconds', 'How long an answer to POST /api/messages took, the invokes of buttons apart', ['type', 'status']);
  const sends = histogram('send_seconds', 'How long a call to the Bot Connector took; sent, retry, limited (429) or permanent', ['kind', 'result']);
  const store = histogram('store_seconds', 'How long the store took', ['work', 'result'], STORE_SECONDS);
  const failed = new Counter({ name: 'routewijzer_figures_failed_total', help: 'Times that the store could not be asked for the figures of this page', registers });
  const show = gauges(registers);
  return {
    turn: (kind) => {
      const end = turns.startTimer({ kind });
      return (result) => { end({ result }); };
    },
    request: (type) => {
      const end = requests.startTimer({ type: TYPES.has(type) ? type : 'other' });
      return (status) => { end({ status: String(status) }); };
    },
    send: (kind) => {
      const end = sends.startTimer({ kind });
      return (result) => { end({ result }); };
    },
    stored: (work) => {
      const end = store.startTimer({ work });
      return (result) => { end({ result }); };
    },
    page: async (figures) => {
      if (figures) show(figures);
      else failed.inc();
      return { type: register.contentType, text: await register.metrics() };
    },
  };
}

/** Anybody can send an activity with a type of their own: each would be a line on the page for ever. */
const TYPES: ReadonlySet<string> = new Set(['message', 'invoke', 'conversationUpdate', 'installationUpdate']);

function gauges(registers: Registry[]): (figures: Figures) => void {
  const gauge = <L extends string = never>(name: string, help: string, labelNames: readonly L[] = []) => new Gauge({ name: `routewijzer_${name}`, help, labelNames, registers });
  const outbox = gauge('outbox_rows', 'Rows of the outbox by state', ['state']);
  const due = gauge('outbox_due_rows', 'Pending rows that are due');
  const oldest = gauge('outbox_oldest_due_seconds', 'Since when the earliest due row is due');
  const repeats = gauge('possible_repeats', 'Posts that may have arrived twice, since the first start');
  const dead = gauge('dead_letters', 'What was given up, and waits for the beheerder');
  const paused = gauge('paused_conversations', 'Conversations to which nothing is sent for the moment (429)');
  const stalled = gauge('stalled_cases', 'Open cases that are stalled', ['region']);
  const calendar = gauge('calendar_end_days', 'Days until the school calendar ends');
  const delivery = gauge('delivery_last_sign_seconds', 'Since when delivery gave no sign of life');
  return (figures) => {
    outbox.set({ state: 'pending' }, figures.pending);
    outbox.set({ state: 'waiting' }, figures.waiting);
    outbox.set({ state: 'dead' }, figures.dead);
    due.set(figures.due);
    oldest.set(figures.oldestDueSeconds);
    repeats.set(figures.possibleRepeats);
    dead.set(figures.dead);
    paused.set(figures.paused);
    stalled.set({ region: figures.region }, figures.stalled);
    calendar.set(figures.calendarDays);
    delivery.set(figures.deliverySeconds);
  };
}
