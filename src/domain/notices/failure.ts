/** What is known of a try that failed: the reply of the mail server, if there was one, and to which command. */
export interface SendingError {
  /** The code of the mail library, for instance `ECONNECTION`. */
  readonly code?: string | undefined;
  readonly command?: string | undefined;
  /** The SMTP reply, for instance 550. */
  readonly responseCode?: number | undefined;
}

/**
 * What comes of a failed try: `refused`: this e-mail is never taken; `later`: not now; `down`: nothing can be handed over at the
 * moment, whatever the e-mail.
 */
export interface Failure {
  readonly outcome: 'refused' | 'later' | 'down';
  /** From a closed list with the reply's code at most: never the server's own text, which may hold an address. */
  readonly why: string;
}

/** Replies are about this e-mail only where they answer to its receiver or its content. Source: RFC 5321, 4.2.1 and 4.2.3. */
const ABOUT_THIS_ONE = new Set(['RCPT TO', 'DATA']);
/** The address itself cannot be written into a command; the size is too large. */
const NEVER_SENT = new Set(['EENVELOPE', 'EMESSAGE']);

/** A reply that concerns one e-mail and no other. */
function aboutThisOne(reply: number): Failure {
  if (reply >= 500) return { outcome: 'refused', why: `refused ${String(reply)}` };
  return { outcome: 'later', why: `not-now ${String(reply)}` };
}

/** No e-mail can be handed over. */
function isDown(code: string, reply: number): Failure {
  if (reply === 421) return { outcome: 'down', why: 'server-busy 421' };
  if (code === 'EAUTH') return { outcome: 'down', why: 'sign-in-refused' };
  if (reply > 0) return { outcome: 'down', why: `sender-refused ${String(reply)}` };
  return { outcome: 'down', why: code === 'ETLS' ? 'no-tls' : 'no-connection' };
}

/** What a failed try comes to. */
export function failureOf(error: SendingError): Failure {
  const reply = error.responseCode ?? 0;
  const code = error.code ?? '';
  if (reply === 0 && NEVER_SENT.has(code)) return { outcome: 'refused', why: 'bad-address' };
  const isAboutThisOne = reply >= 400 && reply !== 421 && ABOUT_THIS_ONE.has(error.command ?? '');
  return isAboutThisOne ? aboutThisOne(reply) : isDown(code, reply);
}

const MINUTE = 60_000;
const PAUSES = [1, 5, 15, 60].map((minutes) => minutes * MINUTE);
const LONGEST_PAUSE = 4 * 60 * MINUTE;
/** After so long an e-mail that is always put off is given up. Source: RFC 5321, 4.5.4.1, "at least 4-5 days". */
export const GIVE_UP_MS = 5 * 24 * 60 * MINUTE;
const LONGEST_WAIT = 10 * MINUTE;

/** When to try the same e-mail again, after so many tries. */
export function nextTry(attempts: number, at: Date): Date {
  return new Date(at.getTime() + (PAUSES[attempts - 1] ?? LONGEST_PAUSE));
}

/** How long nothing at all is tried after the server could not be used so many times running, in milliseconds. */
export function pauseOf(timesDown: number): number {
  return Math.min(LONGEST_WAIT, 15_000 * 2 ** Math.min(timesDown - 1, 10));
}

/** Why an e-mail did not go, as the administrator reads it. */
const WHY_WORDS: Readonly<Record<string, string>> = {
  refused: 'The mail server of the receiver refused it for good',
  'not-now': 'The mail server cannot take it now',
  'bad-address': 'The address cannot be written to',
  'server-busy': 'The mail server is closing down or busy',
  'sign-in-refused': 'The mail server refused the name or the password in SMTP_URL',
  'sender-refused': 'The mail server refused the sender in MAIL_FROM',
  'no-tls': 'No encrypted connection to the mail server could be made',
  'no-connection': 'The mail server could not be reached, or broke off',
  'too-old': 'The mail server put it off for five days',
  'not-hers': 'It concerns somebody whom the receiver has nothing to do with any more',
  read: 'It was read in the portal before',
  'not-wanted': 'The receiver chose not to get such e-mails',
  'switched-off': 'The account is switched off',
  'link-closed': 'The link in it was used, taken back or is out of date',
  nothing: 'There was nothing left to tell',
};

/** `why` as a sentence without its full stop. */
export function whyWords(why: string): string {
  const [name = '', code] = why.split(' ');
  const words = Object.hasOwn(WHY_WORDS, name) ? (WHY_WORDS[name] ?? '') : 'It could not be sent';
  return code === undefined ? words : `${words} (${code})`;
}

/** Why the portal itself holds an e-mail back: trying again would come to the same. */
export const HELD_BACK_REASONS = ['not-hers', 'read', 'not-wanted', 'switched-off', 'link-closed', 'nothing'] as const;
