import type { WorldClock } from '../../world/clock.ts';
import { newFileId } from './files.ts';
import { randomSecret } from './ids.ts';

/** Slack does not say how long an upload address lives. */
const lifeMs = 60 * 60_000;

type Upload = {
  readonly fileId: string;
  readonly name: string;
  /** Bytes, as announced. */
  readonly length: number;
  /** World time. */
  readonly until: number;
  readonly content?: Uint8Array;
};

type Arrived = { readonly name: string; readonly content: Uint8Array };
type Refused = 'unknown' | 'expired' | 'wrong_length';

/** What the app uploads: announced, sent to an address of its own, then completed. Until then it is no file. */
export interface Uploads {
  announce(name: string, length: number): { readonly fileId: string; readonly path: string };
  /** Undefined: taken. The address is good for one file. */
  receive(path: string, content: Uint8Array): Refused | undefined;
  arrived(fileId: string): Arrived | undefined;
  /** Completed: the ticket is used up. */
  forget(fileId: string): void;
}

export function createUploads(clock: WorldClock): Uploads {
  const byPath = new Map<string, Upload>();
  const findPath = (fileId: string) => [...byPath].find(([, upload]) => upload.fileId === fileId);
  return {
    announce(name, length) {
      const fileId = newFileId();
      const path = randomSecret(24);
      byPath.set(path, { fileId, name, length, until: clock.now() + lifeMs });
      return { fileId, path };
    },
    receive(path, content) {
      const upload = byPath.get(path);
      if (!upload || upload.content) return 'unknown';
      if (clock.now() > upload.until) return 'expired';
      if (content.byteLength !== upload.length) return 'wrong_length';
      byPath.set(path, { ...upload, content });
      return undefined;
    },
    arrived(fileId) {
      const upload = findPath(fileId)?.[1];
      return upload?.content && { name: upload.name, content: upload.content };
    },
    forget(fileId) {
      const found = findPath(fileId);
      if (found) byPath.delete(found[0]);
    },
  };
}
