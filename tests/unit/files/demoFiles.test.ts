import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { DEMO_FILES } from '#db/demo/files/told.ts';
import { keptName } from '#src/domain/files/fileName.ts';
import { examineFile } from '#src/server/files/examine/examineFile.ts';
import { freshFolder } from '../../support/database.ts';

describe('the files of the demo', () => {
  test.each(DEMO_FILES)(
    '$name would pass as an upload does, and holds nothing of a person',
    async ({ type, bytes }) => {
      const [path, out] = [join(freshFolder(), 'came'), join(freshFolder(), 'new')];
      writeFileSync(path, bytes());
      expect(await examineFile({ path, type, out })).toMatchObject({ problem: null, found: [] });
    },
  );

  test.each(DEMO_FILES)(
    '$name is called as an upload would be, and is the same every time',
    ({ name, type, bytes }) => {
      expect(keptName(name)).toEqual({ name, type });
      expect(bytes()).toEqual(bytes());
    },
  );
});
