import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { SourceFault } from '../source-fault.ts';
import { limits } from './limits.ts';
import type { Talk } from './talk.ts';

export type Host = { readonly host: string; readonly port: number };

export type Line = {
  readonly to: Host;
  readonly connectMs: number;
  /** Ends it, with its reason. */
  readonly signal: AbortSignal;
};

/**
 * One connection for one talk; it is closed when this ends. Throws SourceFault, the signal's reason or the socket's own
 * error when it ends before the talk.
 */
export async function converse(line: Line, talk: Talk): Promise<void> {
  const socket = await open(line);
  try {
    socket.write(talk.opening);
    let received = 0;
    for await (const chunk of socket) {
      const bytes: Buffer = chunk;
      received += bytes.length;
      if (received > limits.connection) throw new SourceFault('unreadable', 'It sent more than is read.');
      const next = talk.hear(bytes);
      if (next === undefined) return;
      if (next !== '') socket.write(next);
    }
  } finally {
    socket.destroy();
  }
  throw new SourceFault('unreachable', 'It closed the connection before it had answered.');
}

async function open({ to, connectMs, signal }: Line): Promise<Socket> {
  const socket = connect({ ...to, signal, noDelay: true });
  // After `once` and between two reads nobody else listens; what is to be told, the reads tell.
  socket.on('error', () => undefined);
  const late = new SourceFault('timed-out', `It could not be reached within ${connectMs / 1_000} s.`);
  const timer = setTimeout(() => socket.destroy(late), connectMs);
  try {
    await once(socket, 'connect');
    return socket;
  } finally {
    clearTimeout(timer);
  }
}
