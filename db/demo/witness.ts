import { createHash } from 'node:crypto';
import { addDays } from '#src/domain/calendar.ts';
import { witnessAnswerText } from '#src/domain/witness/answer.ts';
import { linkEnd } from '#src/domain/links/link.ts';
import { OPEN_REQUEST, WITNESS_WORDS } from './recordWords.ts';
import type { DemoRows } from './rows.ts';
import type { Story } from './stories.ts';
import { type DemoTime, noonOf } from './timing.ts';

/** What a link is kept as: a hash that no token leads to, so that links of the demo open nothing until somebody makes a new one. */
export const demoWitnessHash = (evidenceId: string) =>
  createHash('sha256').update(`demo witness ${evidenceId}`).digest('hex');
const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

interface Asked {
  readonly evidenceId: string;
  readonly traineeId: string;
  readonly askedOn: string;
  readonly words: {
    readonly title: string;
    readonly question: string;
    readonly name: string;
    readonly job: string;
    readonly details: Readonly<Record<string, string>>;
    readonly criteria: readonly string[];
  };
}

/** A colleague has written about Amara's group, and she has not handed it in yet; the duty desk has Tom's link and has not answered. */
export function tellWitnesses(rows: DemoRows, { time, stories }: { time: DemoTime; stories: readonly Story[] }): void {
  const present = new Set(stories.map(({ id }) => id));
  if (present.has('tom'))
    tellAsked(rows, { evidenceId: 'tom-witness-1', traineeId: 'tom', askedOn: time.monday, words: OPEN_REQUEST });
  if (!present.has('amara')) return;
  const evidenceId = 'amara-witness-1';
  tellAsked(rows, { evidenceId, traineeId: 'amara', askedOn: addDays(time.monday, -6), words: WITNESS_WORDS });
  const { name, job, relationship, text } = WITNESS_WORDS;
  const answeredAt = noonOf(addDays(time.monday, -4));
  const answer = { evidenceId, requestId: `${evidenceId}-link`, name, job, relationship, text, answeredAt };
  rows.witnessAnswers.push({ ...answer, sha256: sha256(witnessAnswerText(answer, [])) });
}

function tellAsked(rows: DemoRows, { evidenceId, traineeId, askedOn, words }: Asked): void {
  const { title, question, name, job, details, criteria } = words;
  const at = noonOf(askedOn);
  const item = { id: evidenceId, traineeId, kind: 'witness_testimony' as const, title, text: '' };
  const happenedOn = addDays(askedOn, -2);
  rows.evidenceItems.push({
    ...item,
    ...{ details: JSON.stringify(details), happenedOn, revision: 1, createdAt: at, savedAt: at },
  });
  for (const criterionId of criteria) rows.evidenceClaims.push({ evidenceId, criterionId });
  rows.witnessRequests.push({
    ...{ id: `${evidenceId}-link`, evidenceId, tokenHash: demoWitnessHash(evidenceId) },
    ...{ witnessName: name, witnessJob: job, question, madeBy: traineeId, madeAt: at, expiresAt: linkEnd(at) },
  });
}
