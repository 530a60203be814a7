import { deleteUpdateWithWhere } from '../../../scripts/lint/deleteUpdateWithWhere.mjs';
import { onTypeScript } from './ruleTester.ts';

const noWhere = [{ messageId: 'noWhere' }];
const noSqlWhere = [{ messageId: 'noSqlWhere' }];
const schema = "import { sessions } from '#db/schema/accounts.ts';";

onTypeScript.run('a delete or an update says which rows it means', deleteUpdateWithWhere, {
  valid: [
    { name: 'a delete with a condition', code: 'await tx.delete(sessions).where(eq(sessions.id, id));' },
    {
      name: 'an update with a condition',
      code: 'tx.update(people).set({ name }).where(eq(people.id, id)).returning();',
    },
    { name: 'taking a key out of a map', code: 'const waiting = new Map(); waiting.delete(key);' },
    { name: 'taking a field out of a form', code: "form.delete('password');" },
    { name: 'feeding a hash', code: "createHash('sha256').update(body).digest('hex');" },
    { name: 'a statement with its own condition', code: 'sql`delete from ${sessions} where id = ${id}`;' },
    {
      name: 'a sentence that only sounds like one',
      code: "const hint = 'Delete from your draft what names a person.';",
    },
  ],
  invalid: [
    { name: 'a delete of everything', code: 'await tx.delete(sessions);', errors: noWhere },
    { name: 'a delete on a field that holds a connection', code: 'this.db.delete(sessions);', errors: noWhere },
    { name: 'an update of everything', code: 'await tx.update(people).set({ name });', errors: noWhere },
    {
      name: 'an update under any name',
      code: 'await anything.update(people).set({ name }).returning();',
      errors: noWhere,
    },
    {
      name: 'a delete from a table under any name',
      code: `${schema} await anything.delete(sessions);`,
      errors: noWhere,
    },
    { name: 'a condition that is nothing', code: 'await tx.delete(sessions).where(undefined);', errors: noWhere },
    { name: 'a condition made of no conditions', code: 'await tx.delete(sessions).where(and());', errors: noWhere },
    {
      name: 'a condition on another query inside',
      code: 'await tx.update(a).set({ b: tx.select().where(c) });',
      errors: noWhere,
    },
    { name: 'a statement as a template', code: 'await tx.run(sql`delete from ${sessions}`);', errors: noSqlWhere },
    { name: 'a statement as text', code: "await client.execute('UPDATE people SET name = NULL');", errors: noSqlWhere },
  ],
});
