import { defineAction } from 'astro:actions';
import { z } from 'astro/zod';
import { findPlacement, listObjectives } from '#db/queries/placementDetail.ts';
import {
  finishPlacementReport,
  savePlacementDay,
  savePlacementLog,
  savePlacementReport,
  setReportEvidence,
} from '#db/queries/placementRecords.ts';
import { findPlacementSubject } from '#db/queries/placements.ts';
import { insertEvidence } from '#db/queries/portfolio.ts';
import type { Writer } from '#db/client.ts';
import { Refusal } from '#src/domain/errors.ts';
import { dayProblems } from '#src/domain/placements/attendance.ts';
import { placementDates } from '#src/domain/placements/days.ts';
import { PLACEMENT_LIMITS } from '#src/domain/placements/limits.ts';
import { evidenceOfReport, whyNoWriting, whyUnfinished } from '#src/domain/placements/report.ts';
import { ATTENDANCE } from '#src/domain/placements/words.ts';
import { guarded } from '#src/server/astro/guarded.ts';
import { newId, now, today } from '#src/server/portal.ts';
import { readQualifications } from '#src/server/qualification.ts';
import { safeText } from './typedText.ts';

const placementId = z.string().max(100);
const basedOn = z.coerce.number().int().min(0);
const day = z.iso.date({ error: 'Choose one of the days of this placement' });
const whole = (most: number, words: string) =>
  z
    .string()
    .nullish()
    .transform((text) => (text ?? '').trim())
    .refine((text) => /^\d{0,2}$/.test(text) && Number(text) <= most, { error: words })
    .transform(Number);

const REPORT = z.object({ placementId, report: safeText(PLACEMENT_LIMITS.report), basedOn });

/** The placement, inside the transaction. Throws `not_found`, or `conflict` where nothing can be written about it. */
async function writtenAbout(tx: Writer, id: string) {
  const placement = await findPlacement(tx, id);
  if (!placement) throw new Refusal('not_found');
  const words = whyNoWriting(placement, today());
  if (words !== null) throw new Refusal('bad_input', { words });
  return placement;
}

async function finish(tx: Writer, { id, words, based }: { id: string; words: string; based: number }) {
  const placement = await writtenAbout(tx, id);
  await savePlacementReport(tx, { placementId: id, words, basedOn: based, at: now() });
  const problem = whyUnfinished(placement, { today: today(), words });
  if (problem !== null) throw new Refusal('bad_input', { fields: { report: problem } });
  await finishPlacementReport(tx, id, now());
}

/** The piece of evidence that a finished report became, made once. */
async function evidenceOf(tx: Writer, id: string, evidenceId: string): Promise<string> {
  const placement = await findPlacement(tx, id);
  const report = placement?.report;
  if (!placement || !report) throw new Refusal('not_found');
  if (report.evidenceId !== null) return report.evidenceId;
  if (report.finishedAt === null) throw new Refusal('conflict', { words: 'Finish the report first.' });
  const { traineeId, place } = placement;
  const objectives = (await listObjectives(tx, traineeId)).filter((objective) => objective.placementId === id);
  const qualifications = await readQualifications(tx);
  const draft = evidenceOfReport({ place, words: report.words, objectives, qualifications });
  const kept = { ...draft, qualificationVersion: qualifications.current.version, at: now() };
  await insertEvidence(tx, { id: evidenceId, traineeId, kind: 'reflective_account', ...kept });
  await setReportEvidence(tx, id, evidenceId);
  return evidenceId;
}

export const placementRecords = {
  /** Whether she was there on a day, and how long. */
  saveDay: defineAction({
    accept: 'form',
    input: z.object({
      placementId,
      day,
      attendance: z.enum(ATTENDANCE, { error: 'Say whether you were there' }),
      hours: whole(16, 'Give whole hours, 16 at most'),
      minutes: whole(59, 'Give minutes from 0 to 59'),
      reason: safeText(PLACEMENT_LIMITS.reason),
      basedOn,
    }),
    handler: guarded({
      ability: 'placement.log',
      subject: (input, _viewer, db) => findPlacementSubject(db, input.placementId),
      run: async ({ placementId: id, hours, minutes, reason, basedOn: based, ...rest }, _viewer, { write }) => {
        const { day: date, attendance } = rest;
        // The form comes with the time that was planned: on a day that was missed it says nothing.
        const there = attendance === 'missed' ? 0 : hours * 60 + minutes;
        const record = { day: date, attendance, minutes: there, words: reason.trim() };
        await write(async (tx) => {
          const placement = await writtenAbout(tx, id);
          const fields = dayProblems(record, { placement, today: today() });
          if (Object.keys(fields).length > 0) throw new Refusal('bad_input', { fields });
          await savePlacementDay(tx, { placementId: id, basedOn: based, at: now(), ...record });
        });
        return { placementId: id, day: record.day };
      },
    }),
  }),

  /** Her learning log of a day, saved as she types. */
  saveLog: defineAction({
    accept: 'form',
    input: z.object({ placementId, day, log: safeText(PLACEMENT_LIMITS.logDay), basedOn }),
    handler: guarded({
      ability: 'placement.log',
      subject: (input, _viewer, db) => findPlacementSubject(db, input.placementId),
      run: async ({ placementId: id, day: date, log, basedOn: based }, _viewer, { write }) => {
        const at = now();
        const revision = await write(async (tx) => {
          const placement = await writtenAbout(tx, id);
          if (date > today() || !placementDates(placement).includes(date))
            throw new Refusal('bad_input', { fields: { day: 'Choose a day of this placement that has come' } });
          return savePlacementLog(tx, { placementId: id, id: newId(), day: date, words: log, basedOn: based, at });
        });
        return { placementId: id, day: date, revision, savedAt: at };
      },
    }),
  }),

  /** Her report, saved as she types. */
  saveReport: defineAction({
    accept: 'form',
    input: REPORT,
    handler: guarded({
      ability: 'placement.log',
      subject: (input, _viewer, db) => findPlacementSubject(db, input.placementId),
      run: async ({ placementId: id, report, basedOn: based }, _viewer, { write }) => {
        const at = now();
        const revision = await write(async (tx) => {
          await writtenAbout(tx, id);
          return savePlacementReport(tx, { placementId: id, words: report, basedOn: based, at });
        });
        return { placementId: id, revision, savedAt: at };
      },
    }),
  }),

  /** Finishes her report, once: from then on it does not change, and her tutor, assessor and manager read it. */
  finishReport: defineAction({
    accept: 'form',
    input: REPORT,
    handler: guarded({
      ability: 'placement.log',
      subject: (input, _viewer, db) => findPlacementSubject(db, input.placementId),
      run: async ({ placementId: id, report, basedOn: based }, _viewer, { write }) => {
        await write((tx) => finish(tx, { id, words: report, based }));
        return { placementId: id };
      },
    }),
  }),

  /** Makes a draft of evidence from a finished report, once. */
  useAsEvidence: defineAction({
    accept: 'form',
    input: z.object({ placementId, id: z.uuid() }),
    handler: guarded({
      ability: 'placement.log',
      subject: (input, _viewer, db) => findPlacementSubject(db, input.placementId),
      run: async ({ placementId: id, id: evidenceId }, _viewer, { write }) => ({
        evidenceId: await write((tx) => evidenceOf(tx, id, evidenceId)),
      }),
    }),
  }),
};
