import { store } from './store.ts';
import type { Topic } from './wire.ts';

const firstWaitMs = 500;
const longestWaitMs = 8_000;

/**
 * Follows the server's news. A lost connection is made again, sooner first and then more patiently; what was missed
 * meanwhile is `onReturn`'s to fetch.
 */
export function followNews(onNews: (topic: Topic) => void, onReturn: () => void): void {
  let waitMs = firstWaitMs;
  let wasLost = false;

  function connect(): void {
    const source = new EventSource('/control/events');
    source.onopen = () => {
      waitMs = firstWaitMs;
      store.change(() => ({ live: 'live' }));
      if (wasLost) onReturn();
      wasLost = false;
    };
    source.onmessage = (event) => onNews(JSON.parse(event.data));
    source.onerror = () => {
      source.close();
      wasLost = true;
      store.change(() => ({ live: 'lost' }));
      setTimeout(connect, waitMs);
      waitMs = Math.min(waitMs * 2, longestWaitMs);
    };
  }

  connect();
}
