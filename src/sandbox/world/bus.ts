/** Tells the workspace page what changed, so that it can fetch it: topics only, never content. */
export type Topic =
  | { readonly topic: 'messages'; readonly channel: string }
  | { readonly topic: 'views'; readonly user: string }
  | { readonly topic: 'world' };

export interface Bus {
  publish(topic: Topic): void;
  /** The returned function ends the subscription. */
  subscribe(listener: (topic: Topic) => void): () => void;
}

export function createBus(): Bus {
  const listeners = new Set<(topic: Topic) => void>();
  return {
    publish(topic) {
      for (const listener of listeners) listener(topic);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
