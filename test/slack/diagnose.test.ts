import { expect, test } from 'vitest';
import { circuitToken } from '../../src/slack/blocks/circuit-token.ts';
import { AzureFault } from '../../src/usecases/ports.ts';
import type { EdgeAsk, Telemetry } from '../../src/usecases/telemetry.ts';
import { aKnownCircuit, aMicrosoftPeering, aPeering } from '../support/a-circuit.ts';
import { quietChat } from '../support/quiet-chat.ts';
import { startSlackBot } from '../support/slack-bot.ts';

const known = aKnownCircuit({ peerings: [aPeering(), aMicrosoftPeering()] });
const subnets: Readonly<Record<string, string>> = {
  'AzurePrivatePeering primary': '192.168.15.17',
  'AzurePrivatePeering secondary': '192.168.15.21',
  'MicrosoftPeering primary': '198.51.100.1',
  'MicrosoftPeering secondary': '198.51.100.5',
};

async function start(edge: Partial<Telemetry> = {}, circuit = known) {
  const asked: string[] = [];
  const note = (table: string, { peering, link }: EdgeAsk) => {
    asked.push(`${table} ${peering} ${link}`);
    return subnets[`${peering} ${link}`] ?? '';
  };
  const telemetry: Telemetry = {
    ...quietChat().telemetry,
    async routeSummary(ask) {
      const address = note('routes', ask);
      return [{ address, family: 'ipv4', session: { kind: 'established', prefixes: 47 } }];
    },
    async arpTable(ask) {
      return [{ side: 'yours', address: note('arp', ask), mac: '00:11' }];
    },
    traffic: async () => ({
      primary: { bytesIn: 12_300_000_000, bytesOut: 0 },
      secondary: { bytesIn: undefined, bytesOut: 999 },
    }),
    ...edge,
  };
  const bot = await startSlackBot({ deps: { telemetry } });
  await bot.store.commit({ putCircuits: [circuit] });
  return { ...bot, asked };
}

test('the edge is asked once for each peering and link, and the verdict comes first', async () => {
  await using bot = await start();
  expect((await bot.ask('diagnose lon-01')).words).toContain('Asking Microsoft’s edge'.replace('’', "'"));
  const [, answer] = await bot.api.responded(2);
  const words = JSON.stringify(answer);
  expect(words).toContain('lon-01: all sessions up');
  expect(words).toContain('Primary link: IPv4 up, 47 prefixes · ARP answers');
  expect(words).toContain('Primary link: 12 GB in, 0 B out');
  expect(words).toContain('Secondary link: not told in, 999 B out');
  expect([...bot.asked].sort()).toEqual(
    Object.keys(subnets)
      .flatMap((place) => [`arp ${place}`, `routes ${place}`])
      .sort(),
  );
});

test('from an incident only its peering is asked about', async () => {
  await using bot = await start();
  const value = JSON.stringify({
    circuit: circuitToken(known.circuit.id),
    name: 'lon-01',
    peering: 'MicrosoftPeering',
  });
  await bot.press({ action_id: 'circuit.diagnose', value });
  await bot.api.responded(2);
  expect(bot.asked).toHaveLength(4);
  expect(bot.asked.every((one) => one.includes('MicrosoftPeering'))).toBe(true);
});

test('what is down says whom it points at', async () => {
  await using bot = await start({
    routeSummary: async ({ link, peering }) => [
      {
        address: subnets[`${peering} ${link}`] ?? '',
        family: 'ipv4',
        session:
          link === 'primary'
            ? { kind: 'not-established', bgpState: 'Active' }
            : { kind: 'established', prefixes: 3 },
      },
    ],
  });
  await bot.ask('diagnose lon-01');
  const words = JSON.stringify((await bot.api.responded(2))[1]);
  expect(words).toContain('*Microsoft peering* · primary link down');
  expect(words).toContain("Azure's side is up (ARP answers). The edge is Active and gets no TCP answer");
});

test('what the edge does not tell is not called down', async () => {
  const away = async () => {
    throw new AzureFault('unavailable', 'the edge did not answer in time');
  };
  await using bot = await start({ routeSummary: away, arpTable: away, traffic: away });
  await bot.ask('diagnose lon-01');
  const words = JSON.stringify((await bot.api.responded(2))[1]);
  expect(words).toContain('not all sessions are known');
  expect(words).toContain('Routes of the primary link: the edge did not answer in time');
  expect(words).not.toContain('*down*');
});

test.each([
  [aKnownCircuit(), 'has no enabled routing domain'],
  [
    aKnownCircuit({
      service: {
        kind: 'provider',
        provider: 'E',
        peeringLocation: 'L',
        bandwidthMbps: 50,
        providerState: 'Provisioning',
      },
    }),
    'its provider state is Provisioning',
  ],
])('where nothing is meant to run nobody is asked', async (circuit, sentence) => {
  await using bot = await start({}, circuit);
  await bot.ask('diagnose lon-01');
  expect(JSON.stringify((await bot.api.responded(2))[1])).toContain(sentence);
  expect(bot.asked).toEqual([]);
});
