import type { RecordKind } from '#src/domain/portfolio/words.ts';
import type { RecordState } from '#src/domain/records/rules.ts';
import type { TagKind } from '#src/components/ui/tagKinds.ts';

/** How an assessor is asked about each kind that she writes down. */
export const RECORD_WORDS: Readonly<
  Record<
    RecordKind,
    {
      readonly title: string;
      readonly begins: string;
      readonly text: string;
      readonly textHint: string;
      readonly day: string;
    }
  >
> = {
  observation: {
    title: 'Direct observation',
    begins: 'You watched the trainee at work.',
    text: 'What you saw',
    textHint:
      'What the trainee did and said, in order, and how people answered to it. What you saw, not what you think of it: that comes when you decide.',
    day: 'When did you watch?',
  },
  professional_discussion: {
    title: 'Professional discussion',
    begins: 'You talked with the trainee about their practice.',
    text: 'What was said',
    textHint: 'What you talked about and what the trainee said. Say where in a recording it can be heard.',
    day: 'When did you talk?',
  },
};

/** Status of a record as its writer sees it: its tag. Without words the tag says what it is called everywhere. */
export const RECORD_TAGS: Readonly<Record<RecordState, { readonly kind: TagKind; readonly text?: string }>> = {
  draft: { kind: 'draft' },
  sent_back: { kind: 'returned', text: 'Not agreed' },
  taken_back: { kind: 'draft', text: 'Taken back' },
  to_sign_both: { kind: 'to_sign_both', text: 'Trainee to sign' },
  submitted: { kind: 'submitted', text: 'Both signed' },
  to_countersign: { kind: 'to_countersign' },
  returned: { kind: 'returned' },
  accepted: { kind: 'accepted' },
  signed_off: { kind: 'signed_off' },
};
