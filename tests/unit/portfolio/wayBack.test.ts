import { describe, expect, test } from 'vitest';
import { wayBack } from '#src/domain/portfolio/wayBack.ts';

const NOBODY = { id: 'somebody', roles: [], assessorOf: [], externalOf: [] };
const AMARA = { traineeId: 'amara', traineeName: 'Amara Okafor' };

describe('from a piece of evidence everybody finds the way back to where they came from', () => {
  test.each([
    ['the trainee, to her portfolio', { id: 'amara', roles: ['trainee'] }, '/portfolio', 'Portfolio'],
    [
      'her assessor, to her page',
      { roles: ['assessor'], assessorOf: ['amara'] },
      '/assess/trainees/amara',
      'Amara Okafor',
    ],
    ['a quality assurer, to her sample', { roles: ['verifier'] }, '/quality/trainees/amara', 'Amara Okafor'],
    [
      'somebody from outside, to the sample',
      { roles: ['external'], externalOf: ['amara-more-2-1'] },
      '/',
      'Your sample',
    ],
    ['her tutor, to the page about her', { roles: ['tutor'] }, '/trainees/amara', 'Amara Okafor'],
    [
      'an assessor of others who is her tutor',
      { roles: ['assessor', 'tutor'], assessorOf: ['tom'] },
      '/trainees/amara',
      'Amara Okafor',
    ],
  ] as const)('%s', (_who, reader, href, text) => {
    expect(wayBack({ ...NOBODY, ...reader }, AMARA)).toEqual({ href, text });
  });
});
