import type { Check } from '../check.ts';

/** Rights to change cannot be tried without changing something. */
export function checkWrites(subscriptionIds: readonly string[]): Check {
  const name = 'Azure writes';
  const scope = `/subscriptions/${subscriptionIds[0] ?? ''}`;
  return {
    name,
    look: async () => [
      {
        name,
        level: 'skipped',
        found: 'Whether I may change circuits shows only when I do: it is not tried.',
        mend: `Look for Network Contributor: \`az role assignment list --assignee <object id of Trunkline’s identity> --include-inherited --scope ${scope} --output table\`. To look only, Reader is enough.`,
      },
    ],
  };
}
