import { optionsFrom, type Command } from './command.ts';
import { databaseChecks } from './doctor/databaseChecks.ts';
import { folderChecks } from './doctor/folderChecks.ts';
import { keyChecks } from './doctor/keyChecks.ts';
import { ledgerChecks } from './doctor/ledgerChecks.ts';
import { mailChecks } from './doctor/mailChecks.ts';
import { good, type Sign } from './doctor/sign.ts';
import { placesFrom } from './places.ts';

export const doctor: Command = {
  name: 'doctor',
  usage: 'doctor [--database URL] [--anchors DIR]',
  summary:
    'Looks at everything the portal stands on and says what is not right. Changes nothing; the portal may be running.',
  run: async (args) => {
    const places = placesFrom(process.env, optionsFrom(args, ['database', 'anchors']));
    const signs = [
      good(`Node ${process.versions.node} on ${process.platform}-${process.arch}`),
      ...(await databaseChecks(places)),
      ...(await ledgerChecks(places)),
      ...(await keyChecks(places)),
      ...(await folderChecks(places)),
      ...(await mailChecks(process.env)),
    ];
    return print(signs);
  },
};

function print(signs: readonly Sign[]): number {
  for (const { state, words } of signs) console.log(`${state.padEnd(8)} ${words}`);
  const problems = signs.filter(({ state }) => state === 'problem').length;
  console.log(problems === 0 ? 'All is well.' : `${problems === 1 ? 'One problem' : `${problems} problems`}.`);
  return problems === 0 ? 0 : 1;
}
