import { addDays } from '#src/domain/calendar.ts';
import type { NoticeKind } from '#src/domain/notices/words.ts';
import type { DemoRows } from './rows.ts';
import type { Story } from './stories.ts';
import { type DemoTime, noonOf } from './timing.ts';

interface Telling {
  readonly to: string;
  readonly about: string;
  readonly kind: NoticeKind;
  readonly details: Readonly<Record<string, string>>;
  readonly daysAgo: number;
  readonly isRead?: boolean;
}

/** What named people were told of: to a tutor only about her own cohort. */
const TOLD: readonly Telling[] = [
  {
    ...{ to: 'amara', about: 'amara', kind: 'evidence-returned', daysAgo: 6 },
    details: { evidenceId: 'amara-evidence-2' },
    isRead: true,
  },
  { to: 'tom', about: 'tom', kind: 'caseload-breach', daysAgo: 9, details: { what: 'agreed' }, isRead: true },
  { to: 'tom', about: 'tom', kind: 'new-signal', daysAgo: 3, details: { signal: 'modules-late' } },
  { to: 'tom', about: 'tom', kind: 'new-signal', daysAgo: 1, details: { signal: 'study-time-lost' } },
  { to: 'ruth', about: 'tom', kind: 'caseload-breach', daysAgo: 9, details: { what: 'agreed' }, isRead: true },
  { to: 'ruth', about: 'tom', kind: 'new-signal', daysAgo: 3, details: { signal: 'modules-late' } },
  { to: 'ruth', about: 'tom', kind: 'new-signal', daysAgo: 1, details: { signal: 'study-time-lost' } },
  { to: 'ruth', about: 'marcus', kind: 'new-signal', daysAgo: 1, details: { signal: 'evidence-returned' } },
  { to: 'rhys', about: 'rhys', kind: 'new-signal', daysAgo: 2, details: { signal: 'modules-late' } },
  { to: 'gwen', about: 'rhys', kind: 'new-signal', daysAgo: 2, details: { signal: 'modules-late' } },
];

/** Notices in the portal, read and new. Nobody in the demo has chosen anything: the defaults count. */
export function tellNotices(rows: DemoRows, { time, stories }: { time: DemoTime; stories: readonly Story[] }): void {
  const present = new Set(stories.map(({ id }) => id));
  const told = TOLD.filter(({ about }) => present.has(about));
  for (const { to, about, kind, details, daysAgo, isRead = false } of told) {
    const createdAt = noonOf(addDays(time.today, -daysAgo));
    const what = Object.values(details).join('-');
    rows.notices.push({
      ...{ id: `notice-${to}-${about}-${kind}-${what}`, personId: to, kind, key: `demo:${about}:${kind}:${what}` },
      ...{ traineeId: about, details: JSON.stringify(details), createdAt, readAt: isRead ? createdAt : null },
    });
  }
  tellCover(rows, { time, present });
}

/** Everybody in London has read that Imogen covers for Ruth this week. */
function tellCover(
  rows: DemoRows,
  { time, present }: { readonly time: DemoTime; readonly present: ReadonlySet<string> },
): void {
  const cover = rows.assignments.find(({ coversId }) => coversId === 'ruth');
  if (!cover) return;
  const { id, personId: coverId, startsOn, endsOn = null, cohortId } = cover;
  const trainees = rows.cohortMemberships.filter((one) => one.cohortId === cohortId && present.has(one.traineeId));
  const details = { what: 'begun', coverId, coversId: 'ruth', startsOn, endsOn };
  const told = [
    { personId: coverId, details: { ...details, inCohortId: cohortId } },
    { personId: 'ruth', details: { ...details, cohortId, inCohortId: cohortId } },
    ...trainees.map(({ traineeId }) => ({ personId: traineeId, details: { ...details, cohortId } })),
  ];
  const at = noonOf(time.monday);
  rows.notices.push(
    ...told.map((one) => ({
      ...{
        id: `notice-cover-${one.personId}`,
        personId: one.personId,
        kind: 'cover' as const,
        key: `cover-begun:${id}`,
      },
      ...{ traineeId: null, details: JSON.stringify(one.details), createdAt: at, readAt: at },
    })),
  );
}
