import { describe, expect, test } from 'vitest';
import { currentMark, navigationFor } from '#src/components/layout/navigation.ts';
import { authoriseRoute } from '#src/domain/access/routes.ts';
import { type Role, ROLES } from '#src/domain/access/roles.ts';
import { aViewer } from '../../support/viewer.ts';

const textsFor = (...roles: Role[]) => navigationFor(roles).map(({ text }) => text);

describe('the links at the top', () => {
  test.each<[string, Role[], string[]]>([
    [
      'a trainee',
      ['trainee'],
      [
        'Home',
        'Week',
        'Modules',
        'Progress',
        'Portfolio',
        'Caseload',
        'Study time',
        'Placements',
        'Supervision',
        'Peer sessions',
      ],
    ],
    ['a practice tutor', ['tutor'], ['Home', 'Cohorts', 'Modules']],
    ['a practice assessor', ['assessor'], ['Home', 'To assess', 'Modules']],
    ['a line manager', ['manager'], ['Home', 'Caseload', 'Modules']],
    ['a quality assurer', ['verifier'], ['Home', 'Quality', 'Modules']],
    ['a quality assurer from outside', ['external'], ['Home']],
    ['an administrator', ['admin'], ['Home', 'Programme', 'Modules']],
    ['who has two roles, each link once', ['manager', 'tutor'], ['Home', 'Cohorts', 'Modules', 'Caseload']],
    ['who has no role', [], []],
  ])('%s', (_story, roles, expected) => {
    expect(textsFor(...roles)).toEqual(expected);
  });

  test.each(ROLES)('lead somebody with the role %s nowhere that she may not go', (role) => {
    const viewer = aViewer('anna', { roles: [role] });
    const links = navigationFor([role]);
    expect(links.length).toBeGreaterThan(0);
    for (const { href } of links) expect(() => authoriseRoute(viewer, href)).not.toThrow();
  });
});

describe('which link is where she is', () => {
  test.each([
    ['the page itself', '/modules', '/modules', undefined, 'page'],
    ['a page below it', '/modules', '/modules/parole-recall', undefined, 'true'],
    ['a page that only begins with the same letters', '/module', '/modules', undefined, undefined],
    ['home is not the section of everything', '/', '/modules', undefined, undefined],
    ['home itself', '/', '/', undefined, 'page'],
    ['a page that says which section it belongs to', '/cohorts', '/trainees/amara', '/cohorts', 'true'],
    ['and to no other', '/modules', '/modules/parole-recall', '/cohorts', undefined],
  ])('%s', (_story, href, path, section, expected) => {
    expect(currentMark(href, path, section)).toBe(expected);
  });
});
