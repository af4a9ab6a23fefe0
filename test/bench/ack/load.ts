import { Agent, request } from 'node:http';
import { type Samples, timed } from '../measure/samples.ts';
import type { SignedRequest } from './signed-command.ts';

export type Load = {
  /** Keeps `inFlight` of the requests under way until all are answered: milliseconds of each, sent to answered. */
  readonly send: (requests: readonly SignedRequest[]) => Promise<Samples>;
  readonly stop: () => void;
};

/** Over connections that are kept, as Slack keeps them. */
export function createLoad(url: string, inFlight: number): Load {
  const agent = new Agent({ keepAlive: true, maxSockets: inFlight });
  return {
    async send(requests) {
      const waiting = requests.values();
      const samples: number[] = [];
      const sender = async () => {
        for (const next of waiting) samples.push(await timed(() => post(url, next, agent)));
      };
      await Promise.all(Array.from({ length: inFlight }, sender));
      return samples;
    },
    stop: () => agent.destroy(),
  };
}

function post(url: string, { headers, body }: SignedRequest, agent: Agent): Promise<void> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: 'POST', headers, agent }, (response) => {
      response.resume().once('end', () => {
        if (response.statusCode === 200) resolve();
        else reject(new Error(`a command was answered with ${response.statusCode}`));
      });
    });
    sent.once('error', reject).end(body);
  });
}
