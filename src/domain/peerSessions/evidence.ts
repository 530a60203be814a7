import { formatDay } from '../calendar.ts';
import { EVIDENCE_LIMITS } from '../portfolio/submitting.ts';
import { movedIds, type Qualifications } from '../portfolio/versions.ts';

/** Criteria that leading a session may show, by the version whose numbers they are: learning from feedback, and working with colleagues. */
const SUGGESTED = { version: 'demo-1', ids: ['2.4', '2.5'] } as const;

interface LedSession {
  readonly title: string;
  readonly aim: string;
  readonly day: string;
  readonly guest: string;
  /** What people call the format; null where none was chosen. */
  readonly formatName: string | null;
}

interface Led {
  readonly session: LedSession;
  readonly there: number;
  readonly outOf: number;
  /** Her own words; null where she said nothing. */
  readonly intention: string | null;
  readonly review: string | null;
  /** How many wrote to her; what they wrote stays theirs. */
  readonly feedbackCount: number;
  readonly qualifications: Qualifications;
}

const part = (heading: string, words: string) => (words === '' ? [] : [`${heading}\n${words}`]);

function facts({ session, there, outOf, feedbackCount }: Led): string {
  const { formatName, day, guest } = session;
  const sentences = [
    `I led a peer session of my cohort on ${formatDay(day, { year: true })}${formatName === null ? '' : `, as: ${formatName}`}.`,
    `${String(there)} of ${String(outOf)} people were there.`,
    guest === '' ? '' : `Our guest: ${guest}.`,
    feedbackCount === 0 ? '' : `${String(feedbackCount)} of them told me afterwards what helped.`,
  ];
  return sentences.filter((sentence) => sentence !== '').join(' ');
}

/** Questions that the draft leaves to her: the portal knows the facts and not what she did. */
const LEFT_TO_YOU = [
  'What I did to prepare and to lead it:',
  'What happened, and what I would do again:',
  'What I learnt from what people told me afterwards:',
];

/** The beginning of a reflective account of a session that somebody led, within the limits of evidence. Nobody else's words are in it. */
export function evidenceOfSession(led: Led) {
  const { session, intention, review, qualifications } = led;
  const text = [
    facts(led),
    ...part('What the session was for:', session.aim),
    ...LEFT_TO_YOU,
    ...part('What I said that I would do differently:', intention ?? ''),
    ...part('What became of it a month later:', review ?? ''),
  ].join('\n\n');
  const known = qualifications.versions.some(({ version }) => version === SUGGESTED.version);
  const claims = known ? movedIds(qualifications, SUGGESTED).ids.map(({ id }) => id) : [];
  const title = `Peer session that I led: ${session.title || session.formatName || formatDay(session.day)}`;
  return {
    title: title.slice(0, EVIDENCE_LIMITS.titleMax),
    text: text.slice(0, EVIDENCE_LIMITS.textMax),
    claims: claims.slice(0, EVIDENCE_LIMITS.criteriaMax),
  };
}
