import type { Standing } from '../../domain/access/may-from.ts';
import type { Instant } from '../../domain/instant.ts';
import { type Directory, type Log, type Now, SlackFault } from '../ports.ts';

/** Who belongs to which user groups, as Slack told a little while ago. */
export interface Memberships {
  /**
   * The groups among these that a person belongs to. `staleMs`: how old an answer may be while Slack does not tell; a
   * group without one is unreadable.
   */
  standingOf(userId: string, groupIds: readonly string[], staleMs: number): Promise<Standing>;
}

/** An answer is asked for anew after this time: whoever left a group has its rights no longer. */
export const freshMs = 5 * 60_000;
/** Slack is not asked again at once when it did not answer; it may ask for a longer pause. */
const pauseMs = 10_000;

type Members = ReadonlySet<string>;

export function createMemberships(deps: {
  readonly directory: Directory;
  readonly now: Now;
  readonly log: Log;
}): Memberships {
  const { directory, now, log } = deps;
  const known = new Map<string, { readonly members: Members; readonly askedAt: Instant }>();
  const failed = new Map<string, { readonly at: Instant; readonly pauseMs: number }>();
  const underWay = new Map<string, Promise<Members | undefined>>();

  /** A clock that was set back makes an answer look as if it came from the future: it counts as old. */
  function isWithin(since: Instant, ms: number): boolean {
    const age = now() - since;
    return age >= 0 && age < ms;
  }

  async function ask(groupId: string): Promise<Members | undefined> {
    // The age counts from the question: what changes while Slack answers may not be in the answer.
    const askedAt = now();
    try {
      const members = new Set(await directory.membersOf(groupId));
      known.set(groupId, { members, askedAt });
      failed.delete(groupId);
      return members;
    } catch (error) {
      if (!(error instanceof SlackFault)) throw error;
      failed.set(groupId, { at: now(), pauseMs: Math.max(pauseMs, error.retryAfterMs ?? 0) });
      log.error({ err: error, group: groupId }, 'the members of a user group could not be read');
      return undefined;
    }
  }

  /** Whoever asks while Slack is being asked waits for the same answer. */
  function askOnce(groupId: string): Promise<Members | undefined> {
    const asking = underWay.get(groupId) ?? ask(groupId).finally(() => underWay.delete(groupId));
    underWay.set(groupId, asking);
    return asking;
  }

  async function membersOf(groupId: string, staleMs: number): Promise<Members | undefined> {
    const held = known.get(groupId);
    if (held && isWithin(held.askedAt, freshMs)) return held.members;
    const fault = failed.get(groupId);
    const isPaused = fault !== undefined && isWithin(fault.at, fault.pauseMs);
    const told = isPaused ? undefined : await askOnce(groupId);
    return told ?? (held && isWithin(held.askedAt, staleMs) ? held.members : undefined);
  }

  return {
    async standingOf(userId, groupIds, staleMs) {
      const each = await Promise.all(
        groupIds.map(async (id) => ({ id, members: await membersOf(id, staleMs) })),
      );
      return {
        userId,
        groups: new Set(each.filter(({ members }) => members?.has(userId)).map(({ id }) => id)),
        unreadable: new Set(each.filter(({ members }) => !members).map(({ id }) => id)),
      };
    },
  };
}
