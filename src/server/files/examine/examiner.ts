import { writeFile } from 'node:fs/promises';
import { examineFile, type Question } from './examineFile.ts';

/** The process that looks at one file: the question comes as an argument, the answer goes to standard output as one line of JSON. */
const question = JSON.parse(process.argv[2] ?? '') as Question;
// Where memory runs short the system ends this process first and never the portal. Only Linux knows the file.
await writeFile('/proc/self/oom_score_adj', '1000').catch(() => undefined);
const answer = await examineFile(question);
process.stdout.write(`${JSON.stringify(answer)}\n`, () => process.exit(0));
