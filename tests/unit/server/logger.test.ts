import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Writable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { describeText } from '#src/server/http/astroLog.ts';
import { createLogger, describeError } from '#src/server/logger.ts';

describe('what the log keeps of an error', () => {
  test('the kind, the code and the place', () => {
    const error = Object.assign(new TypeError('No such module'), { code: 'E_MODULE' });
    const kept = describeError(error);
    expect(kept).toMatchObject({ type: 'TypeError', code: 'E_MODULE', message: 'No such module' });
    expect(kept.at[0]).toContain('logger.test.ts');
  });

  test('not the values of a query', () => {
    const kept = describeError(
      new Error('Failed query: select * from people where email = ?\nparams: amara@pqip.example,secret'),
    );
    expect(kept.message).toBe('Failed query: select * from people where email = ?');
    expect(JSON.stringify(kept)).not.toContain('secret');
  });

  test('not the text a parser choked on', () => {
    const choked = () => JSON.parse('My reflection on Thursday') as unknown;
    let kept = '';
    try {
      choked();
    } catch (error) {
      kept = JSON.stringify(describeError(error));
    }
    expect(kept).toContain('SyntaxError');
    expect(kept).not.toContain('reflection');
  });

  test('no e-mail address', () => {
    expect(describeError(new Error('No person amara@pqip.example here')).message).toBe('No person [address] here');
  });

  test('its causes, but no endless chain of them', () => {
    const error = new Error('outer');
    error.cause = error;
    expect(describeError(error).cause?.cause?.cause?.message).toBe('outer');
    expect(describeError(error).cause?.cause?.cause?.cause).toBeUndefined();
  });

  test('that something else was thrown, without showing it', () => {
    expect(describeError('amara@pqip.example')).toEqual({ type: 'string', message: 'not an error object', at: [] });
  });

  test('of what Astro reports as text: the kind and the place alone', () => {
    const kept = describeText('Error: No person amara@pqip.example\n    at page (file:///srv/page.mjs:7:8)');
    expect(kept).toEqual({ type: 'Error', at: ['at page (file:///srv/page.mjs:7:8)'] });
  });
});

test('a log line is JSON with the time in UTC, and an error in it is described', () => {
  const lines: string[] = [];
  const destination = new Writable({ write: (line: Buffer, _encoding, done) => (lines.push(line.toString()), done()) });
  createLogger({ destination }).error({ id: 'r1', err: new Error('no') }, 'a page could not be made');
  const line = JSON.parse(lines[0] ?? '') as Record<string, unknown>;
  expect(line).toMatchObject({
    level: 'error',
    id: 'r1',
    msg: 'a page could not be made',
    err: { type: 'Error', message: 'no' },
  });
  expect(line['time']).toMatch(/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/u);
  expect(Object.keys(line).sort()).toEqual(['err', 'id', 'level', 'msg', 'time']);
});

describe('a process that ends while lines wait to be written', () => {
  const LINES = 2000;
  /** Logs when it is asked to stop, and ends as the portal does. */
  const SCRIPT = `
    const { closeLog, createLogger } = await import('#src/server/logger.ts');
    const log = createLogger();
    process.once('SIGTERM', () => {
      for (let line = 0; line < ${String(LINES)}; line += 1) log.info({ text: 'x'.repeat(200) }, 'more');
      void closeLog(log, 1000).then(() => process.exit());
    });
    setInterval(() => {}, 1000);
    process.stderr.write('ready');`;
  const started = async () => {
    const child = spawn(process.execPath, ['--input-type=module', '-e', SCRIPT], { stdio: ['ignore', 'pipe', 'pipe'] });
    await once(child.stderr, 'data');
    return child;
  };

  test('writes them all for whoever reads', async () => {
    const child = await started();
    let written = '';
    child.stdout.setEncoding('utf8').on('data', (part: string) => (written += part));
    child.kill('SIGTERM');
    await once(child, 'close');
    expect(written.trimEnd().split('\n')).toHaveLength(LINES);
  });

  test('ends all the same where whoever read them is gone', async () => {
    const child = await started();
    child.stdout.destroy();
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
  });
});
