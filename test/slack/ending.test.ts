import { describe, expect, test } from 'vitest';
import type { CircuitSight, FailoverTest } from '../../src/domain/operation/circuit-sight.ts';
import { circuitPayload } from '../../src/slack/blocks/circuit-token.ts';
import type { AzureWriter } from '../../src/usecases/ports.ts';
import { aKnownCircuit, aService, circuitIdOf } from '../support/a-circuit.ts';
import { aGrant, anAccess } from '../support/an-access.ts';
import { anOrder } from '../support/an-order.ts';
import { aCircuitSight, aConnection, somePlanInputs } from '../support/plan-inputs.ts';
import { quietChat } from '../support/quiet-chat.ts';
import { startSlackBot } from '../support/slack-bot.ts';
import { planningDesk } from '../support/slack-desk.ts';

const secret = 'cea82935-1111-4111-8111-111111111111';
const value = circuitPayload({ id: circuitIdOf('lon-01'), name: 'lon-01' });
type State = 'NotProvisioned' | 'Provisioned' | 'Deprovisioning';
const sightIn = (providerState: State) => aCircuitSight({ service: aService({ providerState }) });

type Starting = {
  readonly sight?: CircuitSight;
  readonly writer?: Partial<AzureWriter>;
  readonly access?: ReturnType<typeof anAccess>;
};

async function start({ sight = aCircuitSight(), writer = {}, access = anAccess(aGrant()) }: Starting = {}) {
  const { desk, asked } = planningDesk(somePlanInputs({ sight, connections: [aConnection()] }));
  const azure: AzureWriter = {
    ...quietChat().writer,
    readCircuit: async () => sight,
    readServiceKey: async () => secret,
    ...writer,
  };
  const bot = await startSlackBot({ access, deps: { writer: azure, desk } });
  await bot.store.commit({ putCircuits: [aKnownCircuit({ service: sight.circuit.service })] });
  const shown = async () => JSON.stringify((await bot.api.called('views.update')).body.view);
  return Object.assign(bot, { asked, shown });
}

describe('/circuit delete', () => {
  test('of a provisioned circuit names the provider, the bill and all that hangs on it, and offers the way', async () => {
    await using bot = await start();
    await bot.command('delete lon-01');
    const view = await bot.shown();
    for (const words of [
      '*lon-01* cannot be deleted now: its provider state is Provisioned.',
      'Equinix must deprovision it first. Microsoft bills it until the circuit itself is deleted.',
      '• link conn-hub: `/circuit unlink lon-01 conn-hub`',
      '"Start deprovisioning"',
      '"Show lon-01"',
    ])
      expect(view).toContain(words);
  });

  test('lists every blocker before Azure is asked', async () => {
    await using bot = await start({ sight: sightIn('NotProvisioned') });
    await bot.command('delete lon-01');
    expect(await bot.shown()).toContain('cannot be deleted yet. These have to go first:\\n• link conn-hub');
  });

  test('has its button, for those who may', async () => {
    await using bot = await start({ sight: sightIn('NotProvisioned') });
    await bot.press({ action_id: 'circuit.delete', value });
    expect(await bot.shown()).toContain('These have to go first');
    expect(bot.asked).toMatchObject([{ operation: 'delete' }]);
    await using other = await start({ access: anAccess(aGrant({ role: 'approver' })) });
    const { words } = await other.pressed({ action_id: 'circuit.delete', value });
    expect(words).toContain('You need the role operator');
    expect(other.asked).toEqual([]);
  });
});

