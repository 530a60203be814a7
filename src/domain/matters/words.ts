import { formatDay } from '../calendar.ts';
import { durationWords } from '../studyTime/duration.ts';
import { CAUSE_WORDS, type LossCause } from '../studyTime/words.ts';
import type { MatterKind } from './kinds.ts';
import type { MatterFact } from './matter.ts';

/** A matter's sentence, without the trainee's name, and where it leads. */
interface MatterWords {
  readonly words: string;
  readonly href: string;
}

function text({ details }: MatterFact, name: string): string {
  const value = details[name];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
const dayOf = (fact: MatterFact, name: string) => formatDay(text(fact, name));
const placeOf = ({ traineeId }: MatterFact) => `/trainees/${traineeId}/programme`;
/** Her caseload, or the page on which her manager allocates. */
const caseloadOf = ({ traineeId, audience }: MatterFact) =>
  audience === 'self' ? '/caseload' : `/trainees/${traineeId}/caseload`;
/** Her manager agrees, or takes cases off, on the page of all her caseloads. */
const overLimitOf = (fact: MatterFact) => (fact.audience === 'manager' ? '/caseload#over-limit' : caseloadOf(fact));

/** One place for the words of every kind. */
export const MATTER_WORDS: Readonly<Record<MatterKind, (fact: MatterFact) => MatterWords>> = {
  'over-limit': (fact) => ({
    words: `The caseload may be over its limit until ${dayOf(fact, 'until')}, agreed by ${text(fact, 'by')}: ${text(fact, 'reason')}`,
    href: caseloadOf(fact),
  }),
  'over-limit-ended': (fact) => ({
    words: `The caseload is over its limit. That was agreed only until ${dayOf(fact, 'until')}.`,
    href: overLimitOf(fact),
  }),
  'over-limit-unagreed': (fact) => ({
    words: 'The caseload is over its limit, and nobody has agreed to it.',
    href: overLimitOf(fact),
  }),
  'rule-override': (fact) => ({
    words: `${text(fact, 'reference')} was allocated although a rule stands against it, approved by ${text(fact, 'approver')}: ${text(fact, 'reason')}`,
    href: `/caseload/cases/${text(fact, 'caseId')}`,
  }),
  objection: (fact) => ({
    words: `“This is not what was agreed”${text(fact, 'reference') && `, about ${text(fact, 'reference')}`}: ${text(fact, 'words')}`,
    href: `${caseloadOf(fact)}#objection-${fact.id}`,
  }),
  'objection-answered': (fact) => ({
    words: `${text(fact, 'by')} answered what you said was not agreed: ${text(fact, 'words')}`,
    href: `${caseloadOf(fact)}#objection-${text(fact, 'objectionId')}`,
  }),
  'study-lost': (fact) => ({
    words: `${durationWords(Number(fact.details['lostMinutes']))} of study time on ${dayOf(fact, 'day')} were lost to ${CAUSE_WORDS[text(fact, 'cause') as LossCause]}.`,
    href: `/trainees/${fact.traineeId}/study-time?month=${text(fact, 'day').slice(0, 7)}`,
  }),
  'supervision-gap': (fact) => ({
    words: text(fact, 'words'),
    href: fact.audience === 'self' ? '/supervision' : `/trainees/${fact.traineeId}/supervision`,
  }),
  'placement-to-agree': (fact) => ({
    words: `A placement waits for you to agree: ${text(fact, 'place')}.`,
    href: `/placements/${fact.id}`,
  }),
  'host-declined': (fact) => ({
    words: `${text(fact, 'place')} cannot take the placement${text(fact, 'words') && `: ${text(fact, 'words')}`}`,
    href: `/placements/${fact.id}`,
  }),
  'readiness-to-agree': (fact) => ({
    words: `Everything but your agreement is there for ${text(fact, 'kind') === 'home_visit' ? 'the first home visit' : 'the first time working alone'}.`,
    href: `/trainees/${fact.traineeId}#readiness`,
  }),
  'record-to-sign': (fact) => ({
    words: `${text(fact, 'by')} wrote down ${text(fact, 'kind') === 'observation' ? 'what they saw you do' : 'a discussion with you'}: “${text(fact, 'title')}”. Read it, then sign it or say what is not right.`,
    href: `/portfolio/evidence/${text(fact, 'evidenceId')}/sign`,
  }),
  'witness-answered': (fact) => ({
    words: `${text(fact, 'by')} wrote about your work: “${text(fact, 'title')}”. Say where in it each criterion is shown, and submit it.`,
    href: `/portfolio/evidence/${fact.id}`,
  }),
  sampled: (fact) => ({
    words: `${text(fact, 'count')} of your pieces of evidence ${text(fact, 'count') === '1' ? 'is' : 'are'} in the sample of ${text(fact, 'by')}, a quality assurer, who may read ${text(fact, 'count') === '1' ? 'it' : 'them'}. Your assessor’s decisions are checked, not you.`,
    href: '/portfolio',
  }),
  'contact-action': (fact) => ({
    words: `${fact.details['overdue'] ? 'Overdue since' : 'Due by'} ${dayOf(fact, 'dueOn')}: “${text(fact, 'words')}”${fact.details['own'] ? '' : ` (${text(fact, 'by')} was to do it)`}`,
    href: `/trainees/${fact.traineeId}/contacts#action-${fact.id}`,
  }),
  message: (fact) => ({
    words: `${text(fact, 'by')}: “${text(fact, 'subject')}”`,
    href: `/messages/${fact.id}`,
  }),
  'message-answer': (fact) => ({
    words: `${fact.audience === 'self' ? `${text(fact, 'by')} wrote back to you` : 'Answered you'}: “${text(fact, 'subject')}”`,
    href: `/messages/${text(fact, 'messageId')}${fact.audience === 'self' ? '' : `/${fact.traineeId}`}`,
  }),
  'place-changed': (fact) => ({
    words: `The place in the programme was changed by the administrator: ${text(fact, 'reason')}`,
    href: placeOf(fact),
  }),
  'break-entered': (fact) => ({
    words: `A break from ${dayOf(fact, 'from')}, ${text(fact, 'back') === '' ? 'the first day back is not known yet' : `first day back ${dayOf(fact, 'back')}`}. Due days move by its days.`,
    href: placeOf(fact),
  }),
  'programme-ended': (fact) => ({
    words: `${text(fact, 'kind') === 'completed' ? 'Your programme was entered as completed' : 'It was entered that you left the programme'}; last day ${dayOf(fact, 'on')}. Your account, your portfolio and your export stay yours.`,
    href: placeOf(fact),
  }),
  'left-cohort': (fact) => ({
    words: `No longer in ${text(fact, 'cohort')}. You see nothing more of this trainee.`,
    href: `/cohorts/${text(fact, 'cohortId')}`,
  }),
};
