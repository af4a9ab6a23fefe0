import { describe, expect, it } from 'vitest';
import { historyCaps, type Store } from '../../src/usecases/store.ts';
import { aChange, aKnownCircuit, aMute, aSubscription, circuitId, inLondon } from './support/builders.ts';

/** Circuits, the wishes of channels, and history. */
export function describeMemoryContract(current: () => Store): void {
  describe('circuits', () => {
    it('answers by name, then resource group, in any casing', async () => {
      const addresses = [
        { name: 'lon-02', resourceGroup: 'a' },
        { name: 'LON-01', resourceGroup: 'b' },
        { name: 'lon-01', resourceGroup: 'A' },
        { name: 'ams-01', resourceGroup: 'z' },
      ];
      for (const address of addresses) await current().commit({ putCircuits: [aKnownCircuit(address)] });
      const answer = await current().circuits();
      expect(answer.map(({ circuit }) => `${circuit.resourceGroup}/${circuit.name}`)).toEqual([
        'z/ams-01',
        'A/lon-01',
        'b/LON-01',
        'a/lon-02',
      ]);
    });

    it('answers those of one Azure subscription', async () => {
      const here = aKnownCircuit({ subscriptionId: 'sub-1' });
      const there = aKnownCircuit({ subscriptionId: 'sub-2' });
      await current().commit({ putCircuits: [there, here] });
      expect(await current().circuits('sub-1')).toEqual([here]);
      expect(await current().circuits('sub-3')).toEqual([]);
    });

    it('replaces and removes by id', async () => {
      const [one, two] = [aKnownCircuit(), aKnownCircuit({ name: 'lon-02' })];
      await current().commit({ putCircuits: [one, two] });
      const later = { ...one, changedAt: 2_000 };
      await current().commit({ putCircuits: [later], removeCircuits: [two.circuit.id] });
      expect(await current().circuit(one.circuit.id)).toEqual(later);
      expect(await current().circuit(two.circuit.id)).toBeUndefined();
    });

    it('keeps what one transaction both removes and puts', async () => {
      const known = aKnownCircuit();
      await current().commit({ putCircuits: [known] });
      await current().commit({ putCircuits: [known], removeCircuits: [known.circuit.id] });
      expect(await current().circuits()).toEqual([known]);
    });

    it('remembers what is watched, one record for each subscription', async () => {
      const watched = { subscriptionId: 'sub-1', firstReadAt: 1, lastReadAt: 1 };
      await current().commit({ putWatched: [{ ...watched, emptyDoubted: true }] });
      await current().commit({ putWatched: [{ ...watched, lastReadAt: 2 }] });
      expect(await current().watchedSubscriptions()).toEqual([{ ...watched, lastReadAt: 2 }]);
    });
  });

  describe('what channels asked for', () => {
    it('answers subscriptions oldest first, of all channels or of one', async () => {
      const young = aSubscription('young', { createdAt: 3_000 });
      const other = aSubscription('other', { createdAt: 2_000, channelId: 'C2' });
      const old = aSubscription('old', { createdAt: 1_000 });
      await current().commit({ putSubscriptions: [young, other, old] });
      expect(await current().subscriptions()).toEqual([old, other, young]);
      expect(await current().subscriptions('C1')).toEqual([old, young]);
    });

    it('replaces and removes subscriptions by id', async () => {
      await current().commit({ putSubscriptions: [aSubscription('a'), aSubscription('b')] });
      const narrowed = aSubscription('a', { wish: { filter: [], kinds: ['status'] } });
      await current().commit({ putSubscriptions: [narrowed], removeSubscriptions: ['b', 'unknown'] });
      expect(await current().subscriptions()).toEqual([narrowed]);
    });

    it('keeps one mute for each channel and circuit, also when it is over', async () => {
      const elsewhere = aMute({ channelId: 'C2' });
      await current().commit({ putMutes: [aMute({ until: 1 }), elsewhere] });
      await current().commit({ putMutes: [aMute({ until: 2 })] });
      expect(await current().mutes()).toEqual([aMute({ until: 2 }), elsewhere]);
      await current().commit({ removeMutes: [{ channelId: 'C2', circuitId: circuitId(inLondon) }] });
      expect(await current().mutes()).toEqual([aMute({ until: 2 })]);
    });

    it('keeps one suspension for each channel', async () => {
      const suspension = { channelId: 'C1', reason: 'archived', since: 1 } as const;
      const later = { ...suspension, reason: 'gone' } as const;
      await current().commit({ putSuspensions: [suspension, { ...suspension, channelId: 'C2' }] });
      await current().commit({ putSuspensions: [later], removeSuspensions: ['C2'] });
      expect(await current().suspensions()).toEqual([later]);
    });
  });

  describe('changes', () => {
    it('answers oldest first, from a moment on, of one circuit', async () => {
      const elsewhere = { ...aChange().circuit, id: circuitId({ ...inLondon, name: 'fra-02' }) };
      const first = aChange({ id: 'p.0', at: 1_000 });
      const second = aChange({ id: 'p.1', at: 2_000, circuit: elsewhere });
      const third = aChange({ id: 'p.2', at: 3_000 });
      await current().commit({ addChanges: [second, third] });
      await current().commit({ addChanges: [first] });
      expect(await current().changes()).toEqual([first, second, third]);
      expect(await current().changes({ since: 2_000 })).toEqual([second, third]);
      expect(await current().changes({ since: 2_000, circuitId: elsewhere.id })).toEqual([second]);
    });

    it('keeps the order in which changes of one moment were added, and each once', async () => {
      const changes = [aChange({ id: 'p.9' }), aChange({ id: 'p.10' })];
      await current().commit({ addChanges: changes });
      await current().commit({ addChanges: changes });
      expect(await current().changes()).toEqual(changes);
    });

    it('keeps so many, the oldest go first', async () => {
      const many = Array.from({ length: historyCaps.changes }, (_, at) => aChange({ id: `p.${at}`, at }));
      await current().commit({ addChanges: many });
      await current().commit({ addChanges: [aChange({ id: 'last', at: historyCaps.changes })] });
      const kept = await current().changes();
      expect(kept).toHaveLength(historyCaps.changes);
      expect(kept.at(0)?.id).toBe('p.1');
      expect(kept.at(-1)?.id).toBe('last');
    });
  });
}
