import type { WorldClock } from '../../world/clock.ts';
import { fileTypeOf } from './file-types.ts';
import { randomId } from './ids.ts';

/** Somebody's file. Where it is shared is told by the messages that carry it. */
export type SlackFile = {
  readonly id: string;
  /** Whose it is: a person's, or the bot's. */
  readonly user: string;
  readonly name: string;
  readonly title: string;
  readonly mimetype: string;
  readonly content: Uint8Array;
  /** Milliseconds since the epoch, world time. */
  readonly created: number;
  /** The app got it in a form that was submitted to it. */
  readonly handed: boolean;
};

type Draft = Pick<SlackFile, 'user' | 'name' | 'content'> & {
  readonly id?: string;
  readonly title?: string | undefined;
  readonly mimetype?: string | undefined;
};

/** Kept in memory, for as long as the sandbox runs. */
export interface Files {
  add(draft: Draft): SlackFile;
  find(id: string): SlackFile | undefined;
  /** The app may read these from now on. */
  hand(ids: readonly string[]): void;
}

export const newFileId = (): string => `F0${randomId(9)}`;

export function createFiles(clock: WorldClock): Files {
  const byId = new Map<string, SlackFile>();
  return {
    add({ id = newFileId(), user, name, title = name, mimetype = fileTypeOf(name).mimetype, content }) {
      const file = { id, user, name, title, mimetype, content, created: clock.now(), handed: false };
      byId.set(id, file);
      return file;
    },
    find: (id) => byId.get(id),
    hand(ids) {
      for (const id of ids) {
        const file = byId.get(id);
        if (file) byId.set(id, { ...file, handed: true });
      }
    },
  };
}
