import { addDays } from '#src/domain/calendar.ts';
import type { DemoRows } from './rows.ts';
import type { Story } from './stories.ts';
import { type DemoTime, noonOf } from './timing.ts';

interface ToldMessage {
  readonly id: string;
  readonly daysAgo: number;
  readonly chosen: string;
  readonly subject: string;
  readonly words: string;
  /** Who gets it among London; null: everybody. */
  readonly only: readonly string[] | null;
  /** Whoever has not said that she has read it. */
  readonly unread: readonly string[];
}

const MESSAGES: readonly ToldMessage[] = [
  {
    ...{ id: 'message-peer', daysAgo: 11, chosen: 'everybody in the cohort', only: null, unread: ['tom', 'imran'] },
    subject: 'Rooms for the next peer sessions',
    words:
      'Dear all\n\nfrom next month the peer sessions are in the large room on the second floor, because we were too many for the old one. Times stay as they are.\n\nRuth',
  },
  {
    ...{ id: 'message-late', daysAgo: 4, chosen: 'late by 2 weeks or more', only: ['tom'], unread: ['tom'] },
    subject: 'An hour on the late modules',
    words:
      'Whoever wants can come on Wednesday at two: we go through what is late, and in which order it is least work. Bring nothing. If the time does not suit, say so and we find another.\n\nRuth',
  },
];

interface ToldAnswer {
  readonly messageId: string;
  /** Whose thread it is, and who writes. */
  readonly traineeId: string;
  readonly writerId: string;
  readonly daysAgo: number;
  readonly words: string;
}

/** Ade asked something and was answered; what Chloe wrote still waits for Ruth. */
const ANSWERS: readonly ToldAnswer[] = [
  {
    ...{ messageId: 'message-peer', traineeId: 'ade', writerId: 'ade', daysAgo: 10 },
    words: 'Is there a lift to the second floor? My knee is not right yet.',
  },
  {
    ...{ messageId: 'message-peer', traineeId: 'ade', writerId: 'ruth', daysAgo: 9 },
    words: 'There is, behind the kitchen on the left. Tell me if it does not work on the day and we go downstairs.',
  },
  {
    ...{ messageId: 'message-peer', traineeId: 'chloe', writerId: 'chloe', daysAgo: 2 },
    words: 'I am at court until eleven that day. Shall I come for the second half?',
  },
];

/** What Ruth sent to London: once to everybody, once to whoever was late. */
export function tellMessages(rows: DemoRows, { time, stories }: { time: DemoTime; stories: readonly Story[] }): void {
  const london = stories.filter(({ cohortId }) => cohortId === 'london').map(({ id }) => id);
  for (const told of MESSAGES) tellMessage(rows, told, { time, members: london });
  rows.messageAnswers.push(
    ...ANSWERS.filter(({ traineeId }) => london.includes(traineeId)).map(
      ({ messageId, traineeId, writerId, daysAgo, words }) => ({
        ...{ id: `answer-${traineeId}-${String(daysAgo)}`, recipientId: `${messageId}:${traineeId}`, writerId, words },
        writtenAt: noonOf(addDays(time.today, -daysAgo)),
      }),
    ),
  );
}

function tellMessage(
  rows: DemoRows,
  { id, daysAgo, chosen, subject, words, only, unread }: ToldMessage,
  { time, members }: { time: DemoTime; members: readonly string[] },
): void {
  const recipients = members.filter((traineeId) => only === null || only.includes(traineeId));
  if (recipients.length === 0) return;
  const day = addDays(time.today, -daysAgo);
  rows.messages.push({ id, senderId: 'ruth', cohortId: 'london', chosen, subject, words, sentAt: noonOf(day) });
  rows.messageRecipients.push(
    ...recipients.map((traineeId) => ({
      ...{ id: `${id}:${traineeId}`, messageId: id, traineeId },
      readAt: unread.includes(traineeId) ? null : noonOf(addDays(day, 1)),
    })),
  );
}
