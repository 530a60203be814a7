import { formatDay, londonDay } from '#src/domain/calendar.ts';
import type { LinkLife } from '#src/domain/links/link.ts';
import type { WitnessState } from '#src/domain/witness/link.ts';
import { type LinkEmail, linkEmail, ONE_ANSWER, whatBecame } from '#src/components/links/linkText.ts';
import type { TagKind } from '#src/components/ui/tagKinds.ts';

/** Status of a testimony before it is handed in: its tag. */
export const WITNESS_TAGS: Record<WitnessState, { readonly kind: TagKind; readonly text: string }> = {
  not_asked: { kind: 'plain', text: 'Nobody asked yet' },
  asked: { kind: 'submitted', text: 'Asked' },
  link_over: { kind: 'plain', text: 'The link is over' },
  answered: { kind: 'agreed', text: 'Answered' },
};

interface Request extends LinkLife {
  readonly witnessName: string;
  readonly witnessJob: string;
  readonly madeByName: string;
  readonly madeAt: Date;
}

/** Who was asked by whom and when, and what has become of the link. */
export function requestWords({ witnessName, witnessJob, madeByName, madeAt, ...life }: Request, at: Date): string {
  const day = formatDay(londonDay(madeAt), { year: true });
  return `${madeByName} made a link for ${witnessName}, ${witnessJob}, on ${day}. ${whatBecame(life, at)}`;
}

interface Asking {
  readonly witnessName: string;
  /** Null where the asker is the trainee herself. */
  readonly traineeName: string | null;
  readonly address: string;
  readonly from: string;
}

/** An e-mail to the witness, ready to be sent. */
export function witnessEmail({ witnessName, traineeName, address, from }: Asking): LinkEmail {
  const whose = traineeName === null ? 'my work' : `the work of ${traineeName}`;
  return linkEmail('Would you write down what you saw?', [
    `Dear ${witnessName}`,
    `You saw some of ${whose} as a trainee probation officer. Your account of it can count as evidence for the qualification. What it is about stands on this page; you need no account:`,
    address,
    ONE_ANSWER,
    `Thank you\n${from}`,
  ]);
}
