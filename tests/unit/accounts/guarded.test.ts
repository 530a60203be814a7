import type { ActionAPIContext } from 'astro:actions';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Viewer } from '#src/domain/access/viewer.ts';
import { Refusal } from '#src/domain/errors.ts';
import { formErrors } from '#src/server/astro/formErrors.ts';
import { guarded } from '#src/server/astro/guarded.ts';
import { installPortal, type Portal } from '#src/server/portal.ts';
import { aViewer } from '../../support/viewer.ts';

vi.mock('astro:actions', () => import('../../../node_modules/astro/dist/actions/runtime/client.js'));

const amara = aViewer('amara', { roles: ['trainee'] });
const log = { error: vi.fn() };
const contextOf = (viewer: Viewer | null) =>
  ({ locals: { viewer, requestId: 'request-1' } }) as unknown as ActionAPIContext;
const run = vi.fn(async (_input: unknown) => 'done');

beforeEach(() => {
  // None of these is about a record that is kept.
  const database = { read: (ask: (db: object) => unknown) => ask({}) };
  installPortal({ log, database } as unknown as Portal);
  log.error.mockReset();
  run.mockReset().mockResolvedValue('done');
});

const action = (traineeId: string | null = 'amara') =>
  guarded({ ability: 'evidence.write', subject: async () => (traineeId === null ? null : { traineeId }), run });

const errorOf = (call: Promise<unknown>) =>
  call.then(
    () => null,
    (error: unknown) => error,
  );

describe('nothing runs before permission is asked', () => {
  test.each<{ story: string; viewer: Viewer | null; traineeId: string | null; expected: object }>([
    { story: 'nobody is signed in', viewer: null, traineeId: 'amara', expected: { code: 'UNAUTHORIZED', status: 401 } },
    {
      story: 'the record is somebody else’s',
      viewer: amara,
      traineeId: 'tom',
      expected: { code: 'NOT_FOUND', status: 404 },
    },
    { story: 'there is no such record', viewer: amara, traineeId: null, expected: { code: 'NOT_FOUND', status: 404 } },
  ])('$story', async ({ viewer, traineeId, expected }) => {
    expect(await errorOf(action(traineeId)({}, contextOf(viewer)))).toMatchObject(expected);
    expect(run).not.toHaveBeenCalled();
  });

  test('her own record: it runs', async () => {
    expect(await action()({ text: 'typed' }, contextOf(amara))).toBe('done');
  });

  test('text with U+0000 in it is turned away first', async () => {
    expect(await errorOf(action()({ deep: [{ text: 'a\u0000b' }] }, contextOf(amara)))).toMatchObject({
      code: 'BAD_REQUEST',
    });
    expect(run).not.toHaveBeenCalled();
  });
});

describe('what a browser is told', () => {
  test('of a refusal: its own words', async () => {
    run.mockRejectedValue(new Refusal('conflict', { words: 'Somebody was quicker.' }));
    expect(await errorOf(action()({}, contextOf(amara)))).toMatchObject({
      code: 'CONFLICT',
      status: 409,
      message: 'Somebody was quicker.',
    });
  });

  test('of a refusal about fields: what is wrong with each, also after Astro has passed it on', async () => {
    run.mockRejectedValue(new Refusal('bad_input', { fields: { startsOn: 'Choose a day after today' } }));
    const error = await errorOf(action()({}, contextOf(amara)));
    const { serializeActionResult } = await import('../../../node_modules/astro/dist/actions/runtime/server.js');
    const { deserializeActionResult } = await import('../../../node_modules/astro/dist/actions/runtime/client.js');
    const passedOn = deserializeActionResult(serializeActionResult({ data: undefined, error: error as never }));
    expect(formErrors(passedOn.error)).toEqual({ startsOn: 'Choose a day after today' });
  });

  test('of a bug: fixed words and a reference, none of what went wrong; the log has it', async () => {
    const bug = new Error('select * from people where email = amara@pqip.example');
    run.mockRejectedValue(bug);
    const error = await errorOf(action()({}, contextOf(amara)));
    expect(error).toMatchObject({
      code: 'INTERNAL_SERVER_ERROR',
      status: 500,
      message: expect.stringContaining('request-1'),
    });
    expect((error as Error).message).not.toContain('select');
    expect(log.error).toHaveBeenCalledWith({ id: 'request-1', err: bug }, 'action failed');
  });
});
