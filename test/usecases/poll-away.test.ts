import { describe, expect, test } from 'vitest';
import { recordLastReads } from '../../src/usecases/poll-circuits.ts';
import { aCircuit, aService, t0 } from '../support/a-circuit.ts';
import { aSubscription } from '../support/a-subscription.ts';
import { aFault, aPoller, listing } from './support/a-poller.ts';

const lon = aCircuit({ name: 'lon-01' });
const ams = aCircuit({ name: 'ams-01' });
const cut = aCircuit({ name: 'lon-01', service: aService({ providerState: 'Deprovisioning' }) });
const subscriptions = [aSubscription('S1', 'C1', '')];
const minute = 60_000;

describe('after a time away', () => {
  test('one message tells what changed meanwhile', async () => {
    const poller = aPoller({ subscriptions });
    await poller.see(listing(lon));
    await poller.see(listing(cut, ams), 11 * minute);
    expect(await poller.owed()).toEqual(['first-sight@C1', 'catch-up@C1']);
    expect((await poller.inner.owed()).at(-1)?.notice).toMatchObject({
      why: 'away',
      since: t0 + minute,
      until: t0 + 12 * minute,
      changes: [{ difference: { kind: 'provider-state' } }, { difference: { kind: 'circuit-found' } }],
    });
  });

  test('nothing is said when nothing changed', async () => {
    const poller = aPoller({ subscriptions });
    await poller.see(listing(lon));
    expect(await poller.see(listing(lon), 3 * 24 * 60 * minute)).toMatchObject({ owed: 0 });
  });

  test('quiet polls are no time away', async () => {
    const poller = aPoller({ subscriptions });
    await poller.see(listing(lon));
    for (let i = 0; i < 30; i++) await poller.see(listing(lon));
    await poller.see(listing(cut));
    expect(await poller.owed()).toEqual(['first-sight@C1', 'provider-state@C1']);
  });

  test('polls that failed are', async () => {
    const poller = aPoller({ subscriptions });
    await poller.see(listing(lon));
    for (let i = 0; i < 11; i++) await poller.see(aFault('unavailable'));
    await poller.see(listing(cut));
    expect(await poller.owed()).toEqual(['first-sight@C1', 'catch-up@C1']);
  });

  test('a restart later tells in one message what changed since the last look before it', async () => {
    const before = aPoller({ subscriptions });
    await before.see(listing(lon));
    const after = aPoller({ store: before.inner });
    await after.see(listing(cut), 3_600_000);
    expect((await after.inner.owed()).at(-1)?.notice).toMatchObject({ why: 'away', since: t0 + minute });
  });

  test('a restart knows when it last looked, though quiet polls are not written down', async () => {
    const before = aPoller({ subscriptions });
    await before.see(listing(lon));
    for (let i = 0; i < 30; i++) await before.see(listing(lon));
    await recordLastReads(before);
    const after = aPoller({ store: before.inner });
    after.world.now = before.world.now;
    await after.see(listing(cut));
    expect(await after.owed()).toEqual(['first-sight@C1', 'provider-state@C1']);
  });
});
