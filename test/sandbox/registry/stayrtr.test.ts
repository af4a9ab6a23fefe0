import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { eventually } from '../../support/eventually.ts';
import { isInstalled } from './support/installed.ts';
import { type StartedRegistry, startRegistry } from './support/start-registry.ts';

const List = z.object({
  metadata: z.looseObject({ vrps: z.number() }),
  roas: z.array(
    z.looseObject({ prefix: z.string(), maxLength: z.number(), asn: z.number(), ta: z.string() }),
  ),
});

let world: StartedRegistry;
beforeAll(async () => {
  world = await startRegistry();
});
afterAll(() => world.close());

/** One that nobody listens on now. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}

describe.skipIf(!isInstalled('stayrtr'))('stayrtr', () => {
  it('takes the list of validated ROA payloads and tells each again', async () => {
    const cache = `${world.origin}/registry/vrps.json`;
    const metrics = `127.0.0.1:${await freePort()}`;
    const bind = `127.0.0.1:${await freePort()}`;
    const args = ['-bind', bind, '-metrics.addr', metrics, '-cache', cache, '-loglevel', 'error'];
    const stayrtr = spawn('stayrtr', args, { stdio: 'ignore' });
    const ended = new Promise((resolve) => stayrtr.once('exit', resolve));
    try {
      const told = await eventually(async () => {
        const list = List.parse(await (await fetch(`http://${metrics}/rpki.json`)).json());
        expect(list.roas.length).toBeGreaterThan(0);
        return list;
      });
      const wanted = List.parse(await (await fetch(cache)).json());
      const facts = ({ roas }: z.infer<typeof List>) =>
        roas.map(({ prefix, maxLength, asn }) => `${prefix}-${maxLength} AS${asn}`).toSorted();
      expect(facts(told)).toEqual(facts(wanted));
    } finally {
      stayrtr.kill();
      await ended;
    }
  });
});
