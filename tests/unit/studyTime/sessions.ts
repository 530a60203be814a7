import type { StudyRecord, StudySession } from '#src/domain/studyTime/ledger.ts';
import type { LossCause } from '#src/domain/studyTime/words.ts';

/** A study day of Amara, 7 hours 24 minutes long unless a test says otherwise. */
export function aSession(day: string, change: Partial<StudySession> = {}): StudySession {
  return {
    id: `on-${day}`,
    traineeId: 'amara',
    day,
    minutes: 444,
    part: 'academic',
    startsAt: null,
    makesUp: null,
    isPlanned: true,
    revision: 1,
    record: null,
    earlier: [],
    ...change,
  };
}

export function recorded(takenMinutes: number, lostMinutes = 0, cause: LossCause = 'duty_cover'): StudyRecord {
  const at = new Date('2026-11-19T17:00:00Z');
  return { takenMinutes, lostMinutes, cause: lostMinutes > 0 ? cause : null, words: '', recordedAt: at, number: 1 };
}
