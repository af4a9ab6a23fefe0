import { describe, expect, it } from 'vitest';
import { aCircuit, aKnownCircuit, aPeering, aService } from '../../support/a-circuit.ts';
import { ana, netops, omar } from '../../support/a-request.ts';
import { aDeprovisionIntent, aFailoverIntent, aResizeIntent } from '../../support/an-intent.ts';
import { aFault } from '../../support/fake-azure-writer.ts';
import { aConnection, aTarget } from '../../support/plan-inputs.ts';
import { actsOf, anOpenOffice, asAna, ask, asOmar, codeOf, drive, got } from './support/an-office.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const released = aCircuit({ service: aService({ providerState: 'NotProvisioned' }) });
const serving = aCircuit({ peerings: [aPeering()] });

async function deprovisioning(thenDelete = true) {
  const made = anOpenOffice();
  const id = await ask(made.process, aDeprovisionIntent({ thenDelete }));
  return { ...made, id };
}

describe('waiting for the provider', () => {
  it('says so, writes nothing, and takes as long as it takes', async () => {
    const { office, process, id, requestNow, azure, store } = await deprovisioning();
    await drive(office, process, 10 * hourMs);
    expect(await requestNow(id)).toMatchObject({ phase: { kind: 'waiting-for-provider' } });
    const [card] = await store.owed();
    expect(card?.notice).toMatchObject({ view: { state: { waitsFor: 'provider', step: 0, steps: 2 } } });
    expect(azure.taken).toEqual([]);
  });

  it('asks Azure once a poll, and not at all while memory says that it is not so', async () => {
    const { office, process, azure, store } = await deprovisioning();
    await drive(office, process, minuteMs);
    const before = azure.calls.length;
    await drive(office, process, hourMs);
    expect(azure.calls.slice(before)).toEqual(Array.from({ length: 60 }, () => 'readCircuit'));
    await store.commit({ putCircuits: [aKnownCircuit()] });
    await drive(office, process, hourMs);
    expect(azure.calls.slice(before)).toHaveLength(60);
  });

  it('ends when Azure itself says so, and what was asked for follows', async () => {
    const { office, process, id, requestNow, azure, store } = await deprovisioning();
    await store.commit({ putCircuits: [aKnownCircuit({ service: released.service })] });
    await drive(office, process, hourMs);
    expect(await requestNow(id)).toMatchObject({ phase: { kind: 'waiting-for-provider' } });
    azure.put(released);
    await drive(office, process);
    expect(await requestNow(id)).toMatchObject({ state: 'succeeded' });
    expect(azure.taken).toEqual([{ kind: 'delete-circuit' }]);
    expect(await actsOf(store, id)).toEqual(['request', 'approve', 'execute', 'succeed']);
  });

  it('deletes no other circuit that was made under the same name meanwhile', async () => {
    const { office, process, id, requestNow, azure } = await deprovisioning();
    await drive(office, process, hourMs);
    azure.put(released);
    azure.settings.resourceGuid = 'guid-2';
    await drive(office, process);
    expect(await requestNow(id)).toMatchObject({
      state: 'stale',
      why: { kind: 'changed', changes: [{ field: 'Circuit' }] },
    });
    expect(azure.taken).toEqual([]);
  });

  it('alone is all of a request that deletes nothing', async () => {
    const { office, process, id, requestNow, azure } = await deprovisioning(false);
    azure.at(office.world.now + hourMs, () => azure.put(released));
    await drive(office, process);
    expect(await requestNow(id)).toMatchObject({ state: 'succeeded' });
    expect(azure.taken).toEqual([]);
  });

  it('goes on when Azure does not answer', async () => {
    const { office, process, id, requestNow, azure } = await deprovisioning(false);
    await drive(office, process, minuteMs);
    azure.script('readCircuit', aFault('unavailable'));
    azure.put(released);
    await drive(office, process);
    expect(await requestNow(id)).toMatchObject({ state: 'succeeded' });
  });

  it('ends when somebody has deleted the circuit meanwhile: there is nothing left to do', async () => {
    const { office, process, id, requestNow, azure } = await deprovisioning();
    await drive(office, process, hourMs);
    azure.cloud.circuits.delete(aTarget().id);
    await drive(office, process);
    expect(await requestNow(id)).toMatchObject({ state: 'succeeded' });
    expect(azure.taken).toEqual([]);
  });

  it('can be ended by the requester, and nothing is deleted then', async () => {
    const { office, process, id, requestNow, azure, desk } = await deprovisioning();
    await drive(office, process, hourMs);
    got(await desk.withdraw(asOmar, id));
    azure.put(released);
    await drive(office, process);
    expect(await requestNow(id)).toMatchObject({ state: 'withdrawn', by: omar });
    expect(azure.taken).toEqual([]);
  });

  it('lets other requests for the circuit pass', async () => {
    const { office, process, id, requestNow, azure } = await deprovisioning();
    await drive(office, process, minuteMs);
    const resize = await ask(process, aResizeIntent());
    await drive(office, process, hourMs);
    expect(await requestNow(resize)).toMatchObject({ state: 'succeeded' });
    expect(await requestNow(id)).toMatchObject({ phase: { kind: 'waiting-for-provider' } });
    expect(azure.taken).toMatchObject([{ kind: 'change-circuit' }]);
  });

  it('is not over while another request writes to the circuit', async () => {
    const { office, process, id, requestNow, azure } = await deprovisioning();
    await drive(office, process, minuteMs);
    const resize = await ask(process, aResizeIntent());
    azure.settings.operationMs = 30 * minuteMs;
    await drive(office, process, minuteMs);
    azure.at(office.world.now + minuteMs, () =>
      azure.put(aCircuit({ service: released.service, provisioningState: 'Updating' })),
    );
    await drive(office, process, 20 * minuteMs);
    expect(await requestNow(resize)).toMatchObject({ state: 'executing' });
    expect(await requestNow(id)).toMatchObject({ phase: { kind: 'waiting-for-provider' } });
    await drive(office, process);
    expect(await requestNow(id)).toMatchObject({ state: 'succeeded' });
    expect(azure.taken.map(({ kind }) => kind)).toEqual(['change-circuit', 'delete-circuit']);
  });

  it('is followed by a look at whether it may still be deleted', async () => {
    const { office, process, id, requestNow, azure, store } = await deprovisioning();
    await drive(office, process, hourMs);
    azure.cloud.connections.set('late', aConnection({ id: 'late' }));
    azure.put(released);
    await drive(office, process);
    expect(await requestNow(id)).toMatchObject({ state: 'stale', why: { kind: 'refused' } });
    expect(azure.taken).toEqual([]);
    expect(await actsOf(store, id)).toEqual(['request', 'approve', 'execute', 'stale']);
  });

  it('is followed by a look at whether the people may still', async () => {
    const { office, process, id, requestNow, azure, roles } = await deprovisioning();
    await drive(office, process, hourMs);
    roles.delete(ana);
    azure.put(released);
    await drive(office, process);
    expect(await requestNow(id)).toMatchObject({ state: 'stale', why: { kind: 'not-allowed', userId: ana } });
    expect(azure.taken).toEqual([]);
  });
});

