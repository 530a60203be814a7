import { addDays } from '#src/domain/calendar.ts';
import type { Criterion, Qualification } from '#src/domain/portfolio/qualification.ts';
import type { EvidenceKind } from '#src/domain/portfolio/words.ts';
import { ACCOUNTS, type DemoAccount } from './accounts.ts';
import { MORE_ACCOUNTS } from './moreAccounts.ts';
import { oneOf } from './oneOf.ts';
import type { EvidenceStory, Story } from './stories.ts';
import { type DemoTime, startedOn } from './timing.ts';

/** One piece of evidence that the demo tells of. */
export interface Piece {
  readonly id: string;
  readonly account: DemoAccount;
  readonly kind: EvidenceKind;
  readonly state: EvidenceStory;
  /** The day it was written, and handed in where it was. */
  readonly writtenOn: string;
}

/** A number for a name, so that not everybody begins with the same account. */
const numberOf = (id: string) => [...id].reduce((sum, letter) => sum + letter.charCodeAt(0), 0);

const notBefore = (day: string, first: string) => (day < first ? first : day);

/** A trainee's evidence as her story has it, oldest first, then what else the named people handed in. */
export function piecesOf(story: Story, time: DemoTime): Piece[] {
  const first = startedOn(time, story);
  const last = addDays(time.monday, -6);
  const told = story.evidence.map((state, index): Piece => {
    const own = index === 0 ? story.firstAccount : undefined;
    const account = own ?? oneOf(ACCOUNTS, index + numberOf(story.id));
    // Items follow each other by a week, the last one on the Tuesday of last week.
    const writtenOn = notBefore(addDays(last, -7 * (story.evidence.length - 1 - index)), first);
    return { id: `${story.id}-evidence-${index + 1}`, account, kind: 'reflective_account', state, writtenOn };
  });
  const more = (MORE_ACCOUNTS[story.id] ?? []).map((account, index): Piece => {
    const writtenOn = notBefore(addDays(last, -7 * (story.evidence.length + 1 + index)), first);
    return { id: `${story.id}-more-${index + 1}`, account, kind: account.kind, state: account.state, writtenOn };
  });
  return [...told, ...more];
}

const FILLER_STATES: readonly EvidenceStory[] = ['signed', 'signed', 'signed', 'signed', 'returned', 'waiting'];

function fillerAccount(criteria: readonly Criterion[], number: number): DemoAccount {
  return {
    title: `Piece ${number} of a full portfolio`,
    criteria: criteria.map(({ id }) => id),
    text: `What happened in week ${number}, what I did about it and what I would do again. The plan was there before, and the reason for leaving it is written down.`,
    praise: 'Clear, and tied to what was done.',
    question: 'Say what you would do differently.',
  };
}

/** More pieces for somebody with a full portfolio, `count` of them: every criterion in turn, in the kinds it takes. */
export function fillerPieces(story: Story, { time, qualification, count }: FillerOptions): Piece[] {
  const criteria = qualification.units.flatMap((unit) => unit.criteria);
  return Array.from({ length: count }, (_, index): Piece => {
    const pair = [oneOf(criteria, index * 2), oneOf(criteria, index * 2 + 1)];
    const shared = pair[0]?.kinds.find((kind) => pair[1]?.kinds.includes(kind)) ?? 'reflective_account';
    return {
      id: `${story.id}-full-${index + 1}`,
      account: fillerAccount(pair, index + 1),
      kind: shared,
      state: oneOf(FILLER_STATES, index),
      writtenOn: addDays(time.monday, -7 - (count - index)),
    };
  });
}

export interface FillerOptions {
  readonly time: DemoTime;
  readonly qualification: Pick<Qualification, 'units'>;
  readonly count: number;
}
