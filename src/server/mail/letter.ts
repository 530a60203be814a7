import { findLinkToSend, type ClaimedMail } from '#db/queries/notices/sending.ts';
import { listChoices } from '#db/queries/notices/choices.ts';
import { listNotices, listUnread, type NoticeRow } from '#db/queries/notices/notices.ts';
import { findReceiver } from '#db/queries/sessions.ts';
import type { Reader } from '#db/client.ts';
import type { Viewer } from '#src/domain/access/viewer.ts';
import { isAccountLinkOpen } from '#src/domain/accounts/accountLink.ts';
import { mayBeTold } from '#src/domain/notices/audience.ts';
import { canStop, timeFor } from '#src/domain/notices/choices.ts';
import { mailBody } from '#src/domain/notices/mailBody.ts';
import { type DigestLine, digestLines, type MailFact, mailWords } from '#src/domain/notices/mailWords.ts';
import { noticeOf } from '#src/domain/notices/notice.ts';
import type { MailKind, NoticeKind } from '#src/domain/notices/words.ts';
import type { DigestCohort } from '../notices/standingCohorts.ts';
import { accountLinkAddress } from '../accounts/accountLinks.ts';
import type { Mac } from '../mac.ts';
import { receiverOf } from '../sessions/viewer.ts';
import type { Letter } from './transport.ts';
import { unsubscribeToken } from './unsubscribe.ts';

/** What writing an e-mail needs beside the database. */
export interface Desk {
  readonly mac: Mac;
  readonly publicUrl: URL;
  readonly today: () => string;
  readonly now: () => Date;
  /** Of how many trainees of each of a tutor's cohorts something stands. */
  readonly standing: (db: Reader, viewer: Viewer) => Promise<readonly DigestCohort[]>;
}

/** An e-mail, or why there is none to send. */
export type Written = { readonly letter: Letter } | { readonly drop: string };

/** What an e-mail is to say. */
interface Content {
  readonly fact: MailFact;
  readonly lines: readonly DigestLine[];
  readonly linkAddress: string | null;
}

interface Sending {
  readonly desk: Desk;
  readonly mail: ClaimedMail;
  readonly viewer: Viewer;
}

const isNoticeKind = (kind: MailKind): kind is NoticeKind => kind !== 'invitation' && kind !== 'password-reset';
/** What details hold under a name, where it is text. */
function textIn(details: Readonly<Record<string, unknown>>, name: string): string {
  const value = details[name];
  return typeof value === 'string' ? value : '';
}

const isSafety = ({ kind }: ClaimedMail) => kind === 'account-safety';

/**
 * Writes an e-mail as it is sent. Everything is asked at this moment: whether the account is open, what she chose, and whether each
 * thing is still hers to know; what was read in the portal since is left out. Nothing of it was kept before.
 */
export async function writeLetter(db: Reader, desk: Desk, mail: ClaimedMail): Promise<Written> {
  const person = await findReceiver(db, mail.personId, desk.today());
  if (!person || (person.disabledAt && !isSafety(mail))) return { drop: 'switched-off' };
  if (!(await isWanted(db, mail))) return { drop: 'not-wanted' };
  const viewer = receiverOf(person, desk.today());
  const content = await contentOf(db, { desk, mail, viewer });
  if (typeof content === 'string') return { drop: content };
  return { letter: letterOf(content, { desk, mail, to: mail.address ?? person.email }) };
}

/** Whether she still wants such e-mails. Those that are no notice, and those about her account, go always. */
async function isWanted(db: Reader, { kind, personId }: ClaimedMail): Promise<boolean> {
  if (!canStop(kind)) return true;
  const chosen = (await listChoices(db, [personId])).get(personId)?.get(kind);
  return timeFor(kind, chosen) === (kind === 'digest' ? 'weekly' : 'at_once');
}

