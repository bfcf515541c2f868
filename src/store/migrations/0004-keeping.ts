import { sql, type Kysely, type Migration } from 'kysely';

export const keeping: Migration = {
  async up(db: Kysely<unknown>) {
    // Cases that were closed before anything was forgotten by itself; the timer finds out for how long each is kept.
    await sql`insert into outbox (kind, stream, name, target, mode, state, due_at, lease_until, attempts, wanted, reason)
      select 'timer', stream, 'retention', 'retention', null, 'pending', updated_at, null, 0, 1, null from streams
      where kind = 'case' and status = 'closed' and not exists (
        select 1 from outbox as there where there.stream = streams.stream and there.kind = 'timer' and there.name = 'retention')`.execute(db);
  },
};
