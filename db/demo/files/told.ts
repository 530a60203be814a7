import type { FileType } from '#src/domain/files/words.ts';
import { docxOf } from './docx.ts';
import { pdfOf } from './pdf.ts';
import { barsPng } from './png.ts';

/** A file that the demo tells of: all of it is made here, and nobody in it is real. */
export interface DemoFileContent {
  readonly id: string;
  readonly evidenceId: string;
  readonly name: string;
  readonly type: FileType;
  readonly bytes: () => Buffer;
}

const APPOINTMENT_PLAN = [
  'Thirty minutes. What I wanted to be able to say at the end:',
  '  1. what has happened since the letter was written,',
  '  2. which two conditions could trip this person up before next week,',
  '  3. what each of us does until then, in words that are not mine.',
  '',
  'What I meant to ask first: what would you like to have settled when you go?',
  'What I meant to leave out: the licence, line by line.',
  '',
  'Afterwards',
  'The first ten minutes went to the wrong floor and the bus. They were not lost.',
  'Of my three points two were reached. The third came by itself, at the door.',
  '',
  'All of this is made up. Nobody who is or was on probation is told of here.',
];

const DISCUSSION_NOTES = [
  'What I brought: one decision that I would take again, and one that I would not.',
  'What I was asked: what I knew at that moment, what I only thought I knew, and how I could have found out.',
  'What I take with me: to write down the reason before the decision, in one line.',
  'Everything in these notes is made up.',
];

/** Beside a piece that was handed in and signed, one that waits on a desk, and one that is still a draft. */
export const DEMO_FILES: readonly DemoFileContent[] = [
  {
    ...{ id: 'demo-file-plan', evidenceId: 'amara-evidence-3', name: 'plan of the appointment.pdf', type: 'pdf' },
    bytes: () => pdfOf('Plan of a first appointment', APPOINTMENT_PLAN),
  },
  {
    ...{ id: 'demo-file-notes', evidenceId: 'amara-more-2', name: 'notes for the discussion.docx', type: 'docx' },
    bytes: () => docxOf('Notes for the discussion', DISCUSSION_NOTES),
  },
  {
    ...{ id: 'demo-file-hours', evidenceId: 'amara-evidence-4', name: 'where the hour went.png', type: 'png' },
    bytes: () => barsPng([0.35, 0.9, 0.55, 0.2, 0.7]),
  },
];
