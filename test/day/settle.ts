import { z } from 'zod';
import type { Control } from '../support/control.ts';
import { sites } from './script/sites.ts';

const Seeded = z.object({ name: z.string(), resourceGroup: z.string() });
type Seeded = z.infer<typeof Seeded>;
const World = z.object({ circuits: z.array(Seeded) });

/** So many circuits, those of the sandbox itself among them, evenly at the sites; and the day's channels. */
export async function settle(control: Control, count: number, isBare: boolean) {
  const seeded = World.parse(await control.get('world')).circuits;
  if (isBare) for (const circuit of seeded) await remove(control, circuit);
  const own = isBare ? 0 : seeded.length;
  await control.post('azure/page-size', { size: 100 });
  await control.post('azure/operations', { edgeMs: 0 });
  const circuits = new Map<string, readonly string[]>();
  let made = 0;
  for (const [index, site] of sites.entries()) {
    const here = Math.floor(((count - own) * (index + 1)) / sites.length) - made;
    await control.post('azure/circuits/bulk', { count: here, ...site });
    const names = Array.from({ length: here }, (_, n) => `bulk-${String(made + n + 1).padStart(5, '0')}`);
    circuits.set(site.peeringLocation, names);
    made += here;
  }
  return { circuits, channels: await makeChannels(control) };
}

async function remove(control: Control, { name, resourceGroup }: Seeded): Promise<void> {
  await control.remove(`azure/circuits/${encodeURIComponent(`${resourceGroup}/${name}`)}`);
}

async function makeChannels(control: Control) {
  const make = async (name: string) => {
    const { channel } = z
      .object({ channel: z.string() })
      .parse(await control.post('slack/channel', { name }));
    await control.post('slack/invite', { channel });
    return channel;
  };
  return {
    netOps: 'C0NETOPS001',
    noc: 'C0PRIVATE01',
    london: await make('site-london'),
    frankfurt: await make('site-frankfurt'),
    orders: await make('orders'),
    americas: await make('americas'),
  };
}
