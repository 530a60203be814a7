import nodemailer from 'nodemailer';
import { failureOf, type Failure, type SendingError } from '#src/domain/notices/failure.ts';
import type { MailServer } from './mailServer.ts';

/** An e-mail as it is handed over. */
export interface Letter {
  readonly to: string;
  readonly messageId: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** The address at which one click stops such e-mails; null where nobody can. */
  readonly unsubscribe: string | null;
}

/** Hands e-mails over, one after the other. */
export interface Transport {
  /** Null once the mail server has said that it has it; otherwise what came of it. Never rejects. */
  send(letter: Letter): Promise<Failure | null>;
}

const SECOND = 1000;
/** A server that answers slowly is waited for, one that drips is not. */
const WAITS = { connectionTimeout: 10 * SECOND, greetingTimeout: 10 * SECOND, socketTimeout: 30 * SECOND };
const WHOLE_WAIT_MS = 60 * SECOND;

/** Nothing that could begin another header or another receiver. */
const PLAIN_ADDRESS = /^[^\s<>,;:"()[\]\\@]+@[^\s<>,;:"()[\]\\@]+$/u;

const mailerOf = ({ from: _from, ...server }: MailServer) =>
  nodemailer.createTransport({ ...server, ...WAITS, disableFileAccess: true, disableUrlAccess: true });
const failureFrom = (error: unknown) => failureOf(error instanceof Error ? (error as SendingError) : {});

/** Whether a mail server answers and takes name and password; sends nothing. Null: it does. */
export async function checkMailServer(server: MailServer): Promise<Failure | null> {
  return mailerOf(server)
    .verify()
    .then(() => null, failureFrom);
}

/** Over SMTP. Outside this machine itself only encrypted, unless the operator says otherwise (`?tls=off`). */
export function openTransport(server: MailServer): Transport {
  const mailer = mailerOf(server);
  return {
    send: async (letter) => {
      if (!PLAIN_ADDRESS.test(letter.to)) return { outcome: 'refused', why: 'bad-address' };
      try {
        await mailer.sendMail({ ...messageOf(letter, server.from), signal: AbortSignal.timeout(WHOLE_WAIT_MS) });
        return null;
      } catch (error) {
        return failureFrom(error);
      }
    },
  };
}

/** Source of the two headers: RFC 2369 and RFC 8058 (one click, without a page to look at). */
function messageOf({ to, unsubscribe, ...letter }: Letter, from: string) {
  const receiver = { name: '', address: to };
  const sender = { name: 'PQiP learning portal', address: from };
  const stop = unsubscribe !== null && {
    'List-Unsubscribe': { prepared: true, foldLines: false, value: `<${unsubscribe}>` },
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  };
  const headers = { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All', ...stop };
  return { ...letter, from: sender, to: receiver, envelope: { from, to: [to] }, headers };
}
