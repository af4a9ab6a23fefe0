import type { Socket } from 'node:net';
import { networkAround } from '../../../src/domain/peering/addresses.ts';
import { present } from '../../support/eventually.ts';
import { onLines, startTcp } from './tcp-server.ts';

export const networkOf = (text: string) => present(networkAround(text), text);

/** A route object as registries write it. */
export function routeText(prefix: string, origin = 'AS64496', source = 'RADB', more = ''): string {
  const kind = prefix.includes(':') ? 'route6:' : 'route: ';
  return `${kind}         ${prefix}\ndescr:          Zürich № 1\norigin:         ${origin}\nmnt-by:         MAINT-X\n${more}source:         ${source}`;
}

/** Data in IRRd's frame. */
export function framed(data: string): string {
  return `A${Buffer.byteLength(data) + 1}\n${data}\nC\n`;
}

export type Send = (socket: Socket, bytes: string | Buffer) => void;
const whole: Send = (socket, bytes) => void socket.write(bytes);

/** Answers IRRd's style; `answer` is asked for every `!r`. Undefined: no answer. */
export async function startIrrd(
  answer: (question: string, socket: Socket) => string | Buffer | undefined,
  send: Send = whole,
) {
  const asked: string[] = [];
  const server = await startTcp((socket) =>
    onLines(socket, (line) => {
      asked.push(line);
      if (line === '!!') return;
      const bytes = line.startsWith('!n') ? 'C\n' : answer(line, socket);
      if (bytes !== undefined && !socket.destroyed) send(socket, bytes);
    }),
  );
  return { ...server, asked, style: 'irrd' as const };
}

/** Answers RIPE's style: stays when it was asked to and `stays`. */
export async function startRipe(
  answer: (prefix: string, socket: Socket) => string | undefined,
  { greeting = '', stays = true } = {},
) {
  const asked: string[] = [];
  const server = await startTcp((socket) => {
    socket.write(greeting);
    onLines(socket, (line) => {
      if (socket.writableEnded) return;
      asked.push(line);
      const text = answer(line.split(' ').at(-1) ?? '', socket);
      if (text === undefined || socket.destroyed) return;
      if (stays) socket.write(text);
      else socket.end(text);
    });
  });
  return { ...server, asked, style: 'ripe' as const };
}
