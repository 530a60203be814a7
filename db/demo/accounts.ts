/** A reflective account as a trainee might write it. Everybody in it is made up. */
export interface DemoAccount {
  readonly title: string;
  readonly criteria: readonly string[];
  readonly text: string;
  readonly praise: string;
  readonly question: string;
}

/** Tom's own, so that his assessor does not read the same words from two people. */
export const WEEK_OVER_THE_LIMIT: DemoAccount = {
  title: 'What I left until Monday',
  criteria: ['2.3', '2.8'],
  text: `On Wednesday two cases came to me on the same day, and I had three reports open. I made a list of everything due by Friday and tried to do all of it. By four o'clock I had done half of five things.

I took the list to my manager and said that I could not finish it, which I had never said before. We asked of each line: who could be hurt if this waits until Monday, and who would notice. Two lines could not wait, a home visit with a child in the flat and a licence check before a release. The other six could.

I wrote down which six, until when, and that she had agreed. Then I rang the two people whose appointments moved and told them why, and on which day I would see them.

What I would do differently is the order. I made the list after I had started to fall behind. Now I make it on Monday morning, and I put beside each line what happens if it waits.`,
  praise: 'You set out the options, the reason and who agreed. Somebody else could follow it.',
  question: 'Say what you did for yourself that week, and whom you told how it affected you.',
};

export const ACCOUNTS: readonly DemoAccount[] = [
  {
    title: 'A first appointment that began badly',
    criteria: ['3.1', '3.2', '2.1'],
    text: `He arrived twenty minutes late and angry, because the letter had named the wrong floor. I had planned to go through the licence line by line. I put the licence away and asked what had happened on the way in.

What I noticed was my own wish to get to the form. I have ten appointments a day and the form is what gets counted. But nothing on the form would have told me that he had walked from the hostel because his card had been declined.

I told him what I could do that morning (the travel claim, and the address corrected while he watched) and what I could not. Then we did two conditions out of eight, the two that could trip him up before next week, and he said them back to me in his own words.

Next time I will check the letter before it goes. I have also asked the administrator how many letters still carry the old floor.`,
    praise: 'You show how you changed the plan for the person in front of you, and why.',
    question: 'Say when you went through the other six conditions with him, and how it went.',
  },
  {
    title: 'What I missed on a home visit',
    criteria: ['4.1', '4.8'],
    text: `The visit was meant to check the address. I wrote: flat tidy, partner present, no concerns. My supervisor asked one question: what did the second toothbrush and the child's coat tell you?

I had seen the coat. I had not asked. I think I did not ask because the visit was going well and a question about a child would have changed the air in the room.

I went back to my notes and separated what I saw, what I was told and what I assumed. Only four of my eleven lines were things I saw. I then rang the duty social worker with the four, and said which they were.

On the next two visits I wrote the three headings on my pad before I went in. It is a small thing. It makes it hard to write "no concerns" without a reason under it.`,
    praise: 'The three headings are a habit you can show an observer. Good.',
    question: 'Name what you would have asked about the coat, in the words you would use.',
  },
  {
    title: 'Writing a risk summary that somebody could act on',
    criteria: ['4.4', '4.6'],
    text: `My first draft said the risk was "high in the community, linked to alcohol and relationships". My manager asked who would do what differently after reading that. Nobody would.

I rewrote it around five questions: who could be hurt, in what way, when it is most likely, what makes it more likely, and what holds it back. "When" was the hardest, since I had been writing about him and not about a day in his life. Fridays after payday, within two days of an argument, with his brother in the flat: that is a sentence a police officer or a hostel worker can use.

I also wrote what I do not know, which is whether the brother has moved out. I put that as an action with my name and a date instead of leaving it as a gap that reads like an answer.`,
    praise: 'A reader knows what to do on a Friday. That is what the criterion asks for.',
    question: 'Show the sentence before and after, so that the change can be seen.',
  },
  {
    title: 'Saying no to a request, and keeping the door open',
    criteria: ['2.2', '3.3'],
    text: `A woman I supervise asked me to move her appointment for the third week running. I had agreed twice because her reasons were real: a shift, then a sick child. The third time I noticed that we had not spoken for nineteen days.

I rang instead of texting. I said that I would not move it again, and why: the plan we made depends on us meeting, and nineteen days is long enough for it to stop being a plan. I asked what would make Thursday possible. It was the bus. We agreed on the office nearer to her, at five.

I felt unkind while I said it. Thinking about it afterwards, agreeing a third time would have been the easier thing for me, not the kinder thing for her. I have put a line in my diary to look every Friday at who I have not seen for two weeks.`,
    praise: 'You hold the boundary and say the reason. The Friday habit is worth sharing.',
    question: 'Name the assumption: what did you take for granted about her, and when did you notice?',
  },
];
