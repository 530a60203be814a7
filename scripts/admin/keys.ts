import { openKeys } from '#src/server/keys.ts';
import { Usage } from '../verify/source.ts';
import { optionsFrom, type Command } from './command.ts';

export const keys: Command = {
  name: 'keys',
  usage: 'keys --to DIR',
  summary: 'Makes the keys of a new portal in a folder; what is there already stays as it is.',
  run: async (args) => {
    const { to: dir } = optionsFrom(args, ['to']);
    if (!dir) throw new Usage('Say in which folder.');
    const { keyId, publicKeyFile } = await openKeys({ dir, create: true });
    console.log(
      `The keys are in ${dir}. Start the portal with KEYS_DIR=${dir}, and keep a copy of the folder in a safe place: without it nobody can sign in or sign off.`,
    );
    console.log(`Give ${publicKeyFile} (key ${keyId}) to whoever verifies the ledger.`);
    return 0;
  },
};
