import { setTimeout as wait } from 'node:timers/promises';
import type { Network } from '../../domain/peering/addresses.ts';
import type { Holder, HolderSight } from '../../domain/validation/evidence.ts';
import type { Now } from '../../usecases/ports.ts';
import { get, readText } from '../http/get.ts';
import { createLanes } from '../lanes.ts';
import { faultOf, SourceFault, silent, told } from '../source-fault.ts';
import { toHolder } from './to-holder.ts';

/** Who holds each network, in their order. Throws only the signal's AbortError. */
export type AskRdap = (networks: readonly Network[], signal: AbortSignal) => Promise<readonly HolderSight[]>;

const questionsAtATime = 8;
const answerBytes = 1_048_576;
/** A server that asks for a longer pause is not asked again in this look, seconds. */
const longestPause = 3;

/**
 * Every network is asked for by itself, also one within a range that is known already: inside of a range there may be
 * smaller registrations, and whose those are is the question. `url`: the server's base.
 */
export function createRdap(url: string, now: Now): AskRdap {
  const lanes = createLanes(questionsAtATime);
  const base = url.replace(/\/+$/u, '');

  return (networks, signal) => {
    /** Once it has asked for a pause that is too long, the rest of a look is spared it. */
    let throttled: SourceFault | undefined;
    return Promise.all(
      networks.map(async (network): Promise<HolderSight> => {
        try {
          return await lanes(signal, async () => {
            if (throttled) throw throttled;
            return told(await ask(`${base}/ip/${network.text}`, network, signal), now());
          });
        } catch (error) {
          const fault = faultOf(error);
          if (fault.kind === 'throttled') throttled = fault;
          return silent(fault);
        }
      }),
    );
  };
}

/** Undefined: no such registration. Throws SourceFault, or the signal's reason. */
async function ask(url: string, network: Network, signal: AbortSignal): Promise<Holder | undefined> {
  const response = await getPatiently(url, signal);
  if (response.ok) {
    return toHolder(await readText(response, answerBytes), network, new URL(response.url || url).host);
  }
  await response.body?.cancel();
  if (response.status === 404) return undefined;
  if (response.status === 429) throw new SourceFault('throttled', 'It asks us to ask less often (HTTP 429).');
  const kind = response.status < 500 ? 'refused' : 'unreachable';
  throw new SourceFault(kind, `It answered HTTP ${response.status} instead of a registration.`);
}

/** Asks a second time when the server wants but a short pause. */
async function getPatiently(url: string, signal: AbortSignal): Promise<Response> {
  const question = { url, headers: { accept: 'application/rdap+json' }, signal };
  const response = await get(question);
  const pause = response.status === 429 ? response.headers.get('retry-after') : null;
  if (pause === null || !/^\d+$/u.test(pause) || Number(pause) > longestPause) return response;
  await response.body?.cancel();
  await wait(Number(pause) * 1_000, undefined, { signal });
  return get(question);
}
