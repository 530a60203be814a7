import { randomUUID } from 'node:crypto';
import { openDatabase } from '#db/client.ts';
import { people, personRoles } from '#db/schema/index.ts';

/**
 * Writes a thousand people with a role each, ten at a time, and prints each id when, and only when, its write was acknowledged.
 * A line to a pipe is out when `write` returns, so nothing printed is lost when the process is killed.
 */
const database = await openDatabase({ url: process.argv[2] ?? '' });
let left = 1000;

async function writer(): Promise<void> {
  while (left > 0) {
    left -= 1;
    const id = randomUUID();
    await database.write(async (tx) => {
      await tx.insert(people).values({ id, email: `${id}@pqip.example`, name: 'Tom Hughes', createdAt: new Date() });
      await tx.insert(personRoles).values({ personId: id, role: 'trainee' });
    });
    process.stdout.write(`${id}\n`);
  }
}

await Promise.all(Array.from({ length: 10 }, writer));
await database.close();
process.stdout.write('done\n');
