import type { World } from './world.ts';

/** Azure does not answer about the circuit: what is approved cannot begin. Returns what ends it, time having passed. */
export async function holdAzure(world: World, circuit: string): Promise<(passMs: number) => Promise<void>> {
  const match = `expressRouteCircuits/${circuit}`;
  await world.control.post('faults', { target: 'azure', kind: 'error', match });
  return async (passMs) => {
    await world.control.post('faults', { target: 'azure', kind: 'clear' });
    await world.advance(passMs);
  };
}
