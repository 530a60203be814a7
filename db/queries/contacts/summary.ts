import { type SQL, sql } from 'drizzle-orm';
import type { ContactFacts } from '#src/domain/contacts/log.ts';

/** The day of the last contact, and the days of open actions, as JSON of one trainee: for a query that reads her anyway. */
export const contactFactsOf = (trainee: SQL): SQL<string> => sql<string>`(select json_object(
  'lastOn', (select max(c.happened_on) from contacts c where c.trainee_id = ${trainee}),
  'due', (select json_group_array(a.due_on) from contact_actions a where a.trainee_id = ${trainee}
    and not exists (select 1 from contact_action_ends e where e.action_id = a.id))))`;

export const readContactFacts = (json: string): ContactFacts => JSON.parse(json) as ContactFacts;
