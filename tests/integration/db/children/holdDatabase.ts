import { openDatabase } from '#db/client.ts';

/** Opens the database named in the first argument, says so, and holds it until its standard input ends. Says why where it cannot. */
try {
  const database = await openDatabase({ url: process.argv[2] ?? '' });
  process.stdout.write('open\n');
  for await (const _line of process.stdin);
  await database.close();
} catch (error) {
  process.stdout.write(`${error instanceof Error ? `${error.name}: ${error.message}` : String(error)}\n`);
  process.exitCode = 1;
}
