import type { Network } from '../../domain/peering/addresses.ts';
import type { RouteObject, Told } from '../../domain/validation/evidence.ts';
import type { Now } from '../../usecases/ports.ts';
import { createLanes, type Lanes } from '../lanes.ts';
import { faultOf, SourceFault, silent, told } from '../source-fault.ts';
import { converse, type Host } from './converse.ts';
import { createIrrdTalk } from './irrd-talk.ts';
import { createRipeTalk, type Question } from './ripe-talk.ts';
import type { Settle } from './talk.ts';

export type IrrServer = Host & { readonly style: 'irrd' | 'ripe' };

/** What a server has told of each network, in their order. What was told before a failure stays told. */
export type AskIrr = (
  networks: readonly Network[],
  signal: AbortSignal,
) => Promise<readonly Told<readonly RouteObject[]>[]>;

/** Connections to one server at a time, whoever asks: RIPE's allows three. */
const connections = 2;

export function createIrr(server: IrrServer, connectMs: number, now: Now): AskIrr {
  const lanes = createLanes(connections);
  const ask = server.style === 'irrd' ? askPipelined : askInTurn;
  return async (networks, signal) => {
    const sights = new Map<number, Told<readonly RouteObject[]>>();
    const settle: Settle = (index, outcome) => {
      sights.set(index, outcome.ok ? told(outcome.value, now()) : silent(outcome.refusal));
    };
    const line = { to: addressOf(server), connectMs, signal };
    const fault = await ask({ line, lanes }, networks, settle);
    return networks.map((_, index) => sights.get(index) ?? silent(fault ?? unanswered()));
  };
}

type Way = { readonly line: Parameters<typeof converse>[0]; readonly lanes: Lanes };

/** Undefined: all went well. */
async function askPipelined(
  { line, lanes }: Way,
  networks: readonly Network[],
  settle: Settle,
): Promise<SourceFault | undefined> {
  return failureOf(() => lanes(line.signal, () => converse(line, createIrrdTalk(networks, settle))));
}

async function askInTurn(
  way: Way,
  networks: readonly Network[],
  settle: Settle,
): Promise<SourceFault | undefined> {
  const waiting = networks.map((network, index) => ({ network, index })).reverse();
  const sides = Array.from({ length: connections }, () => askWhileItAnswers(way, waiting, settle));
  return (await Promise.all(sides)).find((fault) => fault !== undefined);
}

/**
 * A server that closes after each answer is called again, as long as it answers. A question on which the connection
 * ended is left to the other one, but not one whose answer nobody could read.
 */
async function askWhileItAnswers(
  { line, lanes }: Way,
  waiting: Question[],
  settle: Settle,
): Promise<SourceFault | undefined> {
  for (let question = waiting.pop(); question; question = waiting.pop()) {
    const talk = createRipeTalk(question, () => waiting.pop(), settle);
    const fault = await failureOf(() => lanes(line.signal, () => converse(line, talk)));
    if (!fault) return undefined;
    if (fault.kind !== 'unreadable') waiting.push(talk.inHand());
    if (fault.kind !== 'unreachable' || talk.answered() === 0) return fault;
  }
  return undefined;
}

async function failureOf(work: () => Promise<void>): Promise<SourceFault | undefined> {
  try {
    await work();
    return undefined;
  } catch (error) {
    return faultOf(error);
  }
}

function unanswered(): SourceFault {
  return new SourceFault('unreachable', 'It closed the connection before it had answered.');
}

/** IPv6 addresses are configured in brackets, and connected to without. */
function addressOf({ host, port }: IrrServer): Host {
  return { host: host.replace(/^\[(.*)\]$/u, '$1'), port };
}
