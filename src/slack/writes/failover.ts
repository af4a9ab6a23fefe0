import type { ModalView } from '@slack/types';
import { addressOf } from '../../domain/circuit/circuit-id.ts';
import type { KnownCircuit } from '../../domain/circuit/known-circuit.ts';
import type { FailoverIntent } from '../../domain/operation/intent.ts';
import { failoverMinutes, planFailover } from '../../domain/operation/plans/failover.ts';
import { firstLook } from '../../domain/operation/plans/first-look.ts';
import { circuitToken } from '../blocks/circuit-token.ts';
import { failoverModal } from '../blocks/forms/failover.ts';
import { refusalReply } from '../blocks/refusal.ts';
import type { Reply } from '../blocks/reply.ts';
import type { ChatDeps } from '../chat-deps.ts';
import { formMetadata } from './form.ts';
import { openWhenRead } from './open-when-read.ts';
import type { Opener } from './opener.ts';

/** Asks which link is to be taken away, how and for how long. What forbids any test is said before anything is asked. */
export async function startFailover(
  known: KnownCircuit,
  opener: Opener,
  deps: ChatDeps,
  link?: FailoverIntent['link'],
): Promise<Reply | undefined> {
  await openWhenRead(opener, deps, () => failoverForm(known, opener, deps, link));
  return undefined;
}

async function failoverForm(
  { circuit }: KnownCircuit,
  { caller }: Opener,
  { writer }: ChatDeps,
  link: FailoverIntent['link'] | undefined,
): Promise<ModalView | Reply> {
  const target = addressOf(circuit);
  const [sight, failoverTests] = await Promise.all([
    writer.readCircuit(target),
    writer.failoverTests(target),
  ]);
  const any = { link: 'Primary', category: 'BgpDisconnect', minutes: failoverMinutes.usual } as const;
  const plan = planFailover(
    { operation: 'failover', target, ...any },
    { ...firstLook(sight), failoverTests },
  );
  if (!plan.ok) return refusalReply(plan.refusal);
  return failoverModal(circuit, link, formMetadata(caller.channelId, circuitToken(circuit.id)));
}
