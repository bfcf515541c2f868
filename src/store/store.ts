import type { Store } from '../app/store-port.js';
import * as accesses from './accesses.js';
import * as cards from './cards-sent.js';
import * as conversations from './conversations.js';
import * as dead from './dead-letters.js';
import * as events from './events.js';
import * as forgetting from './forget.js';
import * as keys from './keys.js';
import * as leaving from './leaving.js';
import * as links from './links.js';
import * as outbox from './outbox.js';
import * as paused from './pauses.js';
import * as people from './people.js';
import * as remarks from './remarks.js';
import * as routes from './routes.js';
import * as streams from './streams.js';
import * as traces from './traces.js';
import * as turns from './turns.js';
import type { Transactions, Tx } from './transactions.js';
import type { Vault } from './vault.js';

/** What differs between databases. */
export interface Arms {
  readonly pick: outbox.PickArm;
  /**
   * Waits until no other transaction works on this (a stream, or the people), and keeps others waiting until this one
   * ends. SQLite has one writer; on PostgreSQL what looks before it writes is not safe without.
   */
  readonly alone: (tx: Tx, what: string) => Promise<void>;
  /** Something was removed that nobody may find again: what the database keeps of it beside its tables is overwritten, where it can be. */
  readonly erased?: () => Promise<void>;
}

/** The lock of the register: two processes that start read the same file. */
const PEOPLE = 'people';

/**
 * The store: one set of queries, each in a transaction; what differs between databases comes in as arms. What is done
 * with `again` does no harm when it is done twice, so that a connection that breaks at its commit costs nothing.
 */
export function storeOn({ read, write, close }: Transactions, arms: Arms, vault: Vault): Store {
  const alone = <T>(what: string, work: (tx: Tx) => Promise<T>) => async (tx: Tx): Promise<T> => {
    await arms.alone(tx, what);
    return work(tx);
  };
  const again = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => write(work, undefined, true);
  return {
    load: (stream) => read((tx) => events.loadEvents(tx, stream)),
    append: async (input) => {
      const result = await write(alone(input.stream, (tx) => events.append(tx, vault, input)), (answer) => answer === 'conflict', true);
      if ((input.forgetTexts ?? []).length > 0) await arms.erased?.();
      return result;
    },
    wasDone: (commandId) => read((tx) => events.wasDone(tx, commandId)),
    text: (id) => read((tx) => keys.openText(tx, vault, id)),
    row: (stream) => read((tx) => streams.loadRow(tx, stream)),
    rowsOf: (personId, kind) => read((tx) => streams.rowsOf(tx, personId, kind)),
    closedOf: (personId, since) => read((tx) => streams.closedOf(tx, personId, since)),
    openCases: (region) => read((tx) => streams.openCases(tx, region)),
    caseByCode: (code) => read((tx) => streams.caseByCode(tx, code)),
    forget: async (stream, remains) => {
      await again(alone(stream, (tx) => forgetting.forget(tx, stream, remains)));
      vault.drop(stream);
      await arms.erased?.();
    },
    statistics: (region) => read((tx) => forgetting.statistics(tx, region)),

    claimDue: (now, limit, leaseMs, wish) => again((tx) => outbox.claimDue(tx, arms.pick, now, limit, leaseMs, wish)),
    settle: (row, result) => again((tx) => outbox.settle(tx, row, result)),
    undelivered: (stream) => read((tx) => outbox.undelivered(tx, stream)),
    outboxCounts: () => read((tx) => outbox.outboxCounts(tx)),
    release: (rows) => write((tx) => outbox.release(tx, rows)),
    pause: (place, until) => again((tx) => paused.pause(tx, place, until)),
    pauses: (now) => read((tx) => paused.pauses(tx, now)),
    forgetPauses: (before) => again((tx) => paused.forgetPauses(tx, before)),
    deadLetters: (stream) => read((tx) => dead.deadLetters(tx, stream)),
    retryDead: (id, dueAt) => write((tx) => dead.retryDead(tx, id, dueAt)),
    dropDead: (id) => write((tx) => dead.dropDead(tx, id)),
    tellOutside: (stream, place) => write((tx) => dead.tellOutside(tx, stream, place)),
    outboxHealth: (now) => read((tx) => dead.outboxHealth(tx, now)),
    countPossibleRepeat: () => write((tx) => dead.countPossibleRepeat(tx)),

    beginTurn: (id, now, until) => write((tx) => turns.beginTurn(tx, id, now, until)),
    endTurn: (id, until) => again((tx) => turns.endTurn(tx, id, until)),
    dropTurn: (id) => again((tx) => turns.dropTurn(tx, id)),
    forgetTurns: (before) => again((tx) => turns.forgetTurns(tx, before)),

    saveOpenings: (openings) => write((tx) => accesses.saveOpenings(tx, openings, (stream) => arms.alone(tx, stream))),
    accesses: (stream) => read((tx) => accesses.accesses(tx, stream)),

    keysSeen: () => read((tx) => keys.keysSeen(tx, vault)),
    rewrapKeys: (after, limit) => write((tx) => keys.rewrapKeys(tx, vault, after, limit)),

    sentCard: (stream, card, place) => read((tx) => cards.sentCard(tx, stream, card, place)),
    saveSentCard: (stream, card, place, sent, how) => again(alone(stream, (tx) => cards.saveSentCard(tx, stream, card, place, sent, how))),
    recordSent: (stream, card, place, stood, sent) => write((tx) => cards.recordSent(tx, stream, card, place, stood, sent)),
    forgetSentCard: (stream, card, place) => again(alone(stream, (tx) => cards.forgetSentCard(tx, stream, card, place))),
    saveConversation: (place, to) => again((tx) => conversations.saveConversation(tx, place, to)),
    conversation: (place) => read((tx) => conversations.conversation(tx, place)),

    compareRegister: (register) => read((tx) => people.compareRegister(tx, register)),
    importPeople: (register) => write(alone(PEOPLE, (tx) => people.importPeople(tx, register))),
    // Somebody is met on every turn: nearly always a read will do.
    meet: async (aadObjectId, name, tenantId) =>
      (await read((tx) => people.metBefore(tx, aadObjectId, tenantId)))
      ?? again((tx) => people.meet(tx, aadObjectId, name, tenantId)),
    person: (id) => read((tx) => people.person(tx, id)),
    peopleOfRegion: (region) => read((tx) => people.peopleOfRegion(tx, region)),
    traces: (personId) => read((tx) => traces.traces(tx, personId)),
    forgetConversation: (personId) => again((tx) => traces.forgetConversation(tx, personId)),
    forgetLeavers: async (today, before) => {
      const gone = await write(alone(PEOPLE, (tx) => leaving.forgetLeavers(tx, today, before)));
      if (gone > 0) await arms.erased?.();
    },
    forgetPerson: async (personId) => {
      await again((tx) => traces.forgetPerson(tx, personId));
      await arms.erased?.();
    },

    saveLink: (link) => write((tx) => links.saveLink(tx, link)),
    link: (hash) => read((tx) => links.link(tx, hash)),
    forgetLinks: (before) => again((tx) => links.forgetLinks(tx, before)),

    saveRemark: (remark, goesAt) => again((tx) => remarks.saveRemark(tx, remark, goesAt)),
    remarks: () => read((tx) => remarks.remarks(tx)),
    forgetRemarks: (before) => again((tx) => remarks.forgetRemarks(tx, before)),

    saveRoute: (hash, source) => again((tx) => routes.saveRoute(tx, hash, source)),
    savedRoute: (hash) => read((tx) => routes.savedRoute(tx, hash)),

    close,
  };
}
