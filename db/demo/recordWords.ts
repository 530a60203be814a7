/** What Daniel saw Amara do, as he wrote it down. Everybody in it is made up. */
export const FIRST_MEETING = {
  title: 'A first meeting after release',
  text: `The meeting had been moved twice, and the person came in saying so. Amara said that it was our mistake and that she was sorry, and asked what the move had cost him. He had taken an unpaid half day. She wrote it down and said whom she would tell.

She then said what the hour was for, in three sentences, and asked him to say it back. He left the part about sharing information out. She did not repeat it: she asked what he thought would happen if his landlord rang her. He told her, and it was wrong, and she put it right.

When he raised his voice about the curfew she waited, sat a little further back, and named what she heard. He went on more quietly. She asked which evening was the worst and listened to the answer to its end before she said anything about the licence.

They agreed two things for the week. She wrote both on a card in his words, and he took it.`,
  details: {
    place: 'An interview room in the office',
    observedMinutes: '50',
    observedQuestions: `What made you leave the licence until the end?
He had told me three times that nobody asks. I thought: one thing today, and that is it.

What will you do about the half day?
I have asked the manager of the desk to change how moves are told to people.`,
  },
  whereShown: { '3.1': 'second paragraph', '3.2': 'second and third paragraph', '2.1': 'first paragraph' },
} as const;

/** The version before it, why Amara did not sign that one, and what Daniel changed. */
export const FIRST_VERSION = {
  text: FIRST_MEETING.text.replace(
    'Amara said that it was our mistake and that she was sorry, and asked what the move had cost him.',
    'Amara said that the office had moved it, and asked what the move had cost him.',
  ),
  reason: 'I did not say that the office had moved it. I said that it was our mistake and that I was sorry.',
  changeNote: 'The first paragraph now says what you said about the move.',
} as const;

/** A discussion with Tom that Daniel has begun to write down. */
export const SHARED_PLAN = {
  title: 'Working with the hostel on one plan',
  text: 'We talked about how the plan with the hostel came about, and who does what in the first two weeks.',
  details: { discussedAt: 'By video', minutes: '40' },
  whereShown: { '1.6': '' },
} as const;

/** What a colleague wrote about Amara's work, by a link. */
export const WITNESS_WORDS = {
  title: 'The Thursday group I ran on my own',
  question:
    'The Thursday group on the fifth, when you were in the room and I led it for the first time. Please say what you saw me do when two people fell out.',
  name: 'Rosalind Ferry',
  job: 'Programme facilitator, next-door team',
  relationship: 'I run the group with her every Thursday and sat in that day.',
  text: `Two of the men had an argument about a borrowed phone before the session began, and it came into the room with them. Amara noticed it before I did. She asked both to stay for two minutes while the rest got tea, and heard each of them out, in turn, without deciding who was right.

She then asked the group, not the two, what a fair way to go on would be. It took longer than she had planned and she let the next exercise go. At the end one of them said sorry, not in so many words.

What I would have done otherwise: I would have told the duty desk at the break, not after. She did tell them, and wrote it down the same afternoon.`,
  details: { witness: 'A facilitator of the next-door team, who was in the room' },
  criteria: ['3.8', '2.5'],
} as const;

/** Whom Tom has asked, and what about. */
export const OPEN_REQUEST = {
  title: 'A morning on the duty desk',
  question:
    'The Tuesday morning when I covered the duty desk with you. Please say how I dealt with the call about the missed appointment.',
  name: 'Harriet Boone',
  job: 'Senior probation officer, duty desk',
  details: { witness: 'The senior probation officer I sat with' },
  criteria: ['4.7'],
} as const;
