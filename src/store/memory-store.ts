import type { Store } from '../usecases/store.ts';
import { emptyState } from './state.ts';
import { createStateStore } from './state-store.ts';

/** Remembers as long as the process lives. */
export function createMemoryStore(): Store {
  return createStateStore({ initial: emptyState, save: async () => {}, release: async () => {} });
}
