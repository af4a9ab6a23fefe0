import type { Circuit } from '../../../domain/circuit/circuit.ts';
import { AzureFault, type Now } from '../../ports.ts';
import type { Telemetry } from '../../telemetry.ts';
import type { Check } from '../check.ts';
import type { Finding } from '../finding.ts';
import { mendAzure, type Need } from '../mend-azure.ts';

/** What is lost while a call of Azure is refused, beside the circuits themselves. */
type Loss = { readonly name: string; readonly well: string; readonly lost: string };

/** Tries a read that Trunkline can do without. */
async function tried(loss: Loss, need: Need, read: () => Promise<unknown>): Promise<Finding> {
  const { name, well, lost } = loss;
  try {
    await read();
    return { name, level: 'ok', found: well };
  } catch (fault) {
    if (!(fault instanceof AzureFault)) throw fault;
    return { name, level: 'warn', found: `${lost} ${fault.message}`, mend: mendAzure(fault, need) };
  }
}

export function checkResourceGraph(
  telemetry: Pick<Telemetry, 'connectionStatuses'>,
  subscriptionIds: readonly string[],
): Check {
  const name = 'Azure Resource Graph';
  const loss = {
    name,
    well: 'Connections of virtual networks are read.',
    lost: 'Connections of virtual networks are not watched.',
  };
  const need = { role: 'Reader', subscriptionId: subscriptionIds[0] ?? '' };
  const read = () => telemetry.connectionStatuses(subscriptionIds);
  return { name, look: async () => [await tried(loss, need, read)] };
}

export function checkServiceHealth(
  telemetry: Pick<Telemetry, 'plannedMaintenance'>,
  subscriptionId: string,
): Check {
  const name = `Azure Service Health of ${subscriptionId}`;
  const loss = {
    name,
    well: 'Planned maintenance is read.',
    lost: 'Alerts are not marked with planned maintenance.',
  };
  const read = () => telemetry.plannedMaintenance(subscriptionId);
  return { name, look: async () => [await tried(loss, { role: 'Reader', subscriptionId }, read)] };
}

export function checkSupport(
  telemetry: Pick<Telemetry, 'supportReach'>,
  subscriptionIds: readonly string[],
): Check {
  const name = 'Azure Support API';
  const loss = { name, well: 'It answers.', lost: 'Support tickets cannot be read or opened.' };
  const need = { role: 'Support Request Contributor', subscriptionId: subscriptionIds[0] ?? '' };
  return { name, look: async () => [await tried(loss, need, () => telemetry.supportReach())] };
}

/** Metrics have a door of their own for each region. */
export function checkMetrics(
  telemetry: Pick<Telemetry, 'availability'>,
  circuits: () => Promise<readonly Circuit[]>,
  subscriptionId: string,
  now: Now,
): Check {
  const name = `Azure metrics of ${subscriptionId}`;
  const lookAt = ({ id, region }: Circuit) => {
    const loss = {
      name: `Azure metrics of ${subscriptionId}, ${region}`,
      well: 'BgpAvailability and ArpAvailability are read.',
      lost: 'Sessions there are watched by route tables alone, so that a loss is seen later.',
    };
    const until = now();
    const ask = { subscriptionId, region, circuitIds: [id], from: until - tenMinutesMs, until };
    return tried(loss, { role: 'Monitoring Reader', subscriptionId }, () => telemetry.availability(ask));
  };
  return {
    name,
    look: async () => {
      const chosen = onePerRegion(await circuits());
      if (chosen.length === 0) return [{ name, level: 'skipped', found: 'No circuit is known there.' }];
      return Promise.all(chosen.map(lookAt));
    },
  };
}

const tenMinutesMs = 600_000;

function onePerRegion(circuits: readonly Circuit[]): readonly Circuit[] {
  const byRegion = new Map(circuits.map((circuit) => [circuit.region.toLowerCase(), circuit]));
  byRegion.delete('');
  return [...byRegion.values()];
}
