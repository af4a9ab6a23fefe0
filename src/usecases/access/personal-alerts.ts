import type { Digest } from '../../domain/alert/digest.ts';
import type { Incident } from '../../domain/alert/incident.ts';
import type { Held } from '../../domain/alert/quiet.ts';
import { circuitOf } from '../../domain/alert/subject.ts';
import type { CircuitId } from '../../domain/circuit/circuit-id.ts';
import type { Store } from '../store.ts';

type Alerts = Pick<Store, 'incidents' | 'incident' | 'digests' | 'digest' | 'held'>;

/** What is wrong, as one person sees it. Where Trunkline itself is blind concerns everybody. */
export function createPersonalAlerts(whole: Store, sees: (id: CircuitId) => boolean): Alerts {
  const seesIncident = ({ subject }: Incident): boolean => {
    const id = circuitOf(subject);
    return id === undefined || sees(id);
  };

  async function incident(id: string): Promise<Incident | undefined> {
    const found = await whole.incident(id);
    return found && seesIncident(found) ? found : undefined;
  }

  /** What ended, of a digest that tells of others too, may name one of those. */
  function inSight(digest: Digest): Digest {
    const lines = digest.lines.filter(({ circuitId }) => circuitId === '' || sees(circuitId));
    if (lines.length === digest.lines.length) return digest;
    const { about: _, ...rest } = digest;
    return { ...rest, lines };
  }

  async function seesHeld({ what }: Held): Promise<boolean> {
    if (what.kind === 'change') return sees(what.change.circuit.id);
    return (await incident(what.incidentId)) !== undefined;
  }

  return {
    incidents: async (query) => (await whole.incidents(query)).filter(seesIncident),
    incident,
    digests: async () => (await whole.digests()).map(inSight),
    digest: async (id) => {
      const digest = await whole.digest(id);
      return digest && inSight(digest);
    },
    held: async () => {
      const held = await whole.held();
      const seen = await Promise.all(held.map(seesHeld));
      return held.filter((_, index) => seen[index]);
    },
  };
}