describe('/circuit deprovision', () => {
  test('asks whether to delete it afterwards', async () => {
    await using bot = await start();
    await bot.command('deprovision lon-01');
    expect(await bot.shown()).toContain('Delete it as soon as it is deprovisioned');
    await using pressed = await start();
    await pressed.press({ action_id: 'circuit.deprovision', value });
    expect(await pressed.shown()).toContain('Delete it as soon as it is deprovisioned');
  });

  test('of a deprovisioned circuit offers to delete it or to have it enabled again', async () => {
    await using bot = await start({ sight: sightIn('NotProvisioned') });
    await bot.command('deprovision lon-01');
    const view = await bot.shown();
    for (const words of ['*lon-01* is NotProvisioned', '"circuit.delete"', '"circuit.reenable"'])
      expect(view).toContain(words);
  });

  test('of one on its way says so', async () => {
    await using bot = await start({ sight: sightIn('Deprovisioning') });
    await bot.command('deprovision lon-01');
    expect(await bot.shown()).toContain('so Equinix is taking it down already');
  });
});

describe('the text for the provider', () => {
  const texts = [
    ['circuit.handover', 'Please deprovision this ExpressRoute circuit.'],
    ['circuit.reenable', 'Please provision this ExpressRoute circuit again.'],
  ] as const;

  test.each(texts)(
    'of %s has the key and the order, and that the key was seen is on record',
    async (id, ask) => {
      await using bot = await start();
      const order = anOrder({ orderNumber: 'EQX-1' });
      await bot.store.commit({ putOrders: [{ circuitId: circuitIdOf('lon-01'), order }] });
      const { words, ephemeral } = await bot.pressed({ action_id: id, value });
      for (const part of [ask, `Service key: ${secret}`, 'Order number: EQX-1'])
        expect(words).toContain(part);
      expect(ephemeral).toBe(true);
      expect(String(bot.api.responses().at(-1)?.text)).not.toContain(secret);
      expect(bot.log()).not.toContain(secret);
      expect(await bot.store.dueAudit()).toMatchObject([{ act: 'view-key', by: 'U0OMAR0001' }]);
    },
  );

  test.each(texts)(
    'of %s has no key for those who may not see it, and that is no offence',
    async (id, ask) => {
      await using bot = await start({ access: anAccess() });
      const { words } = await bot.pressed({ action_id: id, value });
      for (const part of [ask, 'Service key: follows separately', 'you may not see it'])
        expect(words).toContain(part);
      expect(words).not.toContain(secret);
      expect(await bot.store.dueAudit()).toEqual([]);
    },
  );

  test.each(['', '{}', '{"circuit":"nothing"}'])('is not given for a forged value %j', async (forged) => {
    await using bot = await start();
    const { words } = await bot.pressed({ action_id: 'circuit.handover', value: forged });
    expect(words).toMatch(/cannot be read any more|no longer in Azure/u);
    expect(words).not.toContain(secret);
  });
});

describe('/circuit failover', () => {
  const running: FailoverTest = { link: 'Primary', category: 'BgpDisconnect', status: 'Running' };

  test('asks for the link, the way and the minutes; a link that was named is chosen', async () => {
    await using bot = await start();
    await bot.command('failover lon-01 SECONDARY');
    const view = await bot.shown();
    expect(view).toContain('"initial_option":{"text":{"type":"plain_text","text":"Secondary"');
    expect(view).toContain('1 to 240.');
  });

  test.each([
    [{ failoverTests: async () => undefined }, 'Azure offers no link failover test'],
    [{ failoverTests: async () => [running] }, 'A failover test of *lon-01* is running'],
    [{ readCircuit: async () => undefined }, 'is not in Azure'],
    [{ readCircuit: async () => aCircuitSight({ peerings: [] }) }, 'has no enabled peering'],
  ])('says at once what forbids any test (%#)', async (writer, words) => {
    await using bot = await start({ writer });
    await bot.command('failover lon-01');
    const view = await bot.shown();
    expect(view).toContain(words);
    expect(view).not.toContain('"submit"');
  });

  test('says what means nothing', async () => {
    await using bot = await start();
    expect((await bot.ask('failover lon-01 both')).words).toContain('both means nothing here.');
    expect((await bot.ask('delete lon-01 now')).words).toContain('now means nothing here.');
    expect((await bot.ask('deprovision lon-01 now')).words).toContain('now means nothing here.');
  });
});
