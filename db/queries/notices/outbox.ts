import { sql } from 'drizzle-orm';
import type { Writer } from '#db/client.ts';
import { outbox } from '#db/schema/index.ts';
import type { MailKind } from '#src/domain/notices/words.ts';

/** An e-mail as it is put in. `details` holds ids and figures: never a name, anybody's words or a token. */
export interface NewMail {
  readonly id: string;
  readonly personId: string;
  readonly address: string | null;
  readonly kind: MailKind;
  readonly key: string;
  readonly traineeId: string | null;
  readonly details: Readonly<Record<string, unknown>>;
  readonly messageId: string;
  readonly createdAt: Date;
  readonly dueAt: Date;
}

const seconds = (instant: Date) => Math.floor(instant.getTime() / 1000);

/**
 * Puts e-mails in and gives back the ids of those that are new: one with a key that is there already changes nothing. One query,
 * however many they are.
 */
export async function insertMails(tx: Writer, mails: readonly NewMail[]): Promise<string[]> {
  if (mails.length === 0) return [];
  const rows = mails.map((mail) => ({ ...mail, createdAt: seconds(mail.createdAt), dueAt: seconds(mail.dueAt) }));
  const put = await tx.all<{ id: string }>(sql`
    insert into ${outbox} (id, person_id, address, kind, key, trainee_id, details, message_id, created_at, due_at)
    select m.value ->> 'id', m.value ->> 'personId', m.value ->> 'address', m.value ->> 'kind', m.value ->> 'key',
      m.value ->> 'traineeId', m.value -> 'details', m.value ->> 'messageId', m.value ->> 'createdAt', m.value ->> 'dueAt'
    from json_each(${JSON.stringify(rows)}) m where true
    on conflict (key) do nothing returning id`);
  return put.map(({ id }) => id);
}
