import { randomUUID } from 'node:crypto';
import { DEMO_COHORTS, DEMO_PASSWORD } from '#db/demo/people.ts';
import { PEOPLE_COLUMNS } from '#src/domain/people/columns.ts';
import { signIn } from './portal.ts';

/** A year of trainees, with those who assess and manage them. */
const ROWS = 2600;
const CARERS = 40;
/** Everything wrong in a file is to be told within this, and a file is to be in within that. */
const AIMS_MS = { errors: 2000, import: 10_000 } as const;
const PAGE = '/admin/people/import';

function rowOf(index: number, route: string): string {
  const [carer, email] = [index % CARERS, `bench-${String(index)}@bench.example`];
  if (index < CARERS) return `${email},Bench Assessor,assessor | manager,,,,,,,,`;
  const assessor = `bench-${String(carer)}@bench.example`;
  const manager = `bench-${String((carer + 1) % CARERS)}@bench.example`;
  return `${email},Bench Trainee,trainee,"${DEMO_COHORTS[0].name}",${route},2026-11-02,37,${assessor},${manager},,en`;
}

const fileOf = (route: string): string =>
  [PEOPLE_COLUMNS.join(','), ...Array.from({ length: ROWS }, (_none, index) => rowOf(index, route))].join('\n');

interface Sender {
  readonly url: string;
  readonly cookie: string;
}

function send({ url, cookie }: Sender, path: string, body: FormData | URLSearchParams) {
  return fetch(`${url}${path}`, { method: 'POST', body, headers: { origin: url, cookie }, redirect: 'manual' });
}

/** Sends a file and gives back the answer. */
async function sendFile(sender: Sender, id: string, text: string): Promise<Response> {
  const form = new FormData();
  form.set('id', id);
  form.set('file', new File([text], 'people.csv', { type: 'text/csv' }));
  const answer = await send(sender, PAGE, form);
  await answer.clone().text();
  return answer;
}

async function untilOver({ url, cookie }: Sender, id: string): Promise<void> {
  const answer = await fetch(`${url}${PAGE}/${id}/progress`, { headers: { cookie } });
  const { isOver } = (await answer.json()) as { isOver: boolean };
  if (!isOver) return untilOver({ url, cookie }, id);
}

function told(what: string, ms: number, aimMs: number): string {
  return `Import of ${ROWS} rows: ${what} ${(ms / 1000).toFixed(2)} s (aim ${(aimMs / 1000).toFixed(0)} s)`;
}

/** How long the portal takes to tell everything wrong in a file, and to read and bring in one that is right. Throws where it does not. */
export async function measureImport(url: string): Promise<string> {
  const sender = { url, cookie: await signIn(url, 'harvey') };
  const id = randomUUID();
  const began = performance.now();
  const wrong = await sendFile(sender, randomUUID(), fileOf('no-such-route'));
  const errors = performance.now() - began;
  const right = await sendFile(sender, id, fileOf('standard-15'));
  const confirm = await send(
    sender,
    `${PAGE}/${id}?_action=imports.bringIn`,
    new URLSearchParams({ id, password: DEMO_PASSWORD }),
  );
  const cookie =
    confirm.headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; ') || sender.cookie;
  await untilOver({ url, cookie }, id);
  const whole = performance.now() - began - errors;
  const statuses = [wrong.status, right.status, confirm.status].join(', ');
  if (statuses !== '422, 303, 303') throw new Error(`The import answered ${statuses}.`);
  return [
    told('everything that is wrong in', errors, AIMS_MS.errors),
    told('read and brought in', whole, AIMS_MS.import),
  ].join('\n');
}
