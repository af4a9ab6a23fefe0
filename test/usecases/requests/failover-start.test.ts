import { describe, expect, it } from 'vitest';
import { aCircuit, aPeering } from '../../support/a-circuit.ts';
import { aFailoverIntent } from '../../support/an-intent.ts';
import { anOffice, ask, drive } from './support/an-office.ts';

const minuteMs = 60_000;

describe('a failover test whose operation in Azure lasts as long as the test', () => {
  it('is stopped in time all the same', async () => {
    const office = anOffice();
    const { writer, settings } = office.azure;
    office.azure.put(aCircuit({ peerings: [aPeering()] }));
    settings.operationMs = Number.POSITIVE_INFINITY;
    // The operation of the start goes on, and the list of tests says that the test runs.
    office.azure.writer = (hook) => ({
      ...writer(hook),
      stand: async (_, { kind }) => ({ kind: kind === 'start-failover-test' ? 'done' : 'undone' }),
    });
    const process = office.start();
    const id = await ask(process, aFailoverIntent({ minutes: 10 }));
    const begun = office.world.now;
    await drive(office, process, 9 * minuteMs);
    expect(await office.requestNow(id)).toMatchObject({ step: 1, phase: { kind: 'holding' } });
    await drive(office, process, 11 * minuteMs);
    expect(await office.requestNow(id)).toMatchObject({ step: 2 });
    expect(office.world.now - begun).toBeLessThan(12 * minuteMs);
  });
});
