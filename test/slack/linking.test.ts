import { describe, expect, test } from 'vitest';
import { circuitPayload, circuitToken } from '../../src/slack/blocks/circuit-token.ts';
import { formMetadata } from '../../src/slack/writes/form.ts';
import { AzureFault, type AzureWriter } from '../../src/usecases/ports.ts';
import { aKnownCircuit, aService, circuitIdOf } from '../support/a-circuit.ts';
import { aGrant, anAccess } from '../support/an-access.ts';
import { aCircuitSight, aConnection, aGateway, somePlanInputs } from '../support/plan-inputs.ts';
import { quietChat } from '../support/quiet-chat.ts';
import { startSlackBot } from '../support/slack-bot.ts';
import { planningDesk } from '../support/slack-desk.ts';

const secret = '0a7f3020-541f-4b4b-844a-5fb43472e3d7';
const connection = aConnection();
const sight = aCircuitSight({
  authorizations: [
    { name: 'for-ann', inUse: false },
    { name: 'conn-hub', inUse: true },
  ],
});

async function start(writer: Partial<AzureWriter> = {}, access = anAccess(aGrant())) {
  const { desk, asked } = planningDesk(somePlanInputs({ sight, connections: [connection] }));
  const azure: AzureWriter = {
    ...quietChat().writer,
    readCircuit: async () => sight,
    connections: async () => [connection],
    gateways: async () => [aGateway(), aGateway({ name: 'gw-lab' })],
    readAuthorizationKey: async () => secret,
    ...writer,
  };
  const bot = await startSlackBot({ access, deps: { writer: azure, desk } });
  await bot.store.commit({ putCircuits: [aKnownCircuit()] });
  const shown = async () => JSON.stringify((await bot.api.called('views.update')).body.view);
  return Object.assign(bot, { asked, shown });
}

describe('/circuit link', () => {
  test('lists links and authorizations, and offers the gateways that are not linked', async () => {
    await using bot = await start();
    await bot.command('link lon-01');
    const view = await bot.shown();
    for (const words of ['*Links* (1 of 10)', '• conn-hub: gateway gw-of-conn-hub, Connected, weight 0'])
      expect(view).toContain(words);
    expect(view).toContain('• for-ann: available');
    expect(view).toContain('• conn-hub: in use');
    expect(view).toContain('gw-lab (rg-hub)');
    expect(view).not.toContain(secret);
  });

  test('narrows the gateways to those that were named', async () => {
    await using bot = await start();
    await bot.command('link lon-01 LAB');
    const view = await bot.shown();
    expect(view).toContain('gw-lab (rg-hub)');
    expect(view).not.toContain('gw-hub (rg-hub)');
  });

  test('says at once why nothing can be linked, and lists what is', async () => {
    const service = aService({ providerState: 'NotProvisioned' });
    await using bot = await start({ readCircuit: async () => aCircuitSight({ service }) });
    await bot.command('link lon-01');
    const view = await bot.shown();
    expect(view).toContain('It must be Provisioned and Enabled.');
    expect(view).toContain('• conn-hub: gateway');
    expect(view).not.toContain('"submit"');
  });

  test('lists the links when the gateways cannot be read', async () => {
    await using bot = await start({
      gateways: async () => {
        throw new AzureFault('forbidden', 'Azure forbids it');
      },
    });
    await bot.command('link lon-01');
    expect(await bot.shown()).toContain('gateways could not be read: Azure forbids it');
  });

  test('is refused to those who may not, before anything opens', async () => {
    await using bot = await start({}, anAccess());
    expect((await bot.ask('link lon-01')).words).toContain('You need the role operator on *lon-01*');
    expect(bot.api.of('views.open')).toEqual([]);
  });

  test('says what means nothing', async () => {
    await using bot = await start();
    expect((await bot.ask('link lon-01 gw-hub more')).words).toContain('more means nothing here.');
    expect((await bot.ask('link lon-01 gateway:gw-hub')).words).toContain('gateway:gw-hub means nothing');
  });

  test('asks for the name of an authorization above its list, and keeps the channel', async () => {
    await using bot = await start();
    await bot.command('link lon-01');
    const view = await bot.shown();
    const [, value = ''] = /"action_id":"authorization.create","value":"((?:[^"\\]|\\.)*)"/u.exec(view) ?? [];
    const action = { action_id: 'authorization.create', value: JSON.parse(`"${value}"`) };
    await bot.pressInView(action, { type: 'modal' });
    const pushed = (await bot.api.called('views.push')).body;
    expect(JSON.stringify(pushed)).toContain('Name of the authorization');
    expect(JSON.stringify(pushed)).toContain('C0NETOPS001');
  });
});

