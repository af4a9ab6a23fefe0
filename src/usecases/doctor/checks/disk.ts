import type { Check } from '../check.ts';
import type { Finding } from '../finding.ts';
import type { DiskProbe, DiskSight } from '../probes.ts';

const leastFreeBytes = 200 * 1_024 * 1_024;
/** The store is written whole beside itself, and its backup stays: room for that must be there many times. */
const timesStore = 10;

/** Whether the state can be written, and for how long still. */
export function checkDisk(disk: DiskProbe): Check {
  return {
    name: 'Disk',
    look: async () => {
      const sight = await disk.look();
      return [writable(sight), ...space(sight)];
    },
  };
}

function writable({ writeFault, storeBytes }: DiskSight): Finding {
  const name = 'Disk';
  if (writeFault === undefined) {
    return { name, level: 'ok', found: `DATA_DIR can be written; the store has ${sizeOf(storeBytes)}.` };
  }
  if (writeFault === 'ENOENT') return notThere;
  return {
    name,
    level: 'fail',
    found: `DATA_DIR cannot be written (${writeFault}): nothing new is remembered or told.`,
    mend: mends[writeFault] ?? 'Let the user who runs Trunkline write to DATA_DIR.',
  };
}

const mends: Readonly<Record<string, string>> = {
  ENOSPC: 'Free some space on the disk of DATA_DIR.',
  EDQUOT: 'Free some space, or raise the quota of the user who runs Trunkline.',
  EROFS: 'Mount the disk of DATA_DIR for writing, or choose another DATA_DIR.',
};

const notThere: Finding = {
  name: 'Disk',
  level: 'warn',
  found: 'DATA_DIR is not there.',
  mend: 'Start the bot, which makes it; if a bot runs, bring it back and restart that one.',
};

function space({ freeBytes, storeBytes }: DiskSight): readonly Finding[] {
  if (freeBytes === undefined) return [];
  const name = 'Disk space';
  const found = `${sizeOf(freeBytes)} are free.`;
  const isLittle = freeBytes < Math.max(leastFreeBytes, timesStore * storeBytes);
  if (!isLittle) return [{ name, level: 'ok', found }];
  return [{ name, level: 'warn', found, mend: 'Free some space on the disk of DATA_DIR before it is full.' }];
}

function sizeOf(bytes: number): string {
  const units = ['bytes', 'KB', 'MB', 'GB', 'TB'];
  const step = bytes < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log(bytes) / Math.log(1_024)));
  const amount = bytes / 1_024 ** step;
  return `${amount < 10 && step > 0 ? amount.toFixed(1) : Math.round(amount)} ${units[step]}`;
}
