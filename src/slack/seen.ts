export interface Seen {
  /** False when it was added before. */
  add(key: string): boolean;
}

/** Remembers the newest `limit` keys. */
export function createSeen(limit: number): Seen {
  const keys = new Set<string>();
  return {
    add(key) {
      if (keys.has(key)) return false;
      keys.add(key);
      if (keys.size > limit) {
        const [oldest] = keys;
        if (oldest !== undefined) keys.delete(oldest);
      }
      return true;
    },
  };
}
