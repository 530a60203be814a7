import { insertMails } from '#db/queries/notices/outbox.ts';
import type { Writer } from '#db/client.ts';
import { messageIdOf } from '#src/domain/notices/messageId.ts';
import type { MailKind } from '#src/domain/notices/words.ts';
import { installedPortal, newId, now, type Portal } from '../portal.ts';

/** An e-mail that is to go out. */
export interface Mail {
  readonly personId: string;
  readonly kind: MailKind;
  /** Names the occasion: with a key that is there already nothing is put in. */
  readonly key: string;
  /** Where it goes, if not to the address she has when it is sent: a changed address is told at the old one. */
  readonly address?: string | null;
  /** Whom it is about: asked again when it is sent. */
  readonly traineeId?: string | null;
  /** Ids and figures: never a name, anybody's words or a token. */
  readonly details: Readonly<Record<string, unknown>>;
  /** Not before this; at once where it is not said. */
  readonly dueAt?: Date;
}

/** Many at a time keep a statement, and the turn of everybody else, short. */
const AT_A_TIME = 500;

/** What of the portal is there: scripts and some tests write without one. */
interface Here {
  readonly mail?: Portal['mail'];
  readonly settings?: Partial<Portal['settings']>;
}
const here = (): Here => installedPortal() ?? {};
const hostHere = () => here().settings?.publicUrl?.hostname ?? 'localhost';

/**
 * Puts e-mails into the outbox, in the transaction in which there is an occasion. It also happens on a portal without SMTP_URL: they
 * wait, and `/admin/mail` says so. Each is written, and whether its receiver may still know asked, when it is sent. Gives back how
 * many were new.
 */
export async function queueMails(tx: Writer, mails: readonly Mail[]): Promise<number> {
  const at = now();
  const host = hostHere();
  let put = 0;
  for (let from = 0; from < mails.length; from += AT_A_TIME) {
    const some = mails.slice(from, from + AT_A_TIME).map((mail) => rowOf(mail, { id: newId(), host, at }));
    put += (await insertMails(tx, some)).length;
  }
  if (put > 0) here().mail?.wake();
  return put;
}

/** One e-mail, as `queueMails`. True where it is new. */
export async function queueMail(tx: Writer, mail: Mail): Promise<boolean> {
  return (await queueMails(tx, [mail])) === 1;
}

/** Whether this portal sends e-mail. */
export const sendsMail = (): boolean => here().mail?.isSetUp ?? false;

function rowOf(mail: Mail, { id, host, at }: { readonly id: string; readonly host: string; readonly at: Date }) {
  const { address = null, traineeId = null, dueAt = at } = mail;
  return { ...mail, id, address, traineeId, dueAt, createdAt: at, messageId: messageIdOf(id, host) };
}
