import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { beforeAll, expect, test } from 'vitest';
import { addDays, addMonths } from '#src/domain/calendar.ts';
import { addPerson, inserter } from '../../support/demoRecords.ts';
import type { PortalClient } from '../../support/portalClient.ts';
import { servedPortal } from '../../support/servedPortal.ts';

const TODAY = new Date().toLocaleDateString('en-CA', { timeZone: 'Europe/London' });

/** Delyth works 22.2 hours a week and is in month 20 of 30; Kerry is her manager. */
function prepare(database: DatabaseSync): void {
  const insert = inserter(database);
  const startedOn = addDays(addMonths(TODAY, -19), -3);
  addPerson(database, { id: 'delyth', name: 'Delyth Madeup' });
  insert('person_roles', { person_id: 'delyth', role: 'trainee' });
  insert('enrolments', {
    trainee_id: 'delyth',
    route_id: 'part-time-30',
    started_on: startedOn,
    hours_per_week: 22.2,
  });
  insert('assignments', {
    id: 'kerry-delyth',
    kind: 'manager',
    person_id: 'kerry',
    trainee_id: 'delyth',
    starts_on: startedOn,
    ends_on: null,
  });
}

const portal = servedPortal({ prepare });
let kerry: PortalClient;
let delyth: PortalClient;
beforeAll(async () => {
  kerry = await portal().signIn('kerry');
  delyth = await portal().signIn('delyth');
});

const plain = (html: string) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

test('in months 18 to 30 the manager is asked for a reduction, sets it, and the limit is hers', async () => {
  const before = plain((await kerry.get('/caseload')).text);
  expect(before).toContain('No limit is set');
  expect(before).toContain('Set the hours taken off for Delyth Madeup');
  expect(plain((await delyth.get('/caseload')).text)).toContain(
    'No reduction is published for this part of the programme',
  );

  const page = '/caseload/reductions/delyth?reason=stage';
  expect(plain((await kerry.get(page)).text)).toContain('At most 100% of 22.2 contracted hours');
  const typed = { reductionId: randomUUID(), traineeId: 'delyth', reasonId: 'stage', startsOn: TODAY, lastDay: '' };
  const send = (hours: string) => kerry.post(`${page}&_action=caseload.reduce`, { ...typed, hours });
  expect((await send('22.3')).status).toBe(400);
  expect((await send('4.44')).status).toBe(303);

  // 20% of 22.2 hours is 4.44; 17.76 hours are left: 2176 x 17.76 / 37 = 1044.48.
  expect(plain((await delyth.get('/caseload')).text)).toContain(
    'Your caseload is within its limit: 1044 points available, 0 used',
  );
  expect(plain((await kerry.get('/caseload')).text)).not.toContain('Set the hours taken off for Delyth Madeup');
});
