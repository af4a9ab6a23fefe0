import type { FieldChange } from '../circuit/changes.ts';
import type { Plan } from '../operation/plan.ts';

type Told = Pick<Plan, 'changes' | 'seen' | 'policy' | 'resourceGuid'>;
type Pair = readonly [name: string, value: string];

/**
 * What is different between the plan that people saw and the one made now; empty: what they saw still holds. The order
 * in which Azure lists things means nothing.
 */
export function whatChanged(approved: Told, now: Told): readonly FieldChange[] {
  return [
    ...identity(approved, now),
    ...differences(startsOf(approved, now), startsOf(now, approved)),
    ...differences(endsOf(approved, now), endsOf(now, approved)),
    ...differences(factsOf(approved), factsOf(now)),
  ];
}

/** A circuit that was deleted and made anew under the same name may look the same, and is another one. */
function identity({ resourceGuid: was }: Told, { resourceGuid: is }: Told): readonly FieldChange[] {
  if (!was || !is || was.toLowerCase() === is.toLowerCase()) return [];
  return [{ field: 'Circuit', before: 'the one that was looked at', after: 'another one of the same name' }];
}

/** What each field is before the change. One that a plan leaves alone is already what the other plan makes it. */
function startsOf({ changes }: Told, other: Told): readonly Pair[] {
  const named = namesIn(changes);
  const settled = other.changes.filter(({ field }) => !named.has(field));
  return [
    ...changes.map(({ field, before }): Pair => [field, before]),
    ...settled.map(({ field, after }): Pair => [field, after]),
  ];
}

/** What both plans make of a field. */
function endsOf({ changes }: Told, other: Told): readonly Pair[] {
  const named = namesIn(other.changes);
  return changes.filter(({ field }) => named.has(field)).map(({ field, after }): Pair => [field, after]);
}

/** Which line of the policy applies is a fact too: another one may ask for more approvals. */
function factsOf({ seen, policy }: Told): readonly Pair[] {
  return [...seen.map(({ name, value }): Pair => [name, value]), ['rule of the policy', policy]];
}

function namesIn(changes: readonly FieldChange[]): ReadonlySet<string> {
  return new Set(changes.map(({ field }) => field));
}

function differences(before: readonly Pair[], after: readonly Pair[]): readonly FieldChange[] {
  const names = new Set([...before, ...after].map(([name]) => name));
  return [...names]
    .map((field) => ({ field, before: valuesOf(before, field), after: valuesOf(after, field) }))
    .filter((change) => change.before !== change.after);
}

function valuesOf(pairs: readonly Pair[], name: string): string {
  const values = pairs.filter(([other]) => other === name).map(([, value]) => value);
  return values.sort().join(', ');
}
