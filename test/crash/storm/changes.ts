import type { Control, Json } from '../../support/control.ts';
import type { Random } from './random.ts';

/** The circuits of the storm, one kind of trouble each, so that an incident's circuit tells what it is about. */
export const cutCircuits = ['cut-01', 'cut-02'] as const;
const failingCircuit = 'fail-01';
const doubtedCircuit = 'doubt-01';
const movingCircuits = ['move-01', 'move-02'] as const;
const allCircuits = [...cutCircuits, failingCircuit, doubtedCircuit, ...movingCircuits] as const;
const withPeering = [...cutCircuits, doubtedCircuit];

const peering = 'MicrosoftPeering';
const prefix = '192.0.2.64/27';

/** Before the bot first looks. */
export async function settle(control: Control): Promise<void> {
  await control.post('azure/operations', { edgeMs: 0, retryAfterSeconds: 0 });
  // Their providers have plans of their own: whatever one is told to do takes them from it.
  await control.post('azure/circuits/lon-02/provider', { state: 'Provisioning' });
  await control.post('azure/circuits/nyc-02/provider', { state: 'Deprovisioning' });
  await control.post('azure/circuits/sea-01/provider', { state: 'NotProvisioned' });
  for (const name of allCircuits) {
    await control.post('azure/circuits', { name, state: 'Provisioned', bandwidthMbps: 1_000 });
  }
  for (const name of withPeering) {
    await control.post(`azure/circuits/${name}/peerings`, { peering, present: true });
  }
}

type Change = { readonly path: string; readonly body: Json } | { readonly remove: string };

const providerStates = ['NotProvisioned', 'Provisioning', 'Provisioned', 'Deprovisioning'] as const;
const tiers = ['Standard', 'Premium'] as const;
const links = ['primary', 'secondary'] as const;

/** What happens next in Azure. Nothing is as it was before by chance alone: values come back, circuits do not. */
export function createChanges(control: Control, random: Random) {
  let gbps = 1;
  let born = 0;
  const young: string[] = [];

  const on = (name: string, what: string, body: Json): Change => ({
    path: `azure/circuits/${name}/${what}`,
    body,
  });

  function trouble(): Change {
    const isWell = random.chance(0.5);
    const circuit = random.pick([...cutCircuits, ...cutCircuits, failingCircuit, doubtedCircuit]);
    if (circuit === failingCircuit) {
      return on(circuit, 'provisioning', { state: isWell ? 'Succeeded' : 'Failed' });
    }
    if (circuit === doubtedCircuit) {
      const validationState = isWell ? 'Configured' : 'ValidationNeeded';
      return on(circuit, 'prefixes', { prefix, validationState });
    }
    return on(circuit, 'links', { peering, link: random.pick(links), up: isWell });
  }

  function comeAndGo(): Change {
    const [oldest] = young;
    if (oldest !== undefined && random.chance(0.5)) return { remove: `azure/circuits/${young.shift()}` };
    const name = `young-${++born}`;
    young.push(name);
    return { path: 'azure/circuits', body: { name, state: 'NotProvisioned', bandwidthMbps: 1_000 } };
  }

  function next(): Change {
    const kind = random.between(1, 10);
    if (kind <= 4) return trouble();
    if (kind === 5) return comeAndGo();
    if (kind <= 7) return on(random.pick(movingCircuits), 'provider', { state: random.pick(providerStates) });
    if (kind === 8) return on(random.pick(allCircuits), 'sku', { tier: random.pick(tiers) });
    gbps += 1;
    return on(random.pick(allCircuits), 'bandwidth', { mbps: gbps * 1_000 });
  }

  async function happen(change: Change): Promise<void> {
    if ('remove' in change) await control.remove(change.remove);
    else await control.post(change.path, change.body);
  }

  /** So many, one after the other. */
  return async (count: number, noted: () => Promise<void>): Promise<void> => {
    for (let left = count; left > 0; left--) {
      await happen(next());
      await noted();
    }
  };
}
