import type { Store } from '../app/store-port.js';
import * as accesses from './accesses.js';
import * as cards from './cards-sent.js';
import * as conversations from './conversations.js';
import * as dead from './dead-letters.js';
import * as events from './events.js';
import * as forgetting from './forget.js';
import * as links from './links.js';
import * as outbox from './outbox.js';
import * as paused from './pauses.js';
import * as people from './people.js';
import * as remarks from './remarks.js';
import * as routes from './routes.js';
import * as streams from './streams.js';
import * as traces from './traces.js';
import * as turns from './turns.js';
import type { Transactions } from './transactions.js';

/** The store: one set of queries, each in a transaction; what differs between databases comes in as arms. */
export function storeOn({ read, write, close }: Transactions, arms: { readonly pick: outbox.PickArm }): Store {
  return {
    load: (stream) => read((tx) => events.loadEvents(tx, stream)),
    append: (input) => write((tx) => events.append(tx, input), (result) => result === 'conflict'),
    wasDone: (commandId) => read((tx) => events.wasDone(tx, commandId)),
    text: (id) => read((tx) => events.loadText(tx, id)),
    row: (stream) => read((tx) => streams.loadRow(tx, stream)),
    rowsOf: (personId, kind) => read((tx) => streams.rowsOf(tx, personId, kind)),
    closedOf: (personId, since) => read((tx) => streams.closedOf(tx, personId, since)),
    openCases: (region) => read((tx) => streams.openCases(tx, region)),
    caseByCode: (code) => read((tx) => streams.caseByCode(tx, code)),
    forget: (stream, remains) => write((tx) => forgetting.forget(tx, stream, remains)),
    statistics: (region) => read((tx) => forgetting.statistics(tx, region)),

    claimDue: (now, limit, leaseMs) => write((tx) => outbox.claimDue(tx, arms.pick, now, limit, leaseMs)),
    settle: (row, result) => write((tx) => outbox.settle(tx, row, result)),
    undelivered: (stream) => read((tx) => outbox.undelivered(tx, stream)),
    outboxCounts: () => read((tx) => outbox.outboxCounts(tx)),
    release: (rows) => write((tx) => outbox.release(tx, rows)),
    pause: (place, until) => write((tx) => paused.pause(tx, place, until)),
    pauses: (now) => read((tx) => paused.pauses(tx, now)),
    deadLetters: (stream) => read((tx) => dead.deadLetters(tx, stream)),
    retryDead: (id, dueAt) => write((tx) => dead.retryDead(tx, id, dueAt)),
    dropDead: (id) => write((tx) => dead.dropDead(tx, id)),
    outboxHealth: (now) => read((tx) => dead.outboxHealth(tx, now)),
    countPossibleRepeat: () => write((tx) => dead.countPossibleRepeat(tx)),

    beginTurn: (id, now, until) => write((tx) => turns.beginTurn(tx, id, now, until)),
    endTurn: (id, until) => write((tx) => turns.endTurn(tx, id, until)),
    dropTurn: (id) => write((tx) => turns.dropTurn(tx, id)),
    forgetTurns: (before) => write((tx) => turns.forgetTurns(tx, before)),

    saveAccess: (stream, access) => write((tx) => accesses.saveAccess(tx, stream, access)),
    accesses: (stream) => read((tx) => accesses.accesses(tx, stream)),

    sentCard: (stream, card, place) => read((tx) => cards.sentCard(tx, stream, card, place)),
    saveSentCard: (stream, card, place, sent, how) => write((tx) => cards.saveSentCard(tx, stream, card, place, sent, how)),
    forgetSentCard: (stream, card, place) => write((tx) => cards.forgetSentCard(tx, stream, card, place)),
    saveConversation: (place, to) => write((tx) => conversations.saveConversation(tx, place, to)),
    conversation: (place) => read((tx) => conversations.conversation(tx, place)),

    compareRegister: (register) => read((tx) => people.compareRegister(tx, register)),
    importPeople: (register) => write((tx) => people.importPeople(tx, register)),
    // Somebody is met on every turn: nearly always a read will do.
    meet: async (aadObjectId, name, tenantId) =>
      (await read((tx) => people.metBefore(tx, aadObjectId, tenantId)))
      ?? write((tx) => people.meet(tx, aadObjectId, name, tenantId)),
    person: (id) => read((tx) => people.person(tx, id)),
    peopleOfRegion: (region) => read((tx) => people.peopleOfRegion(tx, region)),
    traces: (personId) => read((tx) => traces.traces(tx, personId)),
    forgetConversation: (personId) => write((tx) => traces.forgetConversation(tx, personId)),
    forgetPerson: (personId) => write((tx) => traces.forgetPerson(tx, personId)),

    saveLink: (link) => write((tx) => links.saveLink(tx, link)),
    link: (hash) => read((tx) => links.link(tx, hash)),
    forgetLinks: (before) => write((tx) => links.forgetLinks(tx, before)),

    saveRemark: (remark, goesAt) => write((tx) => remarks.saveRemark(tx, remark, goesAt)),
    remarks: () => read((tx) => remarks.remarks(tx)),
    forgetRemarks: (before) => write((tx) => remarks.forgetRemarks(tx, before)),

    saveRoute: (hash, source) => write((tx) => routes.saveRoute(tx, hash, source)),
    savedRoute: (hash) => read((tx) => routes.savedRoute(tx, hash)),

    close,
  };
}
