import { describe, expect, test } from 'vitest';
import { ACT_WORDS, auditSentences, idsIn } from '#src/domain/audit/sentences.ts';
import { AUDIT_ACTS, type AuditAct } from '#src/domain/audit/words.ts';

const names = new Map([
  ['london', 'London, autumn intake'],
  ['wales', 'Wales, autumn intake'],
  ['ruth', 'Ruth Adeyemi'],
  ['amara', 'Amara Okafor'],
  ['standard-15', '15 months, full time'],
  ['standard-21', '21 months, full time'],
]);
const [importId, id] = ['0b7c', '9f21'];
const tutor = { kind: 'tutor', startsOn: '2026-11-02' };
const place = { fromRouteId: 'standard-15', toRouteId: 'standard-15', fromStartedOn: '2026-07-06' };
const hours = { toStartedOn: '2026-07-06', fromHours: 37, toHours: 37 };

/** Every act with what the rooms write, and what a person reads. */
const ACTS: readonly (readonly [AuditAct, Readonly<Record<string, unknown>>, readonly string[]])[] = [
  ['person.added', { roles: ['manager', 'tutor'] }, ['Account made, as practice tutor, line manager']],
  ['person.added', { importId, roles: ['trainee'] }, ['Account made, as trainee, by a file of people']],
  ['person.changed', { changed: ['name', 'email'] }, ['Changed in the account: name, e-mail address']],
  ['person.changed', { importId }, ['Name or language changed, by a file of people']],
  ['person.disabled', {}, ['Account switched off, and every sign-in ended']],
  ['person.enabled', {}, ['Account switched on again']],
  ['role.given', { role: 'verifier' }, ['Role given: internal quality assurer']],
  ['role.given', { importId, role: 'tutor' }, ['Role given: practice tutor, by a file of people']],
  ['role.taken', { role: 'admin' }, ['Role taken away: programme administrator']],
  [
    'assignment.given',
    { kind: 'assessor', traineeId: 'amara', startsOn: '2026-11-02' },
    ['Became practice assessor of Amara Okafor from 2 November 2026'],
  ],
  [
    'assignment.given',
    { ...tutor, endsOn: '2026-12-01', coversId: null },
    ['Became practice tutor of London, autumn intake from 2 November 2026 to 30 November 2026'],
  ],
  [
    'assignment.given',
    { ...tutor, endsOn: null, fromId: 'ruth' },
    ['Became practice tutor of London, autumn intake from 2 November 2026, taken over from Ruth Adeyemi'],
  ],
  [
    'assignment.given',
    { importId, kind: 'manager', traineeId: 'amara', startsOn: '2026-11-02' },
    ['Became line manager of Amara Okafor from 2 November 2026, by a file of people'],
  ],
  [
    'assignment.ended',
    { kind: 'manager', traineeId: 'amara', endsOn: '2026-12-01' },
    ['No longer line manager of Amara Okafor from 1 December 2026 on'],
  ],
  [
    'assignment.ended',
    { ...tutor, endsOn: '2026-12-01' },
    ['No longer practice tutor of London, autumn intake from 1 December 2026 on'],
  ],
  [
    'cover.given',
    { ...tutor, endsOn: '2026-11-16', coversId: 'ruth' },
    ['Covers for Ruth Adeyemi as practice tutor of London, autumn intake from 2 November 2026 to 15 November 2026'],
  ],
  ['cohort.made', { templateId: null, startsOn: '2027-01-04' }, ['Cohort made, beginning on 4 January 2027']],
  [
    'cohort.made',
    { templateId: id, startsOn: '2027-01-04' },
    ['Cohort made from a template, beginning on 4 January 2027'],
  ],
  [
    'cohort.changed',
    { fromStartsOn: '2027-01-04', startsOn: '2027-01-11', isRenamed: 1 },
    ['Cohort given another name', 'First day of the cohort: 4 January 2027 became 11 January 2027'],
  ],
  [
    'cohort.changed',
    { fromStartsOn: '2027-01-04', startsOn: '2027-01-04', isRenamed: 0 },
    ['Region of the cohort changed'],
  ],
  ['cohort.changed', { closedOn: '2026-11-02' }, ['Cohort closed: nobody joins it']],
  ['cohort.changed', { closedOn: null }, ['Cohort opened again']],
  [
    'cohort.rolled',
    { fromCohortId: 'wales', startsOn: '2027-01-04' },
    ['Cohort made as the next intake after Wales, autumn intake, beginning on 4 January 2027'],
  ],
  [
    'membership.moved',
    { fromCohortId: 'wales', toCohortId: 'london', on: '2026-11-02' },
    ['Moved from Wales, autumn intake to London, autumn intake on 2 November 2026'],
  ],
  [
    'membership.moved',
    { fromCohortId: null, toCohortId: 'london', on: '2026-11-02' },
    ['Came into London, autumn intake on 2 November 2026'],
  ],
  [
    'membership.moved',
    { importId, joinedOn: '2026-11-02' },
    ['Came into London, autumn intake on 2 November 2026, by a file of people'],
  ],
  [
    'enrolment.changed',
    { ...place, ...hours, toRouteId: 'standard-21', toHours: 22.2 },
    [
      'Route: 15 months, full time became 21 months, full time',
      'Contracted hours: 37 hours a week became 22.2 hours a week',
    ],
  ],
  [
    'enrolment.changed',
    { ...place, ...hours, toStartedOn: '2026-08-03' },
    ['First day: 6 July 2026 became 3 August 2026'],
  ],
  [
    'enrolment.changed',
    { importId, routeId: 'standard-15', startedOn: '2027-01-04', hoursPerWeek: 37 },
    ['Place given on the route 15 months, full time from 4 January 2027, 37 hours a week, by a file of people'],
  ],
  [
    'break.begun',
    { breakId: id, startsOn: '2026-11-02', endsOn: null },
    ['Break in learning entered from 2 November 2026, with no end yet'],
  ],
  [
    'break.changed',
    { breakId: id, from: null, to: '2026-12-01' },
    ['Break in learning changed: it was with no end yet, and is now to 30 November 2026'],
  ],
  [
    'break.changed',
    { breakId: id, takenOut: '2026-12-01' },
    ['Break in learning taken out before it began: it was to begin on 1 December 2026'],
  ],
  [
    'programme.ended',
    { endingId: id, kind: 'withdrawn', endedOn: '2026-11-02', assignmentsEnded: 2 },
    ['Programme ended by withdrawal, last day 2 November 2026, and 2 assignments with it'],
  ],
  [
    'programme.ended',
    { endingId: id, kind: 'completed', endedOn: '2026-11-02', assignmentsEnded: 0 },
    ['Programme completed, last day 2 November 2026'],
  ],
  [
    'programme.reopened',
    { endingId: id, cameBack: true, on: '2026-11-02' },
    ['Programme opened again on 2 November 2026, in London, autumn intake; the time away counts as a break'],
  ],
  [
    'import.done',
    { importId, new: 48, changed: 1, same: 0, places: 48, begun: 96, ended: 0, admins: 1 },
    [
      'File of people brought in: 48 new people, 1 person changed',
      '48 places in the programme given',
      '96 assignments begun',
      '1 person became an administrator',
    ],
  ],
  [
    'list.exported',
    { list: 'enrolments', rows: 1200 },
    ['List taken out as a file: places in the programme, 1,200 rows'],
  ],
  [
    'list.exported',
    { list: 'cohort', query: 'late=1', rows: 1 },
    ['List of London, autumn intake taken out as a file, 1 row, as it was filtered or sorted'],
  ],
  ['invitation.sent', { kind: 'invitation' }, ['Invitation to set a password made by an administrator']],
  ['invitation.sent', { kind: 'reset' }, ['Link to set another password made by an administrator']],
  ['password.set', { by: 'link' }, ['Password set by a link']],
  ['password.set', { by: 'herself' }, ['Password changed, with the one before']],
  ['password.reset_asked', {}, ['Link to set another password asked for on the sign-in page']],
  ['sessions.ended', {}, ['Signed out on every device']],
  [
    'sessions.ended',
    { why: 'most' },
    ['The sign-in that rested longest was ended, because there were more than there may be at once'],
  ],
];

