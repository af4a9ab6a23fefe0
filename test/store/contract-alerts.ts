import { describe, expect, it } from 'vitest';
import { historyCaps, type Store } from '../../src/usecases/store.ts';
import { aRegistration } from '../support/a-registration.ts';
import {
  aConnectivity,
  aDigest,
  aHeld,
  anIncident,
  aWindow,
  quietNights,
  resolved,
} from './support/alert-builders.ts';
import { aKnownCircuit, aMute, circuitId, inLondon } from './support/builders.ts';

/** Incidents, digests of them, what is held, and when channels want to be left alone. */
export function describeAlertContract(current: () => Store): void {
  const incidentIds = async (query?: { all: boolean }) =>
    (await current().incidents(query)).map(({ id }) => id);
  const digestIds = async () => (await current().digests()).map(({ id }) => id);

  describe('incidents', () => {
    it('are answered oldest first, each as it was put last', async () => {
      const young = anIncident('young', { firstBadAt: 3_000 });
      await current().commit({ putIncidents: [young, anIncident('old', { firstBadAt: 1_000 })] });
      await current().commit({ putIncidents: [{ ...young, revision: 2 }] });
      expect(await incidentIds()).toEqual(['old', 'young']);
      expect(await current().incident('young')).toEqual({ ...young, revision: 2 });
      expect(await current().incident('other')).toBeUndefined();
    });

    it('that are resolved are answered while they can be opened again: the last one of each subject', async () => {
      const subject = { kind: 'blind', spot: 'polls', scope: '' } as const;
      const incidents = [resolved('before', 2_000), resolved('last', 3_000), anIncident('now')];
      await current().commit({ putIncidents: [...incidents, resolved('other', 1_000, { subject })] });
      expect(await incidentIds()).toEqual(['last', 'now', 'other']);
      expect(await incidentIds({ all: true })).toEqual(['before', 'last', 'now', 'other']);
    });

    it('that never were are removed', async () => {
      await current().commit({ putIncidents: [anIncident('a', { state: 'pending' }), anIncident('b')] });
      await current().commit({ removeIncidents: ['a', 'unknown'] });
      expect(await incidentIds({ all: true })).toEqual(['b']);
    });

    it('that are resolved are kept in so many; those that ended first go first, and others never', async () => {
      const over = Array.from({ length: historyCaps.incidents }, (_, index) =>
        resolved(`i-${index}`, 10_000 - index),
      );
      const living = ['pending', 'open', 'clearing'] as const;
      await current().commit({
        putIncidents: [...living.map((state) => anIncident(state, { state, firstBadAt: 0 })), ...over],
      });
      await current().commit({ putIncidents: [resolved('last', 20_000)] });
      const ids = await incidentIds({ all: true });
      expect(ids).toHaveLength(historyCaps.incidents + living.length);
      expect(ids).toEqual(expect.arrayContaining([...living, 'last', 'i-0']));
      expect(ids).not.toContain(`i-${historyCaps.incidents - 1}`);
    });
  });

  describe('digests', () => {
    it('are replaced by id', async () => {
      await current().commit({ putDigests: [aDigest('a', ['i']), aDigest('b', [])] });
      await current().commit({ putDigests: [aDigest('a', ['i', 'j'], { revision: 2 })] });
      expect(await current().digest('a')).toEqual(aDigest('a', ['i', 'j'], { revision: 2 }));
      expect(await current().digest('c')).toBeUndefined();
      expect(await digestIds()).toEqual(['a', 'b']);
    });

    it('are kept in so many, the oldest go first, but none of which an incident goes on', async () => {
      const many = Array.from({ length: historyCaps.digests }, (_, at) =>
        aDigest(`d-${at}`, ['over'], { until: at }),
      );
      await current().commit({
        putIncidents: [anIncident('open'), resolved('over', 1_000)],
        putDigests: [aDigest('living', ['over', 'open'], { until: 0 }), ...many],
      });
      await current().commit({ putDigests: [aDigest('last', [], { until: 5_000 })] });
      const ids = await digestIds();
      expect(ids).toHaveLength(historyCaps.digests + 1);
      expect(ids).toEqual(expect.arrayContaining(['living', 'last', 'd-1']));
      expect(ids).not.toContain('d-0');
    });
  });

  describe('what is held', () => {
    it('is answered oldest first, until it is told', async () => {
      const held = [aHeld('b', { at: 2_000 }), aHeld('a', { at: 1_000 }), aHeld('c', { at: 3_000 })];
      await current().commit({ hold: held });
      await current().commit({ unhold: ['b', 'unknown'] });
      expect(await current().held()).toEqual([held[1], held[2]]);
    });
  });

  describe('when channels want to be left alone', () => {
    it('has one span of quiet hours for each channel', async () => {
      const elsewhere = quietNights({ channelId: 'C2' });
      await current().commit({ putQuietHours: [quietNights(), elsewhere] });
      const later = quietNights({ fromMinute: 1_380 });
      await current().commit({ putQuietHours: [later] });
      expect(await current().quietHours()).toEqual([later, elsewhere]);
      await current().commit({ removeQuietHours: ['C1'] });
      expect(await current().quietHours()).toEqual([elsewhere]);
    });

    it('has maintenance windows by their beginning, until they are removed', async () => {
      const windows = [aWindow('b', { from: 2_000 }), aWindow('a', { from: 3_000 }), aWindow('c')];
      await current().commit({ putWindows: windows });
      expect((await current().maintenanceWindows()).map(({ id }) => id)).toEqual(['c', 'b', 'a']);
      await current().commit({ putWindows: [aWindow('c', { until: 5_000 })], removeWindows: ['a', 'b'] });
      expect(await current().maintenanceWindows()).toEqual([aWindow('c', { until: 5_000 })]);
    });

    it('has a mute for each kind beside that of all kinds', async () => {
      const ofKind = aMute({ kind: 'bandwidth', since: 1_000 });
      await current().commit({ putMutes: [aMute(), ofKind] });
      expect(await current().mutes()).toEqual([aMute(), ofKind]);
      await current().commit({ removeMutes: [aMute()] });
      expect(await current().mutes()).toEqual([ofKind]);
    });
  });

  describe('what is known of sessions', () => {
    it('is one record for each circuit, and goes with it', async () => {
      const known = aKnownCircuit();
      const { id } = known.circuit;
      await current().commit({ putCircuits: [known], putConnectivity: [aConnectivity()] });
      const later = aConnectivity({ sessions: [] });
      await current().commit({ putConnectivity: [later] });
      expect(await current().connectivity()).toEqual(new Map([[id, later]]));
      await current().commit({ removeCircuits: [id] });
      expect(await current().connectivity()).toEqual(new Map());
    });

    it('and what registries have of its prefixes go with a circuit', async () => {
      const known = aKnownCircuit();
      const { id } = known.circuit;
      await current().commit({ putCircuits: [known], putRegistrations: [aRegistration(id)] });
      const later = aRegistration(id, { at: 2_000 });
      await current().commit({ putRegistrations: [later] });
      expect(await current().registrations()).toEqual(new Map([[id, later]]));
      await current().commit({ removeCircuits: [id] });
      await current().commit({ putRegistrations: [later] });
      expect(await current().registrations()).toEqual(new Map());
    });

    it('is not remembered of a circuit that is gone by then', async () => {
      await current().commit({ putCircuits: [aKnownCircuit({ name: 'lon-02' })] });
      await current().commit({ putConnectivity: [aConnectivity({ circuitId: circuitId(inLondon) })] });
      expect(await current().connectivity()).toEqual(new Map());
    });
  });
}
