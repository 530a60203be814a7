import { describe, expect, test } from 'vitest';
import { type PeerFormatFile, peerFormatSchema } from '#src/domain/peerSessions/formatSchema.ts';
import { PEER_FORMATS } from '#src/domain/peerSessions/words.ts';
import { loadContent } from '#src/server/content.ts';
import { peerFormatProblems } from '#src/server/content/peerFormatRules.ts';

const content = await loadContent(new URL('../../../', import.meta.url));
const MODULES = new Set(content.modules.map(({ id }) => id));
const filed = (value: PeerFormatFile, name = value.id.replaceAll('_', '-')) => ({
  ...{ file: `src/content/peer-sessions/${name}.json`, name, value },
  lineOf: () => 1,
});
const all = content.peerFormats.map((format) => filed(format));
const wrong = (change: Partial<PeerFormatFile>, name?: string) => {
  const [first, ...others] = content.peerFormats;
  if (!first) throw new Error('There is no format at all.');
  const given = [
    filed({ ...first, ...change }, name ?? first.id.replaceAll('_', '-')),
    ...others.map((one) => filed(one)),
  ];
  return peerFormatProblems(given, MODULES).map(({ field }) => field);
};

describe('the formats of peer sessions', () => {
  test('all five are there, in their order, each with steps, roles and a checklist', () => {
    expect(content.peerFormats.map(({ id }) => id)).toEqual([...PEER_FORMATS]);
    expect(peerFormatProblems(all, MODULES)).toEqual([]);
  });

  test('every format asks for an aim and a content note, and ends with one thing each', () => {
    for (const { preparation, steps, id } of content.peerFormats) {
      const asked = preparation.map((entry) => entry.id);
      expect(asked, id).toEqual(expect.arrayContaining(['aim', 'content-note']));
      expect(
        steps.slice(-2).some(({ wall, title }) => /one thing|differently/i.test(wall + title)),
        id,
      ).toBe(true);
    }
  });

  test('what belongs to the leader alone is not on the wall', () => {
    for (const { steps } of content.peerFormats)
      for (const { wall, leader } of steps) expect(wall).not.toContain(leader);
  });

  test.each([
    ['minutes that do not add up', { minutes: 59 }, 'minutes'],
    ['a module that is not there', { moduleId: 'no-such-module' }, 'moduleId'],
    ['a host without a guest', { hasGuest: true }, 'roles'],
    ['a checklist in no order', { preparation: content.peerFormats[0]?.preparation.toReversed() ?? [] }, 'preparation'],
    ['roles without the leader first', { roles: content.peerFormats[0]?.roles.toReversed() ?? [] }, 'roles.0.role'],
  ])('%s is told', (_story, change, field) => {
    expect(wrong(change)).toContain(field);
  });

  test('a file that is called something else, and one that is missing, are told', () => {
    expect(wrong({}, 'something-else')).toContain('id');
    expect(peerFormatProblems(all.slice(1), MODULES).map(({ file }) => file)).toEqual([
      'src/content/peer-sessions/case-discussion.json',
    ]);
  });

  test('a role or a format that nobody knows is refused', () => {
    const [first] = content.peerFormats;
    expect(peerFormatSchema.safeParse({ ...first, id: 'lecture' }).success).toBe(false);
    expect(peerFormatSchema.safeParse({ ...first, extra: 'yes' }).success).toBe(false);
  });
});
