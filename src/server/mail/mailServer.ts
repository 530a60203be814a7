import { isIP } from 'node:net';
import { CannotStart, isLoopback } from '../settings.ts';

/** A mail server as the mail library wants it, and whom e-mails are from. */
export interface MailServer {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte. */
  readonly secure: boolean;
  /** STARTTLS or nothing. */
  readonly requireTLS: boolean;
  readonly ignoreTLS: boolean;
  readonly auth?: { readonly user: string; readonly pass: string };
  readonly from: string;
}

const ADDRESS = /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*$/u;

interface MailSettings {
  readonly smtpUrl: string;
  readonly mailFrom: string | null;
  readonly publicUrl: URL;
}

/**
 * Reads `smtp://NAME:PASSWORD@HOST:PORT` or `smtps://…`. Throws CannotStart with a sentence that holds neither name nor password.
 * Name and password are percent-encoded. `?tls=off` allows a server within the office's own network that knows no encryption.
 */
export function readMailServer({ smtpUrl, mailFrom, publicUrl }: MailSettings): MailServer {
  const url = parsed(smtpUrl);
  const secure = url.protocol === 'smtps:';
  const usual = secure ? 465 : 587;
  return {
    ...{ host: withoutBrackets(url.hostname), port: Number(url.port) || usual, secure, ...tlsOf(url) },
    ...(url.username !== '' && { auth: { user: decodedPart(url.username), pass: decodedPart(url.password) } }),
    from: senderOf(mailFrom, publicUrl),
  };
}

const withoutBrackets = (hostname: string) => hostname.replaceAll(/[[\]]/gu, '');

function parsed(smtpUrl: string): URL {
  const url = URL.canParse(smtpUrl) ? new URL(smtpUrl) : null;
  const isMail = url !== null && ['smtp:', 'smtps:'].includes(url.protocol);
  if (isMail && url.hostname !== '' && ['', '/'].includes(url.pathname)) return url;
  throw new CannotStart('SMTP_URL must be an address such as smtp://NAME:PASSWORD@mail.example.org:587.');
}

/** Encrypted or not at all, save on this machine itself and where the operator says so. */
function tlsOf({ protocol, hostname, searchParams }: URL): Pick<MailServer, 'requireTLS' | 'ignoreTLS'> {
  const isOff = searchParams.get('tls') === 'off';
  return { requireTLS: protocol === 'smtp:' && !isOff && !isLoopback(hostname), ignoreTLS: isOff };
}

function decodedPart(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new CannotStart('Name and password in SMTP_URL must be percent-encoded: write %25 for a percent sign.');
  }
}

/** An address that nobody reads, at the host of the portal, unless it is said. */
function senderOf(mailFrom: string | null, { hostname }: URL): string {
  const host = isIP(withoutBrackets(hostname)) === 0 ? hostname : 'localhost';
  const from = mailFrom ?? `no-reply@${host}`;
  if (ADDRESS.test(from)) return from;
  throw new CannotStart('MAIL_FROM must be one e-mail address without a name, for example portal@example.org.');
}
