import { Refusal } from '../errors.ts';
import { durationWords } from './duration.ts';
import type { StudyRecord, StudySession } from './ledger.ts';
import type { LossCause } from './words.ts';

/** What she says became of a session. */
export const OUTCOMES = ['taken', 'lost', 'part', 'studied'] as const;
export type Outcome = (typeof OUTCOMES)[number];

interface Told {
  readonly outcome: Outcome;
  /** For `part`: the minutes lost. For `studied`, which corrects time without a plan: the minutes studied. */
  readonly minutes: number | null;
  readonly cause: LossCause | null;
  readonly words: string;
}

type Recorded = Pick<StudyRecord, 'takenMinutes' | 'lostMinutes' | 'cause' | 'words'>;
type Session = Pick<StudySession, 'day' | 'minutes' | 'isPlanned'>;

const refuse = (field: string, words: string) => new Refusal('bad_input', { fields: { [field]: words } });

function lostMinutes({ outcome, minutes }: Told, session: Session): number {
  if (outcome === 'taken') return 0;
  if (outcome === 'lost') return session.minutes;
  if (minutes === null || minutes === 0)
    throw refuse('lostHours', 'Say how much of it was lost, in hours and minutes.');
  if (minutes < session.minutes) return minutes;
  throw refuse('lostHours', `It was ${durationWords(session.minutes)} long: a part of it is less than that.`);
}

function studied({ minutes, words }: Told, session: Session): Recorded {
  if (minutes === null) throw refuse('lostHours', 'Say how long you studied, in hours and minutes.');
  if (minutes > session.minutes) {
    throw refuse(
      'lostHours',
      `You entered ${durationWords(session.minutes)}: enter what was more as study time of its own.`,
    );
  }
  return { takenMinutes: minutes, lostMinutes: 0, cause: null, words };
}

/** About sickness nothing more is ever kept. */
function refuseHealth(cause: LossCause | null, words: string, field: string): void {
  if (cause === 'sickness' && words.trim() !== '') {
    throw refuse(field, 'Sickness needs no words here: nothing about anybody’s health is kept. Take them out.');
  }
}

/**
 * What to keep of a session; taken and lost add up to what was planned. Throws `bad_input`, with the field, for a day to come,
 * a loss without a cause or as long as the session or longer, and for words about sickness.
 */
export function recordFor(session: Session, told: Told, today: string): Recorded {
  if (session.day > today) {
    throw new Refusal('bad_input', {
      words: 'That day has not come yet. Say what became of it on the day or after it.',
    });
  }
  const { cause, words } = told;
  if (!session.isPlanned) return studied(told, session);
  if (told.outcome === 'studied') throw refuse('outcome', 'It was planned: say whether it was taken or lost.');
  const lost = lostMinutes(told, session);
  if (lost === 0) return { takenMinutes: session.minutes, lostMinutes: 0, cause: null, words };
  if (cause === null) throw refuse('cause', 'Choose what it was lost to.');
  refuseHealth(cause, words, 'words');
  return { takenMinutes: session.minutes - lost, lostMinutes: lost, cause, words };
}

/** Whether a record says the same as what is to be kept: then nothing is kept twice. */
export function saysTheSame(record: StudyRecord | null, next: Recorded): boolean {
  return (
    record !== null &&
    record.takenMinutes === next.takenMinutes &&
    record.lostMinutes === next.lostMinutes &&
    record.cause === next.cause &&
    record.words === next.words
  );
}
