import type { KnownCircuit } from '../../domain/circuit/known-circuit.ts';
import type { Operation } from '../../domain/operation/operation.ts';
import type { Word } from '../../domain/text/words.ts';
import { checkPermission } from '../../usecases/access/check-permission.ts';
import { findKnownCircuit } from '../../usecases/show-circuit.ts';
import { chooserReply } from '../blocks/chooser.ts';
import { refusalReply } from '../blocks/refusal.ts';
import type { Reply } from '../blocks/reply.ts';
import type { ChatDeps } from '../chat-deps.ts';
import type { Opener } from '../writes/opener.ts';
import type { Ask, Command } from './command.ts';

/** What a command about one circuit does with it and with the words after its name. */
type OnCircuit = (
  known: KnownCircuit,
  rest: readonly Word[],
  opener: Opener,
  deps: ChatDeps,
) => Promise<Reply | undefined>;

/** A command about one circuit, for those who may: `<circuit> …`. It is called as the operation that it begins. */
export function onCircuit(permission: Operation, run: OnCircuit): Command['run'] {
  return async (words, ask, deps) => {
    const found = await findFor(words, ask, deps, permission);
    return found.kind === 'one' ? run(found.known, found.rest, openerOf(ask), deps) : found.reply;
  };
}

type Found =
  | { readonly kind: 'one'; readonly known: KnownCircuit; readonly rest: readonly Word[] }
  | { readonly kind: 'reply'; readonly reply: Reply };

/** The circuit that the first word names, if this person may; the other words are left for the command. */
export async function findFor(
  words: readonly Word[],
  ask: Ask,
  deps: ChatDeps,
  permission: Operation,
): Promise<Found> {
  const asked = words.find(({ key }) => key === undefined);
  if (!asked || asked.value.trim() === '') return refused({ code: 'circuit-unnamed', command: permission });
  const finding = await findKnownCircuit(deps, asked.value);
  switch (finding.kind) {
    case 'several':
      return { kind: 'reply', reply: chooserReply(asked.value, finding.candidates, permission) };
    case 'none':
      return refused({ code: 'circuit-unknown', asked: asked.value, didYouMean: finding.didYouMean });
    case 'one': {
      const { known } = finding;
      const leave = await checkPermission(deps, callerOf(ask), permission, known.circuit);
      if (!leave.ok) return refused(leave.refusal);
      return { kind: 'one', known, rest: words.filter((word) => word !== asked) };
    }
  }
}

export function callerOf({ userId, channelId }: Ask): Opener['caller'] {
  return { userId, channelId };
}

export function openerOf(ask: Ask): Opener {
  return { client: ask.client, triggerId: ask.triggerId, caller: callerOf(ask) };
}

function refused(refusal: Parameters<typeof refusalReply>[0]): Found {
  return { kind: 'reply', reply: refusalReply(refusal) };
}
