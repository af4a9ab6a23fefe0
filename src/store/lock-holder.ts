import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { hostname, uptime } from 'node:os';
import { z } from 'zod';
import { codeOf } from './file-fault.ts';

/** Who holds a lock, as its file says. */
export const LockHolder = z.object({
  pid: z.number(),
  host: z.string(),
  /** Machine time, milliseconds. */
  since: z.number(),
  /** Tells one taking of a lock from every other. */
  token: z.string(),
  /** When the process was born, in the system's own words: a number that was given out again is another process. */
  birth: z.string().optional(),
});
export type LockHolder = z.output<typeof LockHolder>;

/** This process, about to take a lock. */
export async function createHolder(): Promise<LockHolder> {
  const { pid } = process;
  return { pid, host: hostname(), since: Date.now(), token: randomUUID(), birth: await birthOf(pid) };
}

/** Of another host it cannot be known, so it is taken to run. */
export async function isRunning(holder: LockHolder): Promise<boolean> {
  if (holder.host !== hostname()) return true;
  if (!isPidInUse(holder.pid)) return false;
  const birth = holder.birth && (await birthOf(holder.pid));
  if (birth) return birth === holder.birth;
  return isPidInUse(holder.pid) && holder.since >= earliestBirth(holder.pid);
}

function isPidInUse(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    return codeOf(cause) === 'EPERM'; // somebody else's process
  }
}

/** Where the system does not tell a process's birth: it came after the machine's start, and this process after its own. */
function earliestBirth(pid: number): number {
  return Date.now() - (pid === process.pid ? process.uptime() : uptime()) * 1000;
}

/** Linux only. The start in clock ticks since boot (field 22 of /proc/…/stat, proc(5)) and which boot that was. */
async function birthOf(pid: number): Promise<string | undefined> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    // The second field is the program's name in parentheses and may hold spaces and parentheses itself.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (fields[0] === 'Z') return 'ended'; // nobody has asked for its end yet, but it does nothing any more
    const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8');
    return `${boot.trim()}/${fields[19]}`;
  } catch {
    return undefined;
  }
}
