import { StoreFault } from '../usecases/store.ts';
import type { Reading } from './read-file.ts';
import type { StoreState } from './state.ts';

export type Choice =
  | { readonly kind: 'new' }
  | { readonly kind: 'backup'; readonly state: StoreState; readonly writtenAt: number; readonly why: string };

/**
 * What to do when the file is not whole. Only when neither it nor its backup is there is the state empty: forgetting
 * everything would tell every change again, or none. Throws StoreFault when there is nothing that may be used.
 */
export function chooseReading(
  path: string,
  main: Exclude<Reading, { readonly kind: 'whole' }>,
  backup: Reading,
): Choice {
  if (main.kind === 'missing' && backup.kind === 'missing') return { kind: 'new' };
  if (main.kind === 'foreign') throw foreign(path);
  if (main.kind === 'newer') throw newer(path, main);
  const why = main.kind === 'damaged' ? main.why : 'it is missing';
  switch (backup.kind) {
    case 'whole':
      return { kind: 'backup', state: backup.state, writtenAt: backup.writtenAt, why };
    case 'newer':
      throw newer(backupOf(path), backup);
    case 'foreign':
      throw damaged(path, why, 'is not a file of Trunkline');
    case 'missing':
      throw damaged(path, why, 'is missing');
    case 'damaged':
      throw damaged(path, why, `is damaged too (${backup.why})`);
  }
}

export function backupOf(path: string): string {
  return `${path}.bak`;
}

function foreign(path: string): StoreFault {
  return new StoreFault(
    'foreign',
    `${path} is JSON, but not Trunkline's state, so it is left as it is. Move it away, or choose another DATA_DIR.`,
  );
}

function newer(path: string, { version, newest }: { version: number; newest: number }): StoreFault {
  return new StoreFault(
    'newer',
    `${path} was written by a newer Trunkline (schema version ${version}; this one knows up to ${newest}). ` +
      'Start that newer version, or choose another DATA_DIR.',
  );
}

function damaged(path: string, why: string, backup: string): StoreFault {
  return new StoreFault(
    'damaged',
    `${path} cannot be used: ${why}. Its backup ${backupOf(path)} ${backup}. Put a good copy at ${path}. ` +
      'To start from nothing instead, move both away: subscriptions, mutes and unsent messages are then forgotten.',
  );
}
