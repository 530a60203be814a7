import { listSamplingPolicies, type SamplingPolicyRow } from '#db/queries/qualityPolicies.ts';
import type { Reader } from '#db/client.ts';
import {
  type PolicyDefault,
  policyOnDay,
  type PolicyVersion,
  samplingPolicySchema,
} from '#src/domain/quality/policy.ts';
import { portal, today } from '../portal.ts';

const defaultVersion = ({ version, effectiveFrom, value, note }: PolicyDefault): PolicyVersion => ({
  version,
  effectiveFrom,
  policy: value,
  reason: note,
  set: null,
});

const versionOf = ({
  id,
  effectiveFrom,
  policy,
  reason,
  enteredAt,
  enteredByName,
}: SamplingPolicyRow): PolicyVersion => ({
  version: id,
  effectiveFrom,
  policy: samplingPolicySchema.parse(JSON.parse(policy)),
  reason,
  set: { at: enteredAt, by: enteredByName },
});

/** Every version of the sampling policy, the default first. One query. */
export async function readPolicies(db: Reader): Promise<PolicyVersion[]> {
  const rows = await listSamplingPolicies(db);
  return [defaultVersion(portal().content.samplingPolicy), ...rows.map(versionOf)];
}

/** The policy that counts on the programme day. One query. */
export async function policyToday(db: Reader): Promise<PolicyVersion> {
  return policyOnDay(await readPolicies(db), today());
}
