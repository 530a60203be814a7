import { sql } from 'drizzle-orm';
import type { Reader } from '#db/client.ts';
import { londonDay } from '#src/domain/calendar.ts';
import type { ListName } from '#src/domain/people/lists.ts';

/** An instant stands as an object, so that it becomes a day in London. */
type Cell = string | number | null | { readonly at: number | null };

const instant = (column: string) => sql.raw(`json_object('at', ${column})`);
const carers = (kind: string, day: string) => sql`(select group_concat(email, ' | ') from (
  select distinct c.email from assignments g join people c on c.id = g.person_id
  where g.trainee_id = p.id and g.kind = ${kind} and (g.ends_on is null or g.ends_on > ${day}) order by c.email))`;
const roles = sql`(select group_concat(role, ' | ') from (select r.role from person_roles r where r.person_id = p.id order by r.role))`;

/** The list of people in the columns of a file that is brought in: see src/domain/people/columns.ts. */
const peopleList = (day: string) => sql`
  select json_array(p.email, p.name, ${roles},
    (select c.name from cohort_memberships m join cohorts c on c.id = m.cohort_id where m.trainee_id = p.id and m.left_on is null),
    e.route_id, e.started_on, e.hours_per_week, ${carers('assessor', day)}, ${carers('manager', day)},
    (select group_concat(name, ' | ') from (select distinct c.name from assignments g join cohorts c on c.id = g.cohort_id
      where g.person_id = p.id and g.kind = 'tutor' and g.covers_id is null and (g.ends_on is null or g.ends_on > ${day}) order by c.name)),
    p.language) as row
  from people p left join enrolments e on e.trainee_id = p.id
  where p.disabled_at is null and exists (select 1 from person_roles r where r.person_id = p.id) order by p.email`;

const LIST_QUERIES: Readonly<Record<ListName, (day: string) => ReturnType<typeof sql>>> = {
  people: peopleList,
  accounts: () => sql`
    select json_array(p.email, p.name, ${roles},
      case when p.disabled_at is not null then 'switched off' when p.password_hash is null then 'no password yet' else 'can sign in' end,
      ${instant('p.created_at')}, ${instant('p.last_seen_at')}) as row
    from people p order by p.email`,
  assignments: () => sql`
    select json_array(g.kind, p.email, p.name, c.name, t.email, t.name, g.starts_on, g.ends_on, v.email) as row
    from assignments g join people p on p.id = g.person_id left join cohorts c on c.id = g.cohort_id
      left join people t on t.id = g.trainee_id left join people v on v.id = g.covers_id
    order by g.kind, p.email, g.starts_on, g.id`,
  cohorts: () => sql`
    select json_array(c.name, c.region, c.starts_on, c.closed_on,
      (select count(*) from cohort_memberships m where m.cohort_id = c.id and m.left_on is null)) as row
    from cohorts c order by c.starts_on, c.name`,
  memberships: () => sql`
    select json_array(p.email, p.name, c.name, m.joined_on, m.left_on) as row
    from cohort_memberships m join people p on p.id = m.trainee_id join cohorts c on c.id = m.cohort_id
    order by p.email, m.joined_on, m.id`,
  enrolments: () => sql`
    select json_array(p.email, p.name, e.route_id, e.started_on, e.hours_per_week) as row
    from enrolments e join people p on p.id = e.trainee_id order by p.email`,
  endings: () => sql`
    select json_array(p.email, p.name, n.kind, n.reason, n.ended_on, ${instant('n.reopened_at')}) as row
    from programme_endings n join people p on p.id = n.trainee_id order by p.email, n.ended_on, n.id`,
};

/** All rows of a list as cells, without its heading. One query. For administrators. */
export async function listRows(db: Reader, list: ListName, day: string): Promise<string[][]> {
  const rows = await db.all<{ row: string }>(LIST_QUERIES[list](day));
  return rows.map(({ row }) => (JSON.parse(row) as Cell[]).map(cellText));
}

function cellText(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell !== 'object') return String(cell);
  return cell.at === null ? '' : londonDay(new Date(cell.at * 1000));
}
