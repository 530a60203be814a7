import { and, eq, isNull, lt, sql } from 'drizzle-orm';
import type { Reader, Writer } from '#db/client.ts';
import { accountLinks, outbox } from '#db/schema/index.ts';
import type { MailKind } from '#src/domain/notices/words.ts';

/** An e-mail that is being handed over. */
export interface ClaimedMail {
  readonly id: string;
  readonly personId: string;
  readonly address: string | null;
  readonly kind: MailKind;
  readonly traineeId: string | null;
  readonly details: Readonly<Record<string, unknown>>;
  readonly messageId: string;
  readonly createdAt: Date;
  /** This try counted. */
  readonly attempts: number;
}

const seconds = (instant: Date) => Math.floor(instant.getTime() / 1000);
const isWaiting = and(isNull(outbox.sentAt), isNull(outbox.droppedAt));

interface RawMail extends Omit<ClaimedMail, 'details' | 'createdAt'> {
  readonly details: string;
  readonly createdAt: number;
}

/**
 * Takes the e-mail that is due longest, and writes down that it is being handed over; null where none is due. `staleBefore`: what was
 * begun before then and never ended is taken again.
 */
export async function claimMail(
  tx: Writer,
  { at, staleBefore }: { readonly at: Date; readonly staleBefore: Date },
): Promise<ClaimedMail | null> {
  const [raw] = await tx.all<RawMail>(sql`
    update ${outbox} set started_at = ${seconds(at)}, attempts = attempts + 1
    where id = (select id from ${outbox} where sent_at is null and dropped_at is null and due_at <= ${seconds(at)}
      and (started_at is null or started_at < ${seconds(staleBefore)}) order by due_at, rowid limit 1)
    returning id, person_id as "personId", address, kind, trainee_id as "traineeId", details, message_id as "messageId",
      created_at as "createdAt", attempts`);
  if (!raw) return null;
  const details = JSON.parse(raw.details) as ClaimedMail['details'];
  return { ...raw, details, createdAt: new Date(raw.createdAt * 1000) };
}

/** What was being handed over when this portal ended goes again. Only where no other portal uses the database. */
export async function releaseClaims(tx: Writer): Promise<void> {
  await tx
    .update(outbox)
    .set({ startedAt: null })
    .where(and(isWaiting, sql`${outbox.startedAt} is not null`));
}

/** The mail server took it. */
export async function markSent(tx: Writer, id: string, at: Date): Promise<void> {
  await tx
    .update(outbox)
    .set({ sentAt: at, startedAt: null, lastError: null })
    .where(and(eq(outbox.id, id), isWaiting));
}

/** It is given up. */
export async function markDropped(
  tx: Writer,
  { id, at, why }: { readonly id: string; readonly at: Date; readonly why: string },
): Promise<void> {
  await tx
    .update(outbox)
    .set({ droppedAt: at, startedAt: null, lastError: why })
    .where(and(eq(outbox.id, id), isWaiting));
}

/** It goes again later. */
export async function putOff(
  tx: Writer,
  { id, dueAt, why }: { readonly id: string; readonly dueAt: Date; readonly why: string },
): Promise<void> {
  await tx
    .update(outbox)
    .set({ dueAt, startedAt: null, lastError: why })
    .where(and(eq(outbox.id, id), isWaiting));
}

/** An e-mail that was given up is tried again at once. Nothing happens to one that was sent or still waits. */
export async function retryMail(tx: Writer, id: string, at: Date): Promise<void> {
  await tx
    .update(outbox)
    .set({ droppedAt: null, startedAt: null, dueAt: at, createdAt: at, attempts: 0 })
    .where(and(eq(outbox.id, id), isNull(outbox.sentAt), sql`${outbox.droppedAt} is not null`));
}

/** Takes away e-mails that were sent, or given up, before an instant. */
export async function deleteMailsBefore(tx: Writer, before: Date): Promise<void> {
  await tx.delete(outbox).where(lt(outbox.sentAt, before));
  await tx.delete(outbox).where(lt(outbox.droppedAt, before));
}

/** The link to set a password that an e-mail is to carry, or null. */
export async function findLinkToSend(db: Reader, linkId: string) {
  const [row] = await db
    .select({
      personId: accountLinks.personId,
      kind: accountLinks.kind,
      expiresAt: accountLinks.expiresAt,
      usedAt: accountLinks.usedAt,
      revokedAt: accountLinks.revokedAt,
    })
    .from(accountLinks)
    .where(eq(accountLinks.id, linkId));
  return row ?? null;
}
