import { describe, expect, test } from 'vitest';
import { FILE_PROBLEMS, fileErrors, filesProblem, statusOfProblem } from '#src/domain/files/problems.ts';
import { refuseUnread } from '#src/domain/files/reading.ts';

const file = { name: 'plan.pdf', scan: 'clean', found: [], removedAt: null } as const;
const gone = new Date(0);

describe('a piece of evidence may be handed in', () => {
  test.each([
    ['without files', [], null],
    ['with a file that was scanned', [file], null],
    ['with a file where there is no scanner', [{ ...file, scan: 'not_scanned' }], null],
    [
      'not while a file waits for the scanner',
      [file, { ...file, scan: 'pending' }],
      'still waiting for the virus scanner',
    ],
    [
      'not with a file that was infected, though it is gone',
      [{ ...file, scan: 'infected', removedAt: gone }],
      'Remove it from the list',
    ],
    [
      'not with personal data nobody answered for',
      [{ ...file, found: [['postcode', 1]] }],
      'seems to hold something of a real person',
    ],
    ['with a file that waited and was removed since', [{ ...file, scan: 'pending', removedAt: gone }], null],
  ] as const)('%s', (_story, files, words) => {
    const problem = filesProblem(files);
    if (words === null) expect(problem).toBeNull();
    else expect(problem).toContain(words);
  });
});

describe('what an address says of an upload', () => {
  const errorsAt = (query: string) => fileErrors(new URL(`https://portal.example/portfolio/evidence/a${query}`));

  test('is told in the portal’s own words', () => {
    expect(errorsAt('?file-problem=empty')).toEqual({ file: FILE_PROBLEMS.empty });
  });

  test.each([
    '',
    '?file-problem=',
    '?file-problem=constructor',
    '?file-problem=Your+password+please',
    '?problem=empty',
  ])('and nothing else is: %j', (query) => {
    expect(errorsAt(query)).toEqual({});
  });
});

test('every problem is a client’s, but a full house', () => {
  const statuses = Object.keys(FILE_PROBLEMS).map((problem) => statusOfProblem(problem as keyof typeof FILE_PROBLEMS));
  expect(statuses.filter((status) => status >= 500)).toEqual([503]);
});

describe('the content of a file', () => {
  const sees = { isHers: false, decides: false, isSampleOnly: false };
  const by = (id: string) => ({ id, externalOf: [] });
  const amara = { ...sees, viewer: by('amara'), isHers: true };
  const daniel = { ...sees, viewer: by('daniel'), decides: true };
  const ruth = { ...sees, viewer: by('ruth') };
  const venetia = { ...sees, viewer: by('venetia'), isSampleOnly: true };
  const one = { id: 'one', withdrawnAt: null, awaitsSignatures: false, sampledBy: [] };
  const draft = { file, writerId: 'amara', snapshots: [] };
  const handedIn = { ...draft, snapshots: [one] };
  const takenBack = { ...draft, snapshots: [{ ...one, withdrawnAt: gone }] };
  const unsigned = { ...draft, writerId: 'daniel', snapshots: [{ ...one, awaitsSignatures: true }] };

  test.each([
    ['of a draft is read by its writer', amara, draft, null],
    ['of a draft is read by nobody else', daniel, draft, 'not_found'],
    ['of a record is read by the assessor who writes it', daniel, { ...draft, writerId: 'daniel' }, null],
    [
      'of a record that is being written is not read by the trainee',
      amara,
      { ...draft, writerId: 'daniel' },
      'not_found',
    ],
    ['that was handed in is read by those who may read the evidence', daniel, handedIn, null],
    ['that was taken back is read by its writer', amara, takenBack, null],
    ['that was taken back is not read by the assessor any more', daniel, takenBack, 'not_found'],
    [
      'that was taken back and handed in again is',
      daniel,
      { ...takenBack, snapshots: [...takenBack.snapshots, one] },
      null,
    ],
    ['of a record that waits for a signature is read by the trainee', amara, unsigned, null],
    ['of a record that waits for a signature is not read by the tutor', ruth, unsigned, 'not_found'],
    ['of another version than the one in her sample is not read by a quality assurer', venetia, handedIn, 'not_found'],
    [
      'that waits for the scanner is read by nobody',
      amara,
      { ...draft, file: { ...file, scan: 'pending' } },
      'conflict',
    ],
    ['that was infected is not there', amara, { ...draft, file: { ...file, scan: 'infected' } }, 'not_found'],
    ['that was removed is not there', daniel, { ...handedIn, file: { ...file, removedAt: gone } }, 'not_found'],
  ] as const)('%s', (_story, reading, subject, code) => {
    const asking = () => refuseUnread(reading, subject);
    if (code === null) expect(asking).not.toThrow();
    else expect(asking).toThrow(expect.objectContaining({ code }));
  });
});
