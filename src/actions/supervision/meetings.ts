import { defineAction } from 'astro:actions';
import { z } from 'astro/zod';
import { cancelMeeting, countMeetingsFrom, findMeeting, insertMeeting } from '#db/queries/supervision.ts';
import { listDayClashes } from '#db/queries/supervisionAgenda.ts';
import { findTraineeSubject } from '#db/queries/trainees.ts';
import type { Writer } from '#db/client.ts';
import { authorise } from '#src/domain/access/policy.ts';
import type { Viewer } from '#src/domain/access/viewer.ts';
import { Refusal } from '#src/domain/errors.ts';
import { type Clash, clashWords } from '#src/domain/supervision/clashWords.ts';
import { meetingDayProblem, MOST_MEETINGS_AHEAD, REASON_MAXIMUM_CHARACTERS } from '#src/domain/supervision/writing.ts';
import { bankHolidayOn } from '#src/domain/week/bankHolidays.ts';
import { guarded } from '#src/server/astro/guarded.ts';
import { now, portal, today } from '#src/server/portal.ts';
import { refuseFull } from '#src/server/room.ts';
import { typedTime } from '../typedFields.ts';
import { neededText, typedDay } from '../typedText.ts';

const meeting = z.object({
  id: z.uuid(),
  traineeId: z.string().max(100),
  day: typedDay('Give the day of the meeting'),
  startsAt: typedTime('Give the time in hours and minutes, such as 10:30'),
  /** She was told what stands against the day and plans it all the same. */
  despite: z.literal('yes').nullish(),
});
type Meeting = z.infer<typeof meeting>;

const refuse = (field: string, words: string) => new Refusal('bad_input', { fields: { [field]: words } });

/** What stands against a day first of all, or null. */
async function clashOn(tx: Writer, traineeId: string, day: string): Promise<Clash | null> {
  const holiday = bankHolidayOn(portal().content.bankHolidays, day);
  if (holiday) return { why: 'holiday', name: holiday.name };
  return (await listDayClashes(tx, traineeId, day))[0] ?? null;
}

async function refuseDay(tx: Writer, { traineeId, day, despite }: Meeting): Promise<void> {
  const problem = meetingDayProblem(day, today());
  if (problem) throw refuse('day', problem);
  const { ahead, sameDay } = await countMeetingsFrom(tx, traineeId, { today: today(), day });
  if (sameDay > 0)
    throw refuse('day', 'A meeting is planned on that day already. Cancel it first, or choose another day');
  if (ahead >= MOST_MEETINGS_AHEAD)
    throw refuse('day', `${MOST_MEETINGS_AHEAD} meetings are planned already. Cancel one first`);
  const clash = despite === 'yes' ? null : await clashOn(tx, traineeId, day);
  if (clash) throw refuse('day', clashWords(clash));
}

async function plan(tx: Writer, viewer: Viewer, input: Meeting): Promise<void> {
  authorise(viewer, 'supervision.write', await findTraineeSubject(tx, input.traineeId));
  const kept = await findMeeting(tx, input.id);
  if (kept && kept.traineeId !== input.traineeId) throw new Refusal('conflict');
  if (kept) return;
  await refuseDay(tx, input);
  const { id, traineeId, day, startsAt } = input;
  await refuseFull(tx, 'meetings', traineeId);
  await insertMeeting(tx, { id, traineeId, day, startsAt, plannedBy: viewer.id, plannedAt: now() });
}

async function cancel(tx: Writer, viewer: Viewer, { meetingId, reason }: { meetingId: string; reason: string }) {
  const found = await findMeeting(tx, meetingId);
  authorise(viewer, 'supervision.write', found);
  if (found?.reviewId)
    throw new Refusal('conflict', { words: 'There is a record of this meeting, so it cannot be cancelled any more.' });
  await cancelMeeting(tx, { id: meetingId, cancelledAt: now(), cancelledBy: viewer.id, cancelReason: reason.trim() });
}

export const meetingActions = {
  /** A tutor or a manager plans a three-way meeting. What stands against the day is told first. A repeat changes nothing. */
  plan: defineAction({
    accept: 'form',
    input: meeting,
    handler: guarded({
      ability: 'supervision.write',
      subject: ({ traineeId }, _viewer, db) => findTraineeSubject(db, traineeId),
      run: async (input, _viewer, { write }) => {
        await write((tx, viewer) => plan(tx, viewer, input));
        return { meetingId: input.id };
      },
    }),
  }),

  /** A meeting does not take place, and all three read why. A repeat changes nothing. */
  cancel: defineAction({
    accept: 'form',
    input: z.object({
      meetingId: z.string().max(100),
      reason: neededText(REASON_MAXIMUM_CHARACTERS, 'Say why it does not take place'),
    }),
    handler: guarded({
      ability: 'supervision.write',
      subject: ({ meetingId }, _viewer, db) => findMeeting(db, meetingId),
      run: async (input, _viewer, { write }) => {
        await write((tx, viewer) => cancel(tx, viewer, input));
        return { meetingId: input.meetingId };
      },
    }),
  }),
};
