import { expect, test } from 'vitest';
import { interrupts } from '#src/domain/modules/interruption.ts';
import { did } from './parole.ts';

const distressing = { contentNote: 'It speaks of harm to a child.' };

test.each([
  ['a distressing module that she has not opened stops her first', distressing, did({}), true],
  ['one that she went on with once does not', distressing, did({ opened: true }), false],
  ['one with a tick does not', distressing, did({ ticked: ['the-question'] }), false],
  ['one whose check she answered does not', distressing, did({ correct: 1 }), false],
  ['one that is done does not', distressing, did({ completed: true }), false],
  ['a module without a content note never does', { contentNote: null }, did({}), false],
])('%s', (_story, module, facts, expected) => {
  expect(interrupts(module, facts)).toBe(expected);
});
