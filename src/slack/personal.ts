import { createPersonalStore } from '../usecases/access/personal-store.ts';
import type { ChatDeps, SharedDeps } from './chat-deps.ts';

/**
 * What answers this person, and shows no circuit that they may not look at. A listener is registered with nothing that
 * it could show, so that none can forget to ask here.
 */
export async function personalDeps(shared: SharedDeps, userId: string): Promise<ChatDeps> {
  const sight = await shared.access.sightOf(userId);
  return { ...shared, sight, store: createPersonalStore(shared.whole, sight) };
}

/** The same for what is done for a channel, which is told of all that it is subscribed to. */
export function forChannel(deps: ChatDeps): ChatDeps {
  return { ...deps, store: deps.whole };
}