const said = (act: AuditAct, details: Readonly<Record<string, unknown>>, known = names) =>
  auditSentences({ act, cohort: 'London, autumn intake', details: JSON.stringify(details) }, known);

describe('an entry of the audit in sentences', () => {
  test('every act has a name of its own, and is tried here', () => {
    expect(new Set(AUDIT_ACTS.map((act) => ACT_WORDS[act])).size).toBe(AUDIT_ACTS.length);
    expect(new Set(ACTS.map(([act]) => act))).toEqual(new Set(AUDIT_ACTS));
  });

  test.each(ACTS)('%s, %o', (act, details, sentences) => {
    expect(said(act, details)).toEqual(sentences);
  });

  test.each(ACTS)('%s, %o shows no id where nobody may be named', (act, details) => {
    const lines = said(act, details, new Map()).join(' ');
    expect(lines).not.toMatch(/\b(?:ruth|amara|london|wales|0b7c|9f21)\b/);
    expect(lines).not.toContain('Ruth');
  });

  test.each(AUDIT_ACTS)('%s is said even where nothing is known of it', (act) => {
    for (const details of ['{}', 'null', '[]', '{"kind":7,"roles":{},"endsOn":"soon"}'])
      for (const sentence of auditSentences({ act, cohort: null, details }, new Map()))
        expect(sentence).toMatch(/^[A-Z].*[a-z0-9]$/);
  });

  test('what may be an id is looked up once', () => {
    const details = JSON.stringify({ fromCohortId: 'london', tutorIds: ['ruth', 'gwen'], hours: 22.2, on: null });
    expect(idsIn([details, details])).toEqual(['london', 'ruth', 'gwen']);
  });
});
