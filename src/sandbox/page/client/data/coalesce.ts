/**
 * Runs a task once at a time for each key. What is asked while it runs leads to one more run afterwards, however often
 * it was asked: a burst of news costs two requests.
 */
export function coalesce(task: (key: string) => Promise<void>): (key?: string) => Promise<void> {
  const running = new Map<string, { again: boolean; end: Promise<void> }>();
  return (key = '') => {
    const current = running.get(key);
    if (current) {
      current.again = true;
      return current.end;
    }
    const entry = { again: false, end: Promise.resolve() };
    running.set(key, entry);
    entry.end = (async () => {
      do {
        entry.again = false;
        await task(key);
      } while (entry.again);
    })().finally(() => running.delete(key));
    return entry.end;
  };
}
