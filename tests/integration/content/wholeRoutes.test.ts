import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { loadContent } from '#src/server/content.ts';
import { addNewcomers, NEWCOMERS } from '../../support/newcomers.ts';
import type { PortalClient } from '../../support/portalClient.ts';
import { servedPortal } from '../../support/servedPortal.ts';

const portal = servedPortal({ prepare: addNewcomers });
const content = loadContent(new URL('../../../', import.meta.url));

/** The 15-month route is walked in a browser: tests/e2e/whole-programme.spec.ts. */
test.each(['standard-21', 'part-time-30'] as const)(
  'without a script a trainee goes from the first module of %s to the last, each leading to the next',
  async (routeId) => {
    const { modules, routes } = await content;
    const plan = routes.find(({ id }) => id === routeId)!.modules.toSorted((one, other) => one.week - other.week);
    expect(plan).toHaveLength(24);
    const titleOf = (moduleId: string) => modules.find(({ id }) => id === moduleId)!.title;
    const { id: person } = NEWCOMERS[routeId];
    const trainee = await portal().signIn(person);
    for (const [index, { moduleId }] of plan.entries()) {
      const done = await workThrough(trainee, moduleId);
      const next = plan[index + 1];
      expect(done, moduleId).toContain(
        next ? `Next: ${titleOf(next.moduleId)}` : 'That was the last module there is on your route for now.',
      );
      if (next) expect(done).toContain(`href="/modules/${next.moduleId}"`);
    }
    const sql = 'select count(*) as done from module_completions where trainee_id = ?';
    expect(portal().rows(sql, person)).toEqual([{ done: 24 }]);
  },
);

/** Reads, ticks and answers a module with the forms that stand on its pages; gives its "done" page. */
async function workThrough(trainee: PortalClient, moduleId: string): Promise<string> {
  const { modules, checks } = await content;
  const { sections, checkId } = modules.find(({ id }) => id === moduleId)!;
  const page = await pageOf(trainee, `/modules/${moduleId}`);
  for (const { id: sectionId } of sections) {
    expect(page).toContain(`name="sectionId" value="${sectionId}"`);
    const tick = { moduleId, sectionId, ticked: 'yes' };
    expect((await trainee.post(`/modules/${moduleId}?_action=progress.tick`, tick)).status).toBe(303);
  }
  const { questions } = checks.get(checkId)!;
  const right = questions.map(({ id, options }) => [id, options.filter(({ correct }) => correct).map((one) => one.id)]);
  const sent = { attemptId: randomUUID(), moduleId, ...(Object.fromEntries(right) as Record<string, string[]>) };
  const answer = await trainee.post(`/modules/${moduleId}/check?_action=checks.submit`, sent);
  expect([answer.status, answer.location]).toEqual([303, `/modules/${moduleId}/done`]);
  return (await trainee.get(answer.location ?? '')).text;
}

/** The module itself, behind the page that some have in front, which says what is in them. */
async function pageOf(trainee: PortalClient, address: string): Promise<string> {
  const { status, text, location } = await trainee.get(address);
  expect([200, 303], address).toContain(status);
  const onwards = location ?? /href="([^"]+\?begin=yes)"/.exec(text)?.[1];
  return onwards ? pageOf(trainee, onwards) : text;
}
