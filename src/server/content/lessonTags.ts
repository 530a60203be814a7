/** A component as it stands in the text of a module. `start` and `end` are positions in the text. */
export interface LessonTag {
  name: string;
  kind: 'open' | 'close' | 'whole';
  attributes: Readonly<Record<string, string>>;
  line: number;
  start: number;
  end: number;
}

/** What a module may write: component -> attributes it must give, attributes it may give, and whether it holds text. */
export const LESSON_TAGS: Readonly<
  Record<string, { must: readonly string[]; may: readonly string[]; holdsText: boolean }>
> = {
  CaseNote: { must: ['title'], may: ['about'], holdsText: true },
  CaseFile: { must: ['id', 'show'], may: [], holdsText: false },
  Check: { must: ['id'], may: [], holdsText: false },
  Compare: { must: ['id'], may: [], holdsText: false },
  Event: { must: ['when'], may: [], holdsText: true },
  Fact: { must: ['asOf', 'source'], may: [], holdsText: true },
  OnMyCases: { must: [], may: [], holdsText: true },
  Order: { must: ['id'], may: [], holdsText: false },
  Scenario: { must: ['id'], may: [], holdsText: false },
  Section: { must: ['id'], may: [], holdsText: true },
  Sort: { must: ['id'], may: [], holdsText: false },
  Sources: { must: [], may: [], holdsText: false },
  Task: { must: ['title', 'minutes'], may: [], holdsText: true },
  Term: { must: ['id'], may: [], holdsText: true },
  Timeline: { must: ['title'], may: [], holdsText: true },
  Warning: { must: ['skipTo'], may: [], holdsText: true },
};

const TAG = /<(\/?)([A-Za-z][\w.-]*)((?:\s+[\w:-]+(?:=(?:"[^"]*"|'[^']*'|\{[^}]*\}))?)*)\s*(\/?)>/g;
const ATTRIBUTE = /([\w:-]+)(?:=(?:"([^"]*)"|'([^']*)'|\{([^}]*)\}))?/g;

function attributesOf(text: string): Record<string, string> {
  const pairs = [...text.matchAll(ATTRIBUTE)].map(([, name, double, single, braces]) => [
    name ?? '',
    double ?? single ?? braces?.trim() ?? '',
  ]);
  return Object.fromEntries(pairs) as Record<string, string>;
}

function kindOf(slash: string | undefined, selfClosing: string | undefined): LessonTag['kind'] {
  if (slash === '/') return 'close';
  return selfClosing === '/' ? 'whole' : 'open';
}

/** The line of a position, counting from `firstLine`. */
export function lineAt(text: string, position: number, firstLine: number): number {
  return firstLine + text.slice(0, position).split('\n').length - 1;
}

/** Every tag in the text of a module, in order. The text is MDX without expressions, which `textProblems` refuses. */
export function readTags(body: string, bodyLine: number): LessonTag[] {
  return [...body.matchAll(TAG)].map((match) => ({
    name: match[2] ?? '',
    kind: kindOf(match[1], match[4]),
    attributes: attributesOf(match[3] ?? ''),
    line: lineAt(body, match.index, bodyLine),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** The tags of one name, without those that close it. */
export function tagsNamed(tags: readonly LessonTag[], wanted: string): LessonTag[] {
  return tags.filter(({ name, kind }) => name === wanted && kind !== 'close');
}

/** What a reader sees of a tag itself: titles and times. */
function visibleOfTag(tag: string): string {
  const { title = '', about = '', when = '' } = attributesOf(tag.replace(/^<\/?[\w.-]+|\/?>$/g, ''));
  return ` ${[title, about, when].join(' ')} `;
}

/** The text with every tag replaced by what a reader sees of it. */
export function visibleText(body: string): string {
  return body.replace(TAG, (tag) => visibleOfTag(tag));
}
