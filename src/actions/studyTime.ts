import { defineAction } from 'astro:actions';
import { z } from 'astro/zod';
import {
  findStudySession,
  findStudySubject,
  insertStudyRecord,
  moveStudySession,
  withdrawStudySession,
} from '#db/queries/studyTime.ts';
import { Refusal } from '#src/domain/errors.ts';
import { nextRevision } from '#src/domain/revision.ts';
import { refuseMove, refuseWithdrawal } from '#src/domain/studyTime/changing.ts';
import { minutesTyped } from '#src/domain/studyTime/duration.ts';
import { OUTCOMES, recordFor, saysTheSame } from '#src/domain/studyTime/recording.ts';
import { LOSS_CAUSES } from '#src/domain/studyTime/words.ts';
import { guarded } from '#src/server/astro/guarded.ts';
import { now, today } from '#src/server/portal.ts';
import { refuseFull } from '#src/server/room.ts';
import { entering, id, length, planning } from './studyTime/inputs.ts';
import { enterStudyTime, planStudyTime, refuseStudyDay } from './studyTime/planning.ts';
import { revision } from './typedFields.ts';
import { orEmpty, safeText, typedDay } from './typedText.ts';

const WORDS_MAXIMUM = 300;

/** The session as it is kept now. It was somebody's when the guard asked; only the rest can have changed. */
async function keptSession(...[tx, sessionId]: Parameters<typeof findStudySession>) {
  const session = await findStudySession(tx, sessionId);
  if (!session) throw new Refusal('not_found');
  return session;
}

export const studyTime = {
  /** A trainee plans study time: once, for some weeks ahead, or to make up for what was lost. */
  plan: defineAction({
    accept: 'form',
    input: planning,
    handler: guarded({
      ability: 'studyTime.write',
      subject: (_input, viewer) => ({ traineeId: viewer.id }),
      run: (input, viewer, { write }) => planStudyTime(input, viewer.id, write),
    }),
  }),

  /** She enters what was on a day that is over or today: studied without a plan, or planned outside the portal and taken or lost. */
  enter: defineAction({
    accept: 'form',
    input: entering,
    handler: guarded({
      ability: 'studyTime.write',
      subject: (_input, viewer) => ({ traineeId: viewer.id }),
      run: (input, viewer, { write }) => enterStudyTime(input, viewer.id, write),
    }),
  }),

  /** What became of a session. `basedOn`: the number of the record that was on the page, 0 where there was none. */
  record: defineAction({
    accept: 'form',
    input: z.object({
      sessionId: id,
      basedOn: revision,
      outcome: z.enum(OUTCOMES, { error: 'Say whether it was taken or lost' }),
      cause: orEmpty(z.enum(['', ...LOSS_CAUSES], { error: 'Choose what it was lost to' })),
      lostHours: length,
      lostMinutes: length,
      words: safeText(WORDS_MAXIMUM),
    }),
    handler: guarded({
      ability: 'studyTime.write',
      subject: ({ sessionId }, _viewer, db) => findStudySubject(db, sessionId),
      run: async ({ sessionId, basedOn, outcome, cause, lostHours, lostMinutes, words }, _viewer, { write }) => {
        const told = {
          outcome,
          minutes: minutesTyped(lostHours, lostMinutes),
          cause: cause === '' ? null : cause,
          words,
        };
        return write(async (tx) => {
          const session = await keptSession(tx, sessionId);
          if (session.withdrawnAt) throw new Refusal('bad_input', { words: 'It was taken out of the plan.' });
          const next = recordFor(session, told, today());
          const answer = { sessionId, lostMinutes: next.lostMinutes };
          if (saysTheSame(session.record, next)) return answer;
          const number = nextRevision(session.record?.number ?? 0, basedOn);
          const { traineeId } = session;
          await refuseFull(tx, 'studyRecords', sessionId);
          await insertStudyRecord(tx, {
            id: `${sessionId}-${String(number)}`,
            sessionId,
            traineeId,
            number,
            ...next,
            recordedAt: now(),
          });
          return answer;
        });
      },
    }),
  }),

  /** Puts planned time on another day. */
  move: defineAction({
    accept: 'form',
    input: z.object({
      sessionId: id,
      day: typedDay('Give the day it moves to'),
      revision,
    }),
    handler: guarded({
      ability: 'studyTime.write',
      subject: ({ sessionId }, _viewer, db) => findStudySubject(db, sessionId),
      run: async ({ sessionId, day, revision: basedOn }, _viewer, { write }) =>
        write(async (tx) => {
          const session = await keptSession(tx, sessionId);
          if (session.day === day) return { sessionId, day };
          const lost = session.makesUp === null ? null : await findStudySession(tx, session.makesUp);
          refuseMove(session, { day, today: today(), makesUpDay: lost?.day ?? null });
          const next = nextRevision(session.revision, basedOn);
          await refuseStudyDay(tx, { ...session, day });
          await moveStudySession(tx, { id: sessionId, day, revision: next });
          return { sessionId, day };
        }),
    }),
  }),

  /** Takes planned time out of the plan, before its day. */
  withdraw: defineAction({
    accept: 'form',
    input: z.object({ sessionId: id, revision }),
    handler: guarded({
      ability: 'studyTime.write',
      subject: ({ sessionId }, _viewer, db) => findStudySubject(db, sessionId),
      run: async ({ sessionId, revision: basedOn }, _viewer, { write }) =>
        write(async (tx) => {
          const session = await keptSession(tx, sessionId);
          if (session.withdrawnAt) return { sessionId };
          refuseWithdrawal(session, today());
          await withdrawStudySession(tx, {
            id: sessionId,
            at: now(),
            revision: nextRevision(session.revision, basedOn),
          });
          return { sessionId };
        }),
    }),
  }),
};
