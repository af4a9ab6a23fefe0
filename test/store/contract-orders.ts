import { describe, expect, it } from 'vitest';
import type { Store } from '../../src/usecases/store.ts';
import { aKnownCircuit } from './support/builders.ts';
import { anOrder } from './support/request-builders.ts';

/** What people recorded about orders: beside the circuits, and part of what is answered of them. */
export function describeOrderContract(current: () => Store): void {
  const known = aKnownCircuit();
  const { id: circuitId } = known.circuit;
  const order = anOrder();

  describe('orders', () => {
    it('are part of their circuits when these are asked for', async () => {
      const other = aKnownCircuit({ name: 'lon-02' });
      await current().commit({ putCircuits: [known, other], putOrders: [{ circuitId, order }] });
      expect(await current().circuits()).toEqual([{ ...known, order }, other]);
      expect(await current().circuits('sub-1')).toEqual([{ ...known, order }, other]);
      expect(await current().circuit(circuitId)).toEqual({ ...known, order });
      expect(await current().orders()).toEqual(new Map([[circuitId, order]]));
    });

    it('are not changed by putting their circuit, with another order or with none', async () => {
      await current().commit({ putCircuits: [known], putOrders: [{ circuitId, order }] });
      await current().commit({ putCircuits: [{ ...known, order: anOrder({ orderNumber: 'EQ-2' }) }] });
      await current().commit({ putCircuits: [{ ...known, changedAt: 2_000 }] });
      expect(await current().circuit(circuitId)).toEqual({ ...known, changedAt: 2_000, order });
    });

    it('are not made by putting a circuit that carries one', async () => {
      await current().commit({ putCircuits: [{ ...known, order }] });
      expect(await current().circuit(circuitId)).toEqual(known);
      expect(await current().orders()).toEqual(new Map());
    });

    it('replace one another, and can be removed', async () => {
      const later = anOrder({ orderNumber: 'EQ-2' });
      await current().commit({ putCircuits: [known], putOrders: [{ circuitId, order }] });
      await current().commit({ putOrders: [{ circuitId, order: later }], removeOrders: [circuitId] });
      expect((await current().circuit(circuitId))?.order).toEqual(later);
      await current().commit({ removeOrders: [circuitId] });
      expect(await current().circuit(circuitId)).toEqual(known);
    });

    it('may be there before their circuit is', async () => {
      await current().commit({ putOrders: [{ circuitId, order }] });
      expect(await current().circuits()).toEqual([]);
      await current().commit({ putCircuits: [known] });
      expect((await current().circuit(circuitId))?.order).toEqual(order);
    });

    it('go with their circuit', async () => {
      await current().commit({ putCircuits: [known], putOrders: [{ circuitId, order }] });
      await current().commit({ removeCircuits: [circuitId] });
      expect(await current().orders()).toEqual(new Map());
      await current().commit({ putCircuits: [known] });
      expect(await current().circuit(circuitId)).toEqual(known);
    });

    it('stay when one transaction both removes and puts their circuit', async () => {
      await current().commit({ putCircuits: [known], putOrders: [{ circuitId, order }] });
      await current().commit({ putCircuits: [known], removeCircuits: [circuitId] });
      expect((await current().circuit(circuitId))?.order).toEqual(order);
    });
  });
}
