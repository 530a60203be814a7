interface TagLook {
  /** What the status is called; the word carries the meaning. */
  readonly words: string;
  /** SVG path in a 12 by 12 box, drawn in the colour of the text. Tells statuses apart in print and without colour. */
  readonly shape: string;
  readonly colour: 'grey' | 'blue' | 'teal' | 'yellow' | 'green' | 'red' | 'orange' | 'purple';
}

const ring = 'M6 .5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11zm0 1.6a3.9 3.9 0 1 1 0 7.8 3.9 3.9 0 0 1 0-7.8z';
const shapes = {
  ring,
  dot: `${ring}M6 4.4a1.6 1.6 0 1 0 0 3.2 1.6 1.6 0 0 0 0-3.2z`,
  half: `${ring}M6 2v8a4 4 0 0 0 0-8z`,
  tick: 'M4.6 10.6.8 6.8 2.2 5.4l2.4 2.4 5.2-6.2 1.5 1.3z',
  seal: 'M6 0a6 6 0 1 0 0 12A6 6 0 0 0 6 0zM5.2 9.2 2.4 6.4l1.1-1.1 1.6 1.6 3.3-4 1.2 1z',
  twoTicks: 'M3 10.2 0 7.2l1.1-1.1 1.8 1.8L7 2.6l1.2 1zM6.4 10.2l-1-1 .9-1.2.3.3 3.9-5.7 1.4.9z',
  cross: 'M1 2.4 2.4 1 6 4.6 9.6 1 11 2.4 7.4 6 11 9.6 9.6 11 6 7.4 2.4 11 1 9.6 4.6 6z',
  triangle: 'M6 .6 12 11.4H0zM5.3 4.4v3.5h1.4V4.4zm0 4.3V10h1.4V8.7z',
  clock: `${ring}M5.3 3h1.4v2.7l2 1.2-.7 1.2-2.7-1.6z`,
  pencil: 'M8.6.6 11.4 3.4 4 10.8.6 11.4 1.2 8z',
  outwards: 'M1 5.2h6.2L4.8 2.8 6 1.6 10.4 6 6 10.4 4.8 9.2l2.4-2.4H1z',
  back: 'M11 5.2H4.8l2.4-2.4L6 1.6 1.6 6 6 10.4l1.2-1.2-2.4-2.4H11z',
  flag: 'M2 .5h1.5v.8H11L8.8 4.1 11 7H3.5v4.5H2z',
  bars: 'M2.2 1h2.6v10H2.2zm5 0h2.6v10H7.2z',
  level: 'M0 4.6h12V3H0zM0 9h12V7.4H0z',
  above: 'M6 0l5 5.2H7.6V12H4.4V5.2H1z',
  dashes: 'M0 5.2h3v1.6H0zm4.5 0h3v1.6h-3zm4.5 0h3v1.6H9z',
} as const;

const looks = {
  not_started: { words: 'Not started', shape: shapes.ring, colour: 'grey' },
  opened: { words: 'Opened', shape: shapes.dot, colour: 'blue' },
  in_progress: { words: 'In progress', shape: shapes.half, colour: 'blue' },
  done: { words: 'Done', shape: shapes.tick, colour: 'green' },
  late: { words: 'Late', shape: shapes.triangle, colour: 'red' },
  due: { words: 'Due this week', shape: shapes.clock, colour: 'yellow' },
  draft: { words: 'Draft', shape: shapes.dashes, colour: 'grey' },
  submitted: { words: 'Submitted', shape: shapes.outwards, colour: 'blue' },
  returned: { words: 'Returned', shape: shapes.back, colour: 'red' },
  to_sign: { words: 'Ready to sign', shape: shapes.pencil, colour: 'purple' },
  accepted: { words: 'Accepted', shape: shapes.tick, colour: 'teal' },
  to_countersign: { words: 'To countersign', shape: shapes.pencil, colour: 'purple' },
  to_sign_both: { words: 'Both to sign', shape: shapes.pencil, colour: 'purple' },
  signed_off: { words: 'Signed off', shape: shapes.seal, colour: 'green' },
  claimed: { words: 'Claimed', shape: shapes.flag, colour: 'blue' },
  working_towards: { words: 'Working towards', shape: shapes.half, colour: 'yellow' },
  met: { words: 'Met', shape: shapes.tick, colour: 'green' },
  not_met: { words: 'Not met', shape: shapes.cross, colour: 'red' },
  checked: { words: 'Checked', shape: shapes.twoTicks, colour: 'teal' },
  within: { words: 'Within limit', shape: shapes.level, colour: 'green' },
  over: { words: 'Over limit', shape: shapes.above, colour: 'red' },
  proposed: { words: 'Proposed', shape: shapes.dashes, colour: 'yellow' },
  agreed: { words: 'Agreed', shape: shapes.tick, colour: 'green' },
  on_track: { words: 'On track', shape: shapes.level, colour: 'green' },
  behind: { words: 'Behind', shape: shapes.triangle, colour: 'orange' },
  paused: { words: 'Paused', shape: shapes.bars, colour: 'grey' },
  plain: { words: '', shape: '', colour: 'grey' },
} as const satisfies Record<string, TagLook>;

/** Every status the portal shows. States of the domain go in as they are spelled there. */
export type TagKind = keyof typeof looks;

/** Word, shape and colour of a status. */
export function tagLook(kind: TagKind): TagLook {
  return looks[kind];
}

export const TAG_KINDS = Object.keys(looks) as readonly TagKind[];
