import { asc, eq, sql } from 'drizzle-orm';
import { prepared } from '#db/client/prepared.ts';
import type { Reader, Writer } from '#db/client.ts';
import { people, samplingPolicies } from '#db/schema/index.ts';

const everyPolicy = prepared((db) =>
  db
    .select({
      id: samplingPolicies.id,
      effectiveFrom: samplingPolicies.effectiveFrom,
      policy: samplingPolicies.policy,
      reason: samplingPolicies.reason,
      enteredAt: samplingPolicies.enteredAt,
      enteredByName: people.name,
    })
    .from(samplingPolicies)
    .innerJoin(people, eq(people.id, samplingPolicies.enteredBy))
    .orderBy(asc(samplingPolicies.effectiveFrom), asc(samplingPolicies.enteredAt), sql`${samplingPolicies}.rowid`)
    .prepare(),
);

/** Every version of the sampling policy that was entered, oldest first. One query. */
export async function listSamplingPolicies(db: Reader) {
  return everyPolicy(db).all();
}

export type SamplingPolicyRow = Awaited<ReturnType<typeof listSamplingPolicies>>[number];

/** Keeps a version of the policy. A repeat with the same id changes nothing. */
export async function insertSamplingPolicy(tx: Writer, policy: typeof samplingPolicies.$inferInsert): Promise<void> {
  await tx.insert(samplingPolicies).values(policy);
}
