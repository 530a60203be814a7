import { describe, expect, test } from 'vitest';
import { ROUTES } from '#src/domain/access/routes.ts';
import { accessGaps } from '../../security/access/gaps.ts';
import { listActions, listPageFiles } from '../../security/access/inventory.ts';
import { accessRows } from '../../security/access/rows.ts';

describe('the access table knows every page and every action', () => {
  test('there is something to know', () => {
    expect(listPageFiles().length).toBeGreaterThan(25);
    expect(listActions().length).toBeGreaterThan(15);
  });

  test('nothing exists without a row, and no row without a page or an action', () => {
    expect(accessGaps()).toEqual([]);
  });

  test('a page, an action or a row too many is told by its name', () => {
    const row = (kind: 'page' | 'action', name: string) => ({ kind, name });
    const rows = [
      row('page', 'GET /old'),
      row('page', 'GET /_image'),
      row('action', 'old.act'),
      row('page', 'GET /twice'),
      row('page', 'GET /twice'),
    ];
    expect(accessGaps({ pages: ['GET /new', 'GET /twice'], actions: ['new.act'], rows })).toEqual([
      'GET /new exists and has no row in tests/security/access/table.ts',
      'The action new.act exists and has no row in tests/security/access/table.ts',
      'GET /old has a row in the access table, and no file under src/pages',
      'old.act has a row in the access table, and no action under src/actions',
      'GET /twice has two rows in the access table',
    ]);
  });

  test('a table whose line does not fit its heads is refused', () => {
    const [heads = '', relations = ''] = [
      '| page or file route | out | none | trainee | tutor | assessor | manager | verifier | admin | external | several |',
    ];
    expect(() => accessRows(`${heads}\n| GET /x | 200 | 200 |${relations}`)).toThrow('"GET /x" has 2 columns');
    expect(() =>
      accessRows(`${heads}\n| GET /x | 200 | 200 | 200 200 | 200 | 200 | 200 | 200 | 200 | 200 | 200 |`),
    ).toThrow('says 2 things about trainee');
    expect(() =>
      accessRows(`${heads}\n| GET /x | yes | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 200 |`),
    ).toThrow('says yes about out');
  });
});

describe('the route ring knows every page', () => {
  test('each file under src/pages has a row in ROUTES, and each row a file', () => {
    const patterns = listPageFiles().map(({ pattern }) => pattern);
    expect(
      Object.keys(ROUTES)
        .filter((pattern) => !pattern.startsWith('/_'))
        .sort(),
    ).toEqual(patterns);
  });
});
