import type { EvidenceKind } from '#src/domain/portfolio/words.ts';
import type { DemoAccount } from './accounts.ts';
import type { EvidenceStory } from './stories.ts';

/** A piece of another kind, with what its kind asks beside the text. */
export interface MoreAccount extends DemoAccount {
  readonly kind: EvidenceKind;
  readonly state: EvidenceStory;
  readonly details: Readonly<Record<string, string>>;
  /** Where in it each criterion is shown. */
  readonly whereShown: Readonly<Record<string, string>>;
}

const SENTENCE_PLAN: MoreAccount = {
  kind: 'work_product',
  state: 'signed',
  title: 'A sentence plan with three objectives that could be counted',
  criteria: ['5.1', '5.3'],
  details: { system: 'The assessment and planning system', seenBy: 'My practice assessor', seenOn: '2026-09-17' },
  whereShown: { '5.1': 'Objectives one to three', '5.3': 'The second objective: the clinic' },
  text: `The plan has three objectives instead of eight. Each says who does what by when, and how we would both know.

The one I would show first is the second. It began as "address alcohol use". It became: go to the clinic on Monday afternoons, bring the card, and tell me on Tuesdays what was hard. He chose Monday because Friday is when it goes wrong.

We looked at it together after six weeks. Two were done, and the third had been mine to do.`,
  praise: 'Seen in the system. The plan is short, his own, and was looked at again when it said it would be.',
  question: 'Say how the plan would change if the Monday clinic closed.',
};

const TALK_ABOUT_DISCRIMINATION: MoreAccount = {
  kind: 'professional_discussion',
  state: 'signed',
  title: 'A discussion about inequality and what I can do about it',
  criteria: ['1.8', '2.2'],
  details: { withWhom: 'My practice assessor', minutes: '35' },
  whereShown: { '1.8': 'From the second question on', '2.2': 'The answer about my own assumptions' },
  text: `We talked about what the figures say about who is stopped, who is remanded and who is recalled, and about what a figure cannot tell me of one person.

I was asked what I do on a Tuesday morning that is different for knowing it. I said: I read the reasons for a breach before I read the name, and I write down what I would have decided if the address had been another one. I was asked for a case in which that changed something, and I had one.

I was also asked where I had been wrong. I told of an appointment that I had put down to attitude, and that was a bus timetable.`,
  praise: 'You brought the example before I asked for it. Both criteria are shown in your own words.',
  question: 'Say which figure you would look up next, and why that one.',
};

const ESSAY: MoreAccount = {
  kind: 'assignment',
  state: 'waiting',
  title: 'What helps people to stop offending: an essay',
  criteria: ['1.5'],
  details: { assignment: 'Rehabilitation of offenders, first essay', result: '64 per cent' },
  whereShown: { '1.5': 'Parts two and three' },
  text: `The essay sets three accounts of desistance beside each other and asks what each of them would have me do in the first ten minutes with somebody.

The part I would point to is the third. It says where the research is thin: most of it followed men, most of it in cities, and much of it before phones.`,
  praise: 'Well argued.',
  question: 'Say what it changed in your practice.',
};

/** What the named people handed in beside their reflective accounts, the newest first. */
export const MORE_ACCOUNTS: Readonly<Record<string, readonly MoreAccount[]>> = {
  amara: [SENTENCE_PLAN, TALK_ABOUT_DISCRIMINATION],
  priya: [TALK_ABOUT_DISCRIMINATION],
  jonah: [ESSAY],
};
