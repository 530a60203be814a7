import { formatDay, formatInstant, londonDay } from '#src/domain/calendar.ts';
import { WITNESS_LINK_DAYS, type WitnessState } from '#src/domain/witness/link.ts';
import type { TagKind } from '#src/components/ui/tagKinds.ts';

/** Status of a testimony before it is handed in: its tag. */
export const WITNESS_TAGS: Record<WitnessState, { readonly kind: TagKind; readonly text: string }> = {
  not_asked: { kind: 'plain', text: 'Nobody asked yet' },
  asked: { kind: 'submitted', text: 'Asked' },
  link_over: { kind: 'plain', text: 'The link is over' },
  answered: { kind: 'agreed', text: 'Answered' },
};

interface Request {
  readonly witnessName: string;
  readonly witnessJob: string;
  readonly madeByName: string;
  readonly madeAt: Date;
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
}

/** Who was asked by whom and when, and what has become of the link. */
export function requestWords(request: Request, at: Date): string {
  const { witnessName, witnessJob, madeByName, madeAt, expiresAt, revokedAt } = request;
  const day = (instant: Date) => formatDay(londonDay(instant), { year: true });
  const asked = `${madeByName} made a link for ${witnessName}, ${witnessJob}, on ${day(madeAt)}.`;
  if (revokedAt) return `${asked} It was taken back on ${day(revokedAt)}.`;
  const until = formatInstant(expiresAt);
  return at < expiresAt
    ? `${asked} It works until ${until}, for one answer.`
    : `${asked} It stopped working on ${until}.`;
}

interface Asking {
  readonly witnessName: string;
  /** Null where the asker is the trainee herself. */
  readonly traineeName: string | null;
  readonly address: string;
  readonly from: string;
}

/** An e-mail to the witness, ready to be sent. */
export function witnessEmail({ witnessName, traineeName, address, from }: Asking) {
  const subject = 'Would you write down what you saw?';
  const whose = traineeName === null ? 'my work' : `the work of ${traineeName}`;
  const text = [
    `Dear ${witnessName}`,
    `You saw some of ${whose} as a trainee probation officer. Your account of it can count as evidence for the qualification. What it is about stands on this page; you need no account:`,
    address,
    `The link takes one answer and works for ${String(WITNESS_LINK_DAYS)} days. Please keep it to yourself.`,
    `Thank you\n${from}`,
  ].join('\n\n');
  const query = `subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text.replaceAll('\n', '\r\n'))}`;
  return { subject, text, href: `mailto:?${query}` };
}
