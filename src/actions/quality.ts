import { granting } from './quality/granting.ts';
import { planning } from './quality/plans.ts';
import { settingPolicy } from './quality/policy.ts';
import { standardising } from './quality/standardising.ts';
import { standing } from './quality/standings.ts';
import { verifying } from './quality/verifying.ts';

/** Every write of quality assurance; one file for each kind of thing that is done. */
export const quality = { ...settingPolicy, ...planning, ...verifying, ...standing, ...standardising, ...granting };
