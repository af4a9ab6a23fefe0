import type { FreshnessBoard } from '../usecases/freshness.ts';
import type { Azure, Channels, Log, Now } from '../usecases/ports.ts';
import type { Store } from '../usecases/store.ts';

/** What the listeners work with. */
export type ChatDeps = {
  readonly store: Store;
  readonly azure: Azure;
  readonly channels: Channels;
  readonly freshness: FreshnessBoard;
  readonly linksDeadlineMs: number;
  readonly now: Now;
  readonly newId: () => string;
  /** Something became owed. */
  readonly wakeOutbox: () => void;
  readonly log: Log;
};
