import type { FreshnessBoard } from '../usecases/freshness.ts';
import type {
  AuditFile,
  Azure,
  AzureWriter,
  Channels,
  Gatekeeper,
  Log,
  Now,
  Rules,
} from '../usecases/ports.ts';
import type { RequestDesk } from '../usecases/request-desk.ts';
import type { Store } from '../usecases/store.ts';

/** What the listeners work with. */
export type ChatDeps = {
  readonly store: Store;
  readonly azure: Azure;
  readonly writer: AzureWriter;
  /** The Azure subscriptions that are watched. */
  readonly subscriptionIds: readonly string[];
  readonly channels: Channels;
  readonly gatekeeper: Gatekeeper;
  readonly rules: Rules;
  readonly desk: RequestDesk;
  readonly audit: AuditFile;
  readonly freshness: FreshnessBoard;
  readonly linksDeadlineMs: number;
  readonly now: Now;
  readonly newId: () => string;
  /** Something became owed. */
  readonly wakeOutbox: () => void;
  readonly log: Log;
};
