import { afterEach, beforeEach, expect, vi } from 'vitest';

/**
 * Console output that no test asked for fails the test. A test that expects some silences it itself:
 * `vi.spyOn(console, 'error').mockImplementation(() => {})`, and says what it expects of the call.
 */
const METHODS = ['log', 'info', 'warn', 'error', 'debug'] as const;
let said: string[] = [];

beforeEach(() => {
  said = [];
  for (const method of METHODS) {
    vi.spyOn(console, method).mockImplementation((...words: unknown[]) => {
      said.push(`console.${method}: ${words.map(String).join(' ')}`);
    });
  }
});

afterEach(() => {
  expect(said, 'a test said something on the console that nobody asked for').toEqual([]);
});