test('an authorization is not asked for by those who may not link', async () => {
  await using bot = await start({}, anAccess(aGrant({ role: 'approver' })));
  const value = formMetadata('C0NETOPS001', circuitToken(circuitIdOf('lon-01')));
  const { words } = await bot.pressed({ action_id: 'authorization.create', value });
  expect(words).toContain('You need the role operator on *lon-01*');
  expect(bot.api.of('views.open')).toEqual([]);
  expect(bot.api.of('views.push')).toEqual([]);
});

describe('the key of an authorization', () => {
  const press = async (bot: Awaited<ReturnType<typeof start>>) => {
    await bot.command('link lon-01');
    const view = await bot.shown();
    const [, value = ''] = /"action_id":"authorization.key","value":"((?:[^"\\]|\\.)*)"/u.exec(view) ?? [];
    return bot.pressed({ action_id: 'authorization.key', value: JSON.parse(`"${value}"`) });
  };

  test('is shown to the person who pressed alone, is in no log, and that is in the audit trail', async () => {
    await using bot = await start();
    const { words, ephemeral } = await press(bot);
    expect(words).toContain(secret);
    expect(ephemeral).toBe(true);
    const text = bot.api.responses().at(-1)?.text;
    expect(String(text)).not.toContain(secret);
    expect(bot.log()).not.toContain(secret);
    expect(await bot.store.dueAudit()).toMatchObject([{ act: 'view-key', note: 'authorization for-ann' }]);
  });

  test('is refused to those who may not see keys, also where the button stands for all to press', async () => {
    await using bot = await start({}, anAccess(aGrant({ role: 'approver' })));
    const value = circuitPayload({ id: circuitIdOf('lon-01'), name: 'for-ann' });
    const { words } = await bot.pressed({ action_id: 'authorization.key', value });
    expect(words).toContain('You need the role operator on *lon-01*');
    expect(words).not.toContain(secret);
  });

  test.each(['', 'garbage', '{}', '{"circuit":5}'])('is not told for a forged value %j', async (value) => {
    await using bot = await start();
    const { words } = await bot.pressed({ action_id: 'authorization.key', value });
    expect(words).toContain('cannot be read any more');
    expect(words).not.toContain(secret);
  });
});

describe('/circuit unlink', () => {
  test('lists what may go', async () => {
    await using bot = await start();
    await bot.command('unlink lon-01');
    const view = await bot.shown();
    for (const words of ['Connection conn-hub', 'Authorization for-ann', 'What is to go'])
      expect(view).toContain(words);
  });

  test('reviews at once the connection that was named, and not the authorization of its name', async () => {
    await using bot = await start();
    await bot.command('unlink lon-01 CONN-hub');
    expect(await bot.shown()).toContain('Connection: conn-hub → *none*');
    expect(bot.asked).toMatchObject([{ what: { kind: 'connection', id: connection.id } }]);
  });

  test('reviews the authorization that was named', async () => {
    await using bot = await start();
    await bot.command('unlink lon-01 for-ann');
    expect(await bot.shown()).toContain('Authorization: for-ann → *none*');
  });

  test('says what is not there, and when the circuit is gone', async () => {
    await using bot = await start();
    await bot.command('unlink lon-01 nothing');
    expect(await bot.shown()).toContain('*lon-01* has no connection nothing.');
    await using empty = await start({ readCircuit: async () => undefined });
    await empty.command('unlink lon-01');
    expect(await empty.shown()).toContain('is not in Azure');
  });

  test('says why Azure could not be asked', async () => {
    await using bot = await start({
      connections: async () => {
        throw new AzureFault('unreachable', 'Azure did not answer');
      },
    });
    await bot.command('unlink lon-01');
    expect(await bot.shown()).toContain('Azure did not answer');
  });
});
