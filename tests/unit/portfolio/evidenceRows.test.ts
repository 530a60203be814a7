import { describe, expect, test } from 'vitest';
import { handedInHtml, handedInRows, withoutDone } from '#src/components/portfolio/evidenceRows.ts';
import { ONE } from './lines.ts';
import { look, snapshot } from './snapshots.ts';

const accepted = (count: number) =>
  Array.from({ length: count }, (_, at) =>
    snapshot({ id: `done-${String(at)}`, evidenceId: `done-${String(at)}`, assessment: look('to_sign') }),
  );
const rowsOf = (submissions: Parameters<typeof handedInRows>[0]) => handedInRows(submissions, ONE);

describe('what a trainee handed in, as others see it', () => {
  test('is the newest of each piece that was not taken back and that both have signed where both sign', () => {
    const rows = rowsOf([
      snapshot({ id: 'one-1', evidenceId: 'one', number: 1, isNewest: false }),
      snapshot({ id: 'one-2', evidenceId: 'one', number: 2, withdrawnAt: new Date(0) }),
      snapshot({ id: 'two-1', evidenceId: 'two', number: 1, isNewest: false }),
      snapshot({ id: 'two-2', evidenceId: 'two', number: 2 }),
      snapshot({ id: 'three-1', evidenceId: 'three', awaitsSignatures: true }),
    ]);
    expect(rows.map(({ submission }) => submission.id)).toEqual(['one-1', 'two-2']);
  });

  test('leaves out what is accepted once there are more than eight of it, and counts them', () => {
    const waiting = snapshot({ id: 'waits', evidenceId: 'waits' });
    expect(withoutDone(rowsOf([...accepted(8), waiting]))).toMatchObject({ left: 0 });
    const { shown, left } = withoutDone(rowsOf([...accepted(9), waiting]));
    expect([shown.map(({ submission }) => submission.id), left]).toEqual([['waits'], 9]);
  });

  test('stands as text, whatever its title is, with its kind, its criteria and the day', () => {
    const rows = rowsOf([
      snapshot({ title: '<i>Title</i>', claims: ['3.2', '4.6'] }),
      snapshot({ id: 'gone-1', evidenceId: 'gone', title: '' }),
    ]);
    const html = handedInHtml(rows, { qualifications: ONE, today: '2026-11-22' }).text;
    expect(html).toContain('<a href="/portfolio/evidence/account">&lt;i&gt;Title&lt;/i&gt;</a>');
    expect(html).toContain('Its words were removed');
    expect(html.replaceAll(/\s+/g, ' ')).toContain('Reflective account, criteria 3.2, 4.6');
    expect(html).toContain('Handed in on 16 November. Waiting for 6 days.');
  });
});
