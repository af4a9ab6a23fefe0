import { type Instant, utc } from '../../domain/instant.ts';
import type { Network } from '../../domain/peering/addresses.ts';
import type { RpkiSight } from '../../domain/validation/evidence.ts';
import type { Log, Now } from '../../usecases/ports.ts';
import { startDeadline, until } from '../deadline.ts';
import { faultOf, SourceFault, silent, told } from '../source-fault.ts';
import { readVrps, type VrpListing } from './read-vrps.ts';
import type { OpenVrps, Version } from './vrp-source.ts';

/** The list of validated ROA payloads: held in memory, read again from time to time. */
export interface VrpList {
  /**
   * Waits for a list that is due: for the first one until the signal's time is over, for a newer one but a moment.
   * Throws the signal's AbortError.
   */
  covering(networks: readonly Network[], signal: AbortSignal): Promise<readonly RpkiSight[]>;
  /** Reads the list when that is due. Throws nothing. */
  refresh(): Promise<void>;
  stop(): Promise<void>;
}

export type VrpListDeps = {
  readonly open: OpenVrps;
  readonly refreshMs: number;
  /** For one reading of the whole list. */
  readonly readMs: number;
  readonly now: Now;
  readonly log: Log;
};

/** A list that was made longer ago is not believed: ROAs come and go in hours. */
const staleMs = 86_400_000;
/** After a failure the list is tried again sooner, milliseconds. */
const retryMs = 60_000;
/** How long a newer list is waited for where there is one already, milliseconds. */
const momentMs = 500;
/** A list of at least so many entries does not lose more than half of them by itself. */
const largeSize = 1_000;

type Held = VrpListing & { readonly version: Version; readonly readAt: Instant };

export function createVrpList({ open, refreshMs, readMs, now, log }: VrpListDeps): VrpList {
  const ending = new AbortController();
  let held: Held | undefined;
  let fault: SourceFault | undefined;
  let triedAt: Instant | undefined;
  let underWay: Promise<void> | undefined;

  function isDue(): boolean {
    const waitMs = fault ? Math.min(refreshMs, retryMs) : refreshMs;
    // A clock that was set back must not put it off.
    return !ending.signal.aborted && (triedAt === undefined || Math.abs(now() - triedAt) >= waitMs);
  }

  async function read(signal: AbortSignal): Promise<void> {
    const list = await open(held?.version, signal);
    if (!list && held) held = { ...held, readAt: now() };
    if (!list) return;
    const listing = await readVrps(list.chunks);
    if (held && !isStale(held, now())) refuseShrunk(held, listing);
    held = { ...listing, version: list.version, readAt: now() };
    log.info({ vrps: listing.table.size, builtAt: listing.builtAt }, 'the list of ROAs was read');
  }

  async function load(): Promise<void> {
    triedAt = now();
    const deadline = startDeadline(readMs, [ending.signal]);
    try {
      await read(deadline.signal);
      fault = undefined;
    } catch (error) {
      if (ending.signal.aborted) return;
      fault = faultOf(error);
      log.warn({ why: fault.kind, reason: fault.message }, 'the list of ROAs could not be read');
    } finally {
      deadline.end();
      underWay = undefined;
    }
  }

  function loadWhenDue(): Promise<void> {
    if (!underWay && isDue()) underWay = load();
    return underWay ?? Promise.resolve();
  }

  function sightOf(network: Network): RpkiSight {
    if (!held) return silent(fault ?? new SourceFault('timed-out', 'The list of ROAs is still being read.'));
    if (isStale(held, now())) return silent(staleness(held));
    const { builtAt, readAt } = held;
    const vrps = held.table.covering(network, now() / 1_000);
    return told(builtAt === undefined ? { vrps } : { vrps, builtAt }, readAt);
  }

  return {
    async covering(networks, signal) {
      const loaded = loadWhenDue();
      const patience = startDeadline(held ? momentMs : readMs, [signal]);
      await until(patience.signal, loaded).catch(orFault).finally(patience.end);
      return networks.map(sightOf);
    },
    refresh: loadWhenDue,
    async stop() {
      ending.abort();
      await underWay;
    },
  };
}

/** Time that is over is no error here: what there is then is told. */
function orFault(reason: unknown): void {
  if (!(reason instanceof SourceFault)) throw reason;
}

function ageOf({ builtAt, readAt }: Held): Instant {
  return builtAt ?? readAt;
}

function isStale(held: Held, at: Instant): boolean {
  return at - ageOf(held) > staleMs;
}

function staleness(held: Held): SourceFault {
  return new SourceFault(
    'stale',
    `The list of ROAs is of ${utc(ageOf(held))}, older than is believed (24 h).`,
  );
}

/** Throws SourceFault. */
function refuseShrunk(before: VrpListing, { table }: VrpListing): void {
  if (before.table.size < largeSize || table.size * 2 >= before.table.size) return;
  throw new SourceFault(
    'unreadable',
    `The new list of ROAs has ${table.size} entries, the one before had ${before.table.size}: it is not believed.`,
  );
}
