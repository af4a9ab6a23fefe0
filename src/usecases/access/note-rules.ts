import type { Log, Now } from '../ports.ts';
import type { Store } from '../store.ts';

/** Other rules are in force: that is in the audit trail too, though nobody here knows who wrote them. Never throws. */
export async function noteRules(
  {
    store,
    now,
    newId,
    log,
  }: { readonly store: Store; readonly now: Now; readonly newId: () => string; readonly log: Log },
  name: string,
): Promise<void> {
  await store
    .commit({ audit: [{ id: newId(), at: now(), act: 'access', note: name }] })
    .catch((error: unknown) =>
      log.error({ err: error }, 'that the rules were changed is not in the audit trail'),
    );
}
