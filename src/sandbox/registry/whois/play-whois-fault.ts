import type { Socket } from 'node:net';
import type { WorldClock } from '../../world/clock.ts';
import type { Fault } from '../../world/faults.ts';
import type { Reply, WhoisSession } from './session.ts';

/** The reply to one query, or what a fault makes of it. Behind a cut or a hang there is none. */
export async function playWhoisFault(play: {
  readonly fault: Fault | undefined;
  readonly socket: Socket;
  readonly clock: WorldClock;
  readonly session: WhoisSession;
  readonly line: string;
}): Promise<Reply> {
  const { fault, socket, clock, session, line } = play;
  switch (fault?.kind) {
    case 'throttle':
      return session.refuse(line, 'too-many');
    case 'error':
      return session.refuse(line, 'internal');
    case 'delay':
      await new Promise<void>((resolve) => clock.after(fault.delayMs ?? 5_000, resolve));
      return session.answer(line);
    case 'hang':
      return new Promise<Reply>(() => {});
    case 'drop':
    case 'lose-answer':
      socket.resetAndDestroy();
      return { text: '', closes: true };
    default:
      return session.answer(line);
  }
}
