import { AT, type Insert, LONG_AGO } from '../../support/demoRecords.ts';

/** What a session is there for, so that nothing done to one changes the answer about another. */
export type StudyUse = 'record' | 'move' | 'withdraw';
const AHEAD = '2090-01-02';
const DAYS: Readonly<Record<StudyUse, string>> = { record: LONG_AGO, move: AHEAD, withdraw: AHEAD };

export const studySessionOf = (key: string, use: StudyUse) => `study-${use}-${key}`;
export const readinessCheckOf = (key: string) => `ready-${key}`;

/** Study sessions and a readiness check that waits for an agreement, for one cell. */
export function addStudyRecords(insert: Insert, traineeId: string, key: string): void {
  for (const [use, day] of Object.entries(DAYS))
    insert('study_sessions', {
      id: studySessionOf(key, use as StudyUse),
      trainee_id: traineeId,
      day,
      minutes: 1,
      part: 'academic',
      planned_at: AT,
      revision: 1,
    });
  insert('readiness_checks', {
    id: readinessCheckOf(key),
    trainee_id: traineeId,
    kind: 'home_visit',
    shadowed_on: LONG_AGO,
    shadowed_with: 'Probation officer',
    buddy: 'Duty officer',
    check_in: 'Text before and after',
    revision: 1,
    saved_at: AT,
  });
}
