import { describe, expect, it } from 'vitest';
import { awaitedApprovals } from '../../../src/usecases/requests/awaited-approvals.ts';
import { adam, ana, aRule, omar } from '../../support/a-request.ts';
import { aPeeringIntent } from '../../support/an-intent.ts';
import { anOpenOffice, asAna, ask, got } from './support/an-office.ts';

describe('what waits for an approval', () => {
  async function asked(policy = {}) {
    const office = anOpenOffice(policy);
    const id = await ask(office.process, aPeeringIntent(), []);
    const { store, gatekeeper, now } = office;
    const awaitedBy = async (userId: string) =>
      (await awaitedApprovals({ whole: store, gatekeeper, now }, userId)).map((request) => request.id);
    return { ...office, id, awaitedBy };
  }

  it('is seen by those who may approve, and by nobody else', async () => {
    const { id, awaitedBy, roles } = await asked();
    roles.set('U0EVE00001', ['operator']);
    expect(await awaitedBy(ana)).toEqual([id]);
    expect(await awaitedBy('U0EVE00001')).toEqual([]);
  });

  it('does not wait for the requester, whatever their role', async () => {
    const { awaitedBy, roles } = await asked();
    roles.set(omar, ['admin']);
    expect(await awaitedBy(omar)).toEqual([]);
  });

  it('waits for the second approver when the first has approved', async () => {
    const { id, awaitedBy, desk } = await asked({ peering: aRule({ approvals: 2 }) });
    got(await desk.approve(asAna, id));
    expect(await awaitedBy(ana)).toEqual([]);
    expect(await awaitedBy(adam)).toEqual([id]);
  });

  it('ends with the request', async () => {
    const { awaitedBy, id, desk } = await asked();
    got(await desk.reject(asAna, id, 'Not now.'));
    expect(await awaitedBy(ana)).toEqual([]);
  });
});
