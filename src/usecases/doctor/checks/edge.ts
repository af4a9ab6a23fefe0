import type { Circuit } from '../../../domain/circuit/circuit.ts';
import { nameOf } from '../../../domain/open-enum.ts';
import { AzureFault } from '../../ports.ts';
import type { Telemetry } from '../../telemetry.ts';
import type { Check } from '../check.ts';
import type { Finding } from '../finding.ts';
import { grant, mendAzure } from '../mend-azure.ts';

/**
 * Whether Microsoft's edge may be asked for BGP summaries, tried on one circuit. Microsoft's list of permissions named it
 * `…/peerings/routeTablesSummary/action` for years and names it `…/read` today; Reader has only the latter.
 */
export function checkEdge(
  telemetry: Pick<Telemetry, 'routeSummary'>,
  circuits: () => Promise<readonly Circuit[]>,
  subscriptionId: string,
): Check {
  const name = `Azure route tables of ${subscriptionId}`;
  return {
    name,
    look: async () => {
      const place = (await circuits()).map(placeIn).find((found) => found !== undefined);
      if (!place) {
        return [{ name, level: 'skipped', found: 'No circuit there has a peering on which BGP shall run.' }];
      }
      try {
        await telemetry.routeSummary({ ...place, link: 'primary', timeoutMs });
        return [{ name, level: 'ok', found: 'Microsoft’s edge tells how sessions stand.' }];
      } catch (fault) {
        if (!(fault instanceof AzureFault)) throw fault;
        return [notAsked(name, fault, subscriptionId)];
      }
    },
  };
}

/** The edge takes its time; longer than this, and the doctor's own patience is over. */
const timeoutMs = 9_000;

function placeIn(circuit: Circuit) {
  const { service } = circuit;
  const isProvisioned = service.kind === 'direct' || nameOf(service.providerState) === 'Provisioned';
  const peering = circuit.peerings.find(
    ({ state, ipv4 }) => nameOf(state) === 'Enabled' && ipv4?.primarySubnet,
  );
  return isProvisioned && peering ? { target: circuit, peering: peering.name } : undefined;
}

function notAsked(name: string, fault: AzureFault, subscriptionId: string): Finding {
  const found = `A loss of BGP is told by the metrics alone, and no prefixes are counted. ${fault.message}`;
  if (fault.kind !== 'forbidden') {
    return { name, level: 'warn', found, mend: mendAzure(fault, { role: 'Reader', subscriptionId }) };
  }
  const mend = `${grant({ role: 'Network Contributor', subscriptionId })} Or a role of your own with Microsoft.Network/expressRouteCircuits/peerings/routeTablesSummary/action and …/read, arpTables likewise.`;
  return { name, level: 'warn', found, mend };
}
