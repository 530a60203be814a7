import { addDays } from '#src/domain/calendar.ts';
import type { ContactKind } from '#src/domain/contacts/words.ts';
import type { DemoRows } from './rows.ts';
import type { Story } from './stories.ts';
import { type DemoTime, noonOf } from './timing.ts';

interface ToldContact {
  readonly key: string;
  readonly traineeId: string;
  readonly writerId: string;
  readonly daysAgo: number;
  readonly kind: ContactKind;
  readonly words: string;
  readonly signal?: string;
  readonly corrects?: string;
}

interface ToldAction {
  readonly key: string;
  readonly traineeId: string;
  /** The contact in which it was agreed. */
  readonly contact: string;
  readonly words: string;
  readonly ownerId: string;
  readonly agreedDaysAgo: number;
  /** Days from today, negative for the past. */
  readonly dueInDays: number;
  readonly doneDaysAgo?: number;
}

/** Tom is talked with often these weeks; Amara once, because things go well; Imogen, who covers, wrote about Priya. */
const CONTACTS: readonly ToldContact[] = [
  {
    ...{ key: 'tom-1', traineeId: 'tom', writerId: 'ruth', daysAgo: 16, kind: 'meeting' },
    words:
      'Tom and I went through the first weeks back. Two modules are behind, and the study day went to duty cover twice. He wants to keep to one evening a week at most.',
  },
  {
    ...{ key: 'tom-2', traineeId: 'tom', writerId: 'ruth', daysAgo: 9, kind: 'call', signal: 'over-limit' },
    words:
      'Rang about the caseload. Two more cases came last week although it was full. Tom says that he can manage until Friday.',
  },
  {
    ...{ key: 'tom-3', traineeId: 'tom', writerId: 'ruth', daysAgo: 8, kind: 'call', corrects: 'tom-2' },
    words: 'It was one more case and not two. What was agreed stays as it is.',
  },
  {
    ...{ key: 'amara-1', traineeId: 'amara', writerId: 'ruth', daysAgo: 12, kind: 'message' },
    words: 'Amara asked how long the parole report should be. Answered, and sent the page of the module.',
  },
  {
    ...{ key: 'priya-1', traineeId: 'priya', writerId: 'imogen', daysAgo: 0, kind: 'call' },
    words: 'Said hello while I cover for Ruth this week. Nothing is urgent; the three-way review stays with Ruth.',
  },
];

const ACTIONS: readonly ToldAction[] = [
  {
    ...{ key: 'tom-1', traineeId: 'tom', contact: 'tom-1', ownerId: 'ruth', agreedDaysAgo: 16, dueInDays: -2 },
    words: 'Ask the office for somebody else on the Thursday duty rota.',
  },
  {
    ...{ key: 'tom-2', traineeId: 'tom', contact: 'tom-2', ownerId: 'tom', agreedDaysAgo: 9, dueInDays: 5 },
    words: 'Say in which order the two late modules come, and by when.',
  },
  {
    ...{ key: 'tom-3', traineeId: 'tom', contact: 'tom-1', ownerId: 'tom', agreedDaysAgo: 16, dueInDays: -9 },
    ...{ words: 'Enter the two lost study days with their cause.', doneDaysAgo: 10 },
  },
];

/** Contact logs of people with a story, and what was agreed: one action is open, one overdue, one done. */
export function tellContacts(rows: DemoRows, { time, stories }: { time: DemoTime; stories: readonly Story[] }): void {
  const present = new Set(stories.map(({ id }) => id));
  const isTold = ({ traineeId }: { traineeId: string }) => present.has(traineeId);
  rows.contacts.push(...CONTACTS.filter(isTold).map((told) => contactOf(told, time)));
  const actions = ACTIONS.filter(isTold);
  rows.contactActions.push(...actions.map((told) => actionOf(told, time)));
  rows.contactActionEnds.push(...actions.flatMap((told) => endOf(told, time)));
}

const contactId = (key: string) => `contact-${key}`;
const actionId = (key: string) => `contact-action-${key}`;

function contactOf({ key, daysAgo, corrects, ...told }: ToldContact, { today }: DemoTime) {
  const happenedOn = addDays(today, -daysAgo);
  const written = {
    happenedOn,
    writtenAt: noonOf(happenedOn),
    corrects: corrects === undefined ? null : contactId(corrects),
  };
  return { ...told, ...written, id: contactId(key) };
}

function actionOf(
  { key, traineeId, contact, words, ownerId, agreedDaysAgo, dueInDays }: ToldAction,
  { today }: DemoTime,
) {
  const when = { dueOn: addDays(today, dueInDays), writtenAt: noonOf(addDays(today, -agreedDaysAgo)) };
  return { ...when, id: actionId(key), traineeId, contactId: contactId(contact), words, ownerId, writerId: 'ruth' };
}

function endOf({ key, ownerId, doneDaysAgo }: ToldAction, { today }: DemoTime) {
  if (doneDaysAgo === undefined) return [];
  const endedAt = noonOf(addDays(today, -doneDaysAgo));
  return [{ actionId: actionId(key), outcome: 'done' as const, words: '', personId: ownerId, endedAt }];
}
