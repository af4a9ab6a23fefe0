import { describe, expect, it } from 'vitest';
import { aCircuit, aService } from '../../support/a-circuit.ts';
import { ana, approvalsChannel, netops, omar } from '../../support/a-request.ts';
import { aDeleteIntent, aPeeringIntent, aResizeIntent } from '../../support/an-intent.ts';
import { aFault } from '../../support/fake-azure-writer.ts';
import { anOpenOffice, asAna, asOmar, codeOf, got } from './support/an-office.ts';

const deletable = aCircuit({ service: aService({ providerState: 'NotProvisioned' }) });

describe('proposing', () => {
  it('shows what would be done, who must agree and where, and asks for nothing', async () => {
    const { desk, azure, store } = anOpenOffice();
    azure.put(deletable);
    const proposal = got(await desk.propose(asOmar, aDeleteIntent()));
    expect(proposal).toMatchObject({
      plan: { changes: [{ field: 'Circuit', before: 'lon-01', after: '' }] },
      rule: { approvals: 1 },
      shownIn: { channelId: approvalsChannel },
    });
    expect(await store.requests()).toEqual([]);
    expect(await store.owed()).toEqual([]);
  });

  it('is refused to whoever may not, before Azure is asked, and written down', async () => {
    const { desk, azure, store } = anOpenOffice();
    expect(codeOf(await desk.propose(asAna, aDeleteIntent()))).toBe('role-needed');
    expect(azure.calls).toEqual([]);
    expect(await store.dueAudit()).toMatchObject([
      {
        act: 'refuse',
        by: ana,
        channelId: approvalsChannel,
        operation: 'delete',
        note: 'propose: role-needed',
      },
    ]);
  });

  it('is refused with the rule that forbids it', async () => {
    const { desk } = anOpenOffice();
    expect(codeOf(await desk.propose(asOmar, aDeleteIntent()))).toBe('deprovision-first');
  });

  it('is refused while nobody has said where approvals are asked for', async () => {
    const { desk } = anOpenOffice({}, { withoutApprovalsChannel: true });
    expect(codeOf(await desk.propose(asOmar, aPeeringIntent()))).toBe('approvals-channel-missing');
    expect(codeOf(await desk.propose(asOmar, aResizeIntent()))).toBe('ok');
  });

  it('is refused while the bot cannot post where approvals are asked for', async () => {
    const { desk, members } = anOpenOffice();
    members.delete(approvalsChannel);
    expect(codeOf(await desk.propose(asOmar, aPeeringIntent()))).toBe('approvals-channel-missing');
  });

  it('puts what needs no approval where it was asked, or into the direct conversation', async () => {
    const { desk, members } = anOpenOffice();
    const shownIn = async (caller = asOmar) => got(await desk.propose(caller, aResizeIntent())).shownIn;
    expect(await shownIn()).toEqual({ channelId: netops });
    expect(await shownIn({ userId: omar, channelId: undefined })).toEqual({ userId: omar });
    members.delete(netops);
    expect(await shownIn()).toEqual({ userId: omar });
  });

  it('throws when Azure does not tell what is needed', async () => {
    const { desk, azure } = anOpenOffice();
    azure.script('readCircuit', aFault('unreachable'));
    await expect(desk.propose(asOmar, aResizeIntent())).rejects.toThrow('unreachable');
  });

  it('reads only what the operation needs', async () => {
    const { desk, azure } = anOpenOffice();
    await desk.propose(asOmar, aDeleteIntent());
    expect(azure.calls.toSorted()).toEqual(['connections', 'readCircuit']);
  });

  it('goes on without what would only be nice to know', async () => {
    const { desk, azure } = anOpenOffice();
    azure.script('gateways', aFault('forbidden'));
    expect(codeOf(await desk.propose(asOmar, aPeeringIntent()))).toBe('ok');
  });
});
