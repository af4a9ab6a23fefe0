import { createHash } from 'node:crypto';
import type { WorldClock } from '../../world/clock.ts';

/** Bytes: 2.5 MB a chunk, 5 MB a file, 2 chunks (specification of 2024-04-01). */
export const fileLimits = { chunkSize: 2_621_440, fileSize: 5_242_880, chunks: 2 } as const;

/** A workspace is gone a day after it was made. */
const lifetimeMs = 24 * 3_600_000;

/** Bytes. */
export type FileNumbers = {
  readonly chunkSize: number;
  readonly fileSize: number;
  readonly numberOfChunks: number;
};

export type SupportFile = FileNumbers & {
  readonly name: string;
  readonly createdAt: number;
  /** As far as they have arrived, by index. */
  readonly chunks: ReadonlyMap<number, Uint8Array>;
};

export type Workspace = {
  readonly subscriptionId: string;
  readonly name: string;
  readonly createdAt: number;
  /** World time; a ticket's own workspace lives as long as the ticket. */
  readonly expiresAt: number;
  /** By name in lower case. */
  readonly files: Map<string, SupportFile>;
};

/** Where files wait for the ticket that they belong to. Names are unique within a subscription, casing aside. */
export interface Workspaces {
  /** Undefined: there is none, or its day is over. */
  find(subscriptionId: string, name: string): Workspace | undefined;
  open(subscriptionId: string, name: string): Workspace;
  /** The ticket's own workspace, named by its number, with the files of the one that it was opened with. */
  giveTo(subscriptionId: string, ticketId: string, given?: string): Workspace;
}

export function createWorkspaces(clock: WorldClock): Workspaces {
  const workspaces = new Map<string, Workspace>();
  const keyOf = (subscriptionId: string, name: string) => `${subscriptionId}/${name}`.toLowerCase();

  function keep(workspace: Workspace): Workspace {
    workspaces.set(keyOf(workspace.subscriptionId, workspace.name), workspace);
    return workspace;
  }

  function find(subscriptionId: string, name: string): Workspace | undefined {
    const found = workspaces.get(keyOf(subscriptionId, name));
    return found && found.expiresAt > clock.now() ? found : undefined;
  }

  return {
    find,
    open(subscriptionId, name) {
      const createdAt = clock.now();
      const expiresAt = createdAt + lifetimeMs;
      return keep({ subscriptionId, name, createdAt, expiresAt, files: new Map() });
    },
    giveTo(subscriptionId, ticketId, given) {
      const files = (given && find(subscriptionId, given)?.files) || new Map<string, SupportFile>();
      const expiresAt = Number.POSITIVE_INFINITY;
      return keep({ subscriptionId, name: ticketId, createdAt: clock.now(), expiresAt, files });
    },
  };
}

export function isComplete({ chunks, numberOfChunks }: SupportFile): boolean {
  return chunks.size === numberOfChunks;
}

/** Of the bytes that have arrived, in the order of their chunks. */
export function sha256Of({ chunks }: SupportFile): string {
  const hash = createHash('sha256');
  for (const [, chunk] of [...chunks].sort(([a], [b]) => a - b)) hash.update(chunk);
  return hash.digest('hex');
}
