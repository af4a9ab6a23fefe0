import { describe, expect, test } from 'vitest';
import { aCircuit, aService, t0 } from '../support/a-circuit.ts';
import { aSubscription } from '../support/a-subscription.ts';
import { anOrder } from '../support/an-order.ts';
import { aPoller, listing } from './support/a-poller.ts';

const dayMs = 86_400_000;
const created = aCircuit({ service: aService({ providerState: 'NotProvisioned' }) });
const subscriptions = [aSubscription('S1', 'C1', '')];
/** The first poll is a minute after t0; this brings the next one to just after the promised day. */
const toOverdue = Date.UTC(2026, 2, 21) - t0;

/** A new circuit with an order promised for 2026-03-20, polled often enough not to count as away. */
async function ordered() {
  const poller = aPoller({ subscriptions });
  await poller.see(listing(), 0);
  await poller.see(listing(created));
  await poller.inner.commit({ putOrders: [{ circuitId: created.id, order: anOrder() }] });
  const told = async () => (await poller.inner.changes()).map(({ difference }) => difference.kind);
  return { ...poller, told };
}

describe('a provider that is late', () => {
  test('is told once, by polls that see nothing else new', async () => {
    const poller = await ordered();
    await poller.see(listing(created), toOverdue);
    expect(await poller.told()).toEqual(['circuit-found', 'order-overdue']);
    const [change] = (await poller.inner.changes()).slice(-1);
    expect(change).toMatchObject({
      difference: { promisedOn: '2026-03-20' },
      next: { who: 'you', action: 'chase-provider', wait: { orderNumber: 'A-4711' } },
    });
    await poller.see(listing(created), dayMs);
    expect(await poller.told()).toHaveLength(2);
  });

  test('is not told again by the next process', async () => {
    const poller = await ordered();
    await poller.see(listing(created), toOverdue);
    const next = aPoller({ subscriptions, store: poller.inner });
    next.world.now = poller.world.now;
    await next.see(listing(created));
    expect(await poller.told()).toEqual(['circuit-found', 'order-overdue']);
  });

  test('is told again by a new promise', async () => {
    const poller = await ordered();
    await poller.see(listing(created), toOverdue);
    const order = anOrder({ promisedOn: '2026-04-01' });
    await poller.inner.commit({ putOrders: [{ circuitId: created.id, order }] });
    await poller.see(listing(created));
    expect(await poller.told()).toHaveLength(2);
    await poller.see(listing(created), 12 * dayMs);
    expect(await poller.told()).toEqual(['circuit-found', 'order-overdue', 'order-overdue']);
  });

  test('keeps its order through every poll', async () => {
    const poller = await ordered();
    await poller.see(listing({ ...created, tags: { env: 'prod' } }));
    expect((await poller.inner.circuit(created.id))?.order).toEqual(anOrder());
  });
});
