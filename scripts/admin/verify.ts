import { shortened, verdict, type Report } from '../verify/report.ts';
import { verifyLedger } from '../verify/verifyLedger.ts';
import { optionsFrom, type Command } from './command.ts';
import { placesFrom } from './places.ts';

export const verify: Command = {
  name: 'verify',
  usage: 'verify [--anchors DIR] [--public-key FILE] [--database URL] [--made-for URL]',
  summary:
    'Checks the sign-off ledger: nothing altered, left out, put in or cut off. Only reads; the portal may be running. ' +
    '--made-for names the address the portal uses, when the database that is checked is a copy of it.',
  run: async (args) => {
    const options = optionsFrom(args, ['anchors', 'public-key', 'database', 'made-for']);
    const { databaseUrl, authToken, anchorsDir: anchors, publicKeyFile } = placesFrom(process.env, options);
    const report = await verifyLedger({ databaseUrl, authToken, anchors, publicKeyFile, madeFor: options['made-for'] });
    return printReport(report);
  },
};

/** Findings, notes and the last word, each on a line. Gives the exit code. */
export function printReport(report: Report): number {
  for (const finding of shortened(report.findings)) console.log(`Finding: ${finding}`);
  for (const note of report.notes) console.log(`Note: ${note}`);
  const { length } = report.findings;
  if (length === 0) console.log(verdict(report));
  else
    console.log(
      `Ledger NOT verified: ${length === 1 ? '1 finding' : `${length} findings`}. See docs/ledger.md, "When the alarm goes".`,
    );
  return length === 0 ? 0 : 1;
}
