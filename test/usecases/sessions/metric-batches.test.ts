import fc from 'fast-check';
import { expect, test } from 'vitest';
import { metricBatches } from '../../../src/usecases/sessions/metric-batches.ts';
import { aCircuit, subscription1, subscription2 } from '../../support/a-circuit.ts';

const estate = fc.array(
  fc.record({
    subscriptionId: fc.constantFrom(subscription1, subscription2),
    region: fc.constantFrom('uksouth', 'UKSouth', 'westeurope'),
  }),
  { maxLength: 180 },
);

test('batches ask for each circuit once, with the fewest calls that Azure allows', () => {
  fc.assert(
    fc.property(estate, (parts) => {
      const circuits = parts.map((part, index) => aCircuit({ name: `c-${index}`, ...part }));
      const batches = metricBatches(circuits);
      const asked = batches.flatMap(({ circuitIds }) => circuitIds);
      expect(asked.toSorted()).toEqual(circuits.map(({ id }) => id).toSorted());
      const groups = Map.groupBy(circuits, (one) => `${one.subscriptionId} ${one.region.toLowerCase()}`);
      const least = [...groups.values()].reduce((sum, group) => sum + Math.ceil(group.length / 50), 0);
      expect(batches).toHaveLength(least);
      for (const { circuitIds, subscriptionId, region } of batches) {
        expect(circuitIds.length).toBeLessThanOrEqual(50);
        for (const id of circuitIds) {
          const circuit = circuits.find((one) => one.id === id);
          expect([circuit?.subscriptionId, circuit?.region.toLowerCase()]).toEqual([subscriptionId, region]);
        }
      }
    }),
  );
});
