import type { Audience } from '../../domain/alert/audience.ts';
import type { Digest } from '../../domain/alert/digest.ts';
import type { Incident } from '../../domain/alert/incident.ts';
import type { Held } from '../../domain/alert/quiet.ts';
import type { Request } from '../../domain/approval/request.ts';
import type { CircuitId } from '../../domain/circuit/circuit-id.ts';
import { readAudience } from '../read-audience.ts';
import type { Store } from '../store.ts';

/** All that alerts are decided from, as it stands before a look. */
export type AlertBook = {
  /** Those that are over, too: digests and what is held may name them. */
  readonly incidents: readonly Incident[];
  readonly digests: readonly Digest[];
  readonly held: readonly Held[];
  readonly audience: Audience;
  /** Those that may have brought about what is seen. */
  readonly requests: readonly Request[];
  /** Azure's region, lower case. */
  readonly regionOf: (circuitId: CircuitId) => string | undefined;
};

export async function readBook(store: Store): Promise<AlertBook> {
  const [incidents, digests, held, audience, requests] = await Promise.all([
    store.incidents({ all: true }),
    store.digests(),
    store.held(),
    readAudience(store),
    store.requests({ all: true }),
  ]);
  return { incidents, digests, held, audience, requests, regionOf: await readRegions(store, audience) };
}

/** Only Azure's own maintenance is told by region. */
async function readRegions(store: Store, { windows }: Audience): Promise<AlertBook['regionOf']> {
  if (!windows.some(({ source }) => source.kind === 'azure')) return () => undefined;
  const circuits = await store.circuits();
  const regions = new Map(circuits.map(({ circuit }) => [circuit.id, circuit.region.toLowerCase()]));
  return (id) => regions.get(id);
}
