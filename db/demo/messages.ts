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

/** What Ruth sent to London: once to everybody, once to whoever was late. */
export function tellMessages(rows: DemoRows, { time, stories }: { time: DemoTime; stories: readonly Story[] }): void {
  const london = stories.filter(({ cohortId }) => cohortId === 'london').map(({ id }) => id);
  for (const told of MESSAGES) tellMessage(rows, told, { time, members: london });
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