function contentOf(db: Reader, sending: Sending): Promise<Content | string> {
  const { kind, details } = sending.mail;
  if (!isNoticeKind(kind)) return linkContent(db, sending);
  if (kind === 'digest') return digestContent(db, sending);
  return Array.isArray(details['noticeIds']) ? noticesContent(db, sending) : singleContent(sending);
}

const hers = (viewer: Viewer) => (row: NoticeRow) => mayBeTold(viewer, row);

async function noticesContent(db: Reader, { desk, mail, viewer }: Sending): Promise<Content | string> {
  const ids = (mail.details['noticeIds'] as unknown[]).map(String);
  const asked = { personId: mail.personId, ids };
  const rows = (await listUnread(db, { ...asked, day: desk.today() })).filter(hers(viewer));
  const [first] = rows;
  if (!first) return 'read';
  const isOwn = rows.every(({ traineeId }) => traineeId === null || traineeId === mail.personId);
  const fact = { kind: mail.kind, count: rows.length, isOwn, what: textIn(first.details, 'what') };
  return { fact: { ...fact, href: noticeOf(first).href }, lines: [], linkAddress: null };
}

/** An e-mail that no notice in the portal goes with: about an account, mostly to the address it had before. */
async function singleContent({ mail, viewer }: Sending): Promise<Content | string> {
  const { kind, traineeId, personId, details } = mail;
  if (!isSafety(mail) || viewer.id !== personId || (traineeId !== null && traineeId !== personId)) return 'not-hers';
  const fact = { kind, count: 1, isOwn: true, what: textIn(details, 'what'), href: '/account/history' };
  return Promise.resolve({ fact, lines: [], linkAddress: null });
}

async function linkContent(db: Reader, { desk, mail }: Sending): Promise<Content | string> {
  const linkId = textIn(mail.details, 'linkId');
  const link = await findLinkToSend(db, linkId);
  const isOpen = link?.personId === mail.personId && isAccountLinkOpen({ ...link, isDisabled: false }, desk.now());
  if (!link || !isOpen) return 'link-closed';
  const { mac, publicUrl } = desk;
  const linkAddress = accountLinkAddress({ mac, linkId, kind: link.kind, publicUrl });
  return { fact: { kind: mail.kind, count: 1, isOwn: true, what: '', href: '/' }, lines: [], linkAddress };
}

/** More than so many are not counted one by one. */
const MOST_IN_DIGEST = 500;

async function digestContent(db: Reader, { desk, mail, viewer }: Sending): Promise<Content | string> {
  const asked = { personId: mail.personId, day: desk.today(), most: MOST_IN_DIGEST };
  const [rows, chosen, cohorts] = await Promise.all([
    listNotices(db, asked),
    listChoices(db, [mail.personId]),
    desk.standing(db, viewer),
  ]);
  const choices = chosen.get(mail.personId);
  const waiting = rows.filter(
    (row) => row.readAt === null && mayBeTold(viewer, row) && timeFor(row.kind, choices?.get(row.kind)) !== 'never',
  );
  const unread = new Map([...Map.groupBy(waiting, ({ kind }) => kind)].map(([kind, all]) => [kind, all.length]));
  const lines = digestLines({ unread, cohorts });
  if (lines.length === 0) return 'nothing';
  return {
    fact: { kind: 'digest', count: lines.length, isOwn: true, what: '', href: '/notices' },
    lines,
    linkAddress: null,
  };
}

function letterOf(
  { fact, lines, linkAddress }: Content,
  { desk, mail, to }: { readonly desk: Desk; readonly mail: ClaimedMail; readonly to: string },
): Letter {
  const { origin } = desk.publicUrl;
  const { kind, personId, messageId } = mail;
  const words = mailWords(fact);
  const unsubscribe = canStop(kind) ? `${origin}/unsubscribe/${unsubscribeToken(desk.mac, { personId, kind })}` : null;
  return {
    to,
    messageId,
    subject: words.subject,
    unsubscribe,
    ...mailBody({ words, lines, linkAddress, origin, unsubscribe }),
  };
}