describe('holding', () => {
  async function testing() {
    const made = anOpenOffice();
    made.azure.put(serving);
    const id = await ask(made.process, aFailoverIntent({ minutes: 10 }));
    await drive(made.office, made.process, 2 * minuteMs);
    return { ...made, id, begun: made.world.now };
  }

  const linkNow = ({ azure }: Awaited<ReturnType<typeof testing>>) =>
    azure.cloud.failoverTests.get('Primary')?.status;

  it('keeps the test running for its time, shown until when, and then stops it', async () => {
    const made = await testing();
    const { office, process, id, requestNow, store } = made;
    expect(linkNow(made)).toBe('Running');
    const [card] = await store.owed();
    expect(card?.notice).toMatchObject({
      view: { state: { waitsFor: 'time', until: made.begun + 10 * minuteMs } },
    });
    await drive(office, process, 8 * minuteMs);
    expect(linkNow(made)).toBe('Running');
    await drive(office, process);
    expect(await requestNow(id)).toMatchObject({ state: 'succeeded' });
    expect(linkNow(made)).toBe('Completed');
  });

  it('keeps other writes off the circuit meanwhile', async () => {
    const { office, process, requestNow, azure, id } = await testing();
    const resize = await ask(process, aResizeIntent());
    await drive(office, process, 5 * minuteMs);
    expect(await requestNow(resize)).toMatchObject({ state: 'approved' });
    await drive(office, process);
    expect(await requestNow(id)).toMatchObject({ state: 'succeeded' });
    expect(await requestNow(resize)).toMatchObject({ state: 'succeeded' });
    expect(azure.taken.map(({ kind }) => kind)).toEqual([
      'start-failover-test',
      'stop-failover-test',
      'change-circuit',
    ]);
  });

  it('ends at once when somebody who may says so, and twice is once', async () => {
    const made = await testing();
    const { office, process, id, requestNow, desk, store, azure } = made;
    expect(codeOf(await desk.stopHolding(asAna, id))).toBe('role-needed');
    const stops = await Promise.all([desk.stopHolding(asOmar, id), desk.stopHolding(asOmar, id)]);
    expect(stops.map(codeOf)).toEqual(['ok', 'request-executing']);
    await drive(office, process, 3 * minuteMs);
    expect(await requestNow(id)).toMatchObject({ state: 'succeeded' });
    expect(azure.taken).toHaveLength(2);
    expect(linkNow(made)).toBe('Completed');
    const stopped = (await store.dueAudit()).filter(({ note }) => note === 'stopped early');
    expect(stopped).toMatchObject([{ act: 'execute', by: omar, channelId: netops }]);
  });

  it('is stopped even when whoever asked lost the role meanwhile', async () => {
    const made = await testing();
    made.roles.clear();
    await drive(made.office, made.process);
    expect(await made.requestNow(made.id)).toMatchObject({ state: 'succeeded' });
    expect(linkNow(made)).toBe('Completed');
  });

  it('ends in time when the clock is set back, or jumps ahead', async () => {
    for (const jump of [-hourMs, -20 * hourMs, 5 * hourMs]) {
      const made = await testing();
      made.world.skewMs += jump;
      const at = made.world.now;
      await drive(made.office, made.process, 15 * minuteMs);
      expect(await made.requestNow(made.id)).toMatchObject({ state: 'succeeded' });
      expect(made.world.now - at).toBeLessThanOrEqual(12 * minuteMs);
    }
  });
});
