import { createServer, type Socket } from 'node:net';
import type { WorldClock } from '../../world/clock.ts';
import type { Faults } from '../../world/faults.ts';
import { eachLine } from './each-line.ts';
import { playWhoisFault } from './play-whois-fault.ts';
import type { WhoisSession } from './session.ts';

export type WhoisDeps = {
  /** `irrd` or `ripe`: a fault may name it. */
  readonly name: string;
  readonly faults: Faults;
  readonly clock: WorldClock;
  readonly newSession: () => WhoisSession;
};

export type WhoisServer = { readonly port: number; close(): Promise<void> };

/** A whois server on loopback, on any free port. Queries of a connection may be pipelined: they are answered in turn. */
export async function startWhoisServer(deps: WhoisDeps): Promise<WhoisServer> {
  const sockets = new Set<Socket>();
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    // A client that is gone is no fault of the server.
    socket.on('error', () => socket.destroy());
    void converse(socket, deps);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

async function converse(socket: Socket, deps: WhoisDeps): Promise<void> {
  const session = deps.newSession();
  socket.setTimeout(session.idleMs(), () => socket.end());
  if (session.greeting) socket.write(session.greeting);
  for await (const line of eachLine(socket)) {
    if (line === '') continue;
    // While a query is worked on, nobody is idle.
    socket.setTimeout(0);
    const reply =
      line === undefined ? session.refuse('', 'too-long') : await served(socket, session, line, deps);
    if (socket.destroyed) return;
    socket.setTimeout(session.idleMs());
    if (reply.text) socket.write(reply.text);
    if (reply.closes) break;
  }
  socket.end();
}

async function served(socket: Socket, session: WhoisSession, line: string, deps: WhoisDeps) {
  const { name, faults, clock } = deps;
  const fault = faults.take('registry', `whois ${name} ${line}`, whoisFaults);
  return playWhoisFault({ fault, socket, clock, session, line });
}

const whoisFaults = ['throttle', 'error', 'delay', 'hang', 'drop', 'lose-answer'] as const;
