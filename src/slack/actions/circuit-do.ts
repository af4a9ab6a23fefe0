import type { App } from '@slack/bolt';
import type { KnownCircuit } from '../../domain/circuit/known-circuit.ts';
import type { Operation } from '../../domain/operation/operation.ts';
import { checkPermission } from '../../usecases/access/check-permission.ts';
import { actionIds } from '../action-ids.ts';
import { parseCircuitDeed } from '../blocks/circuit-menu.ts';
import { circuitToken } from '../blocks/circuit-token.ts';
import { CircuitPayload, decode } from '../blocks/payload.ts';
import { type ChatRefusal, refusalReply } from '../blocks/refusal.ts';
import type { Reply } from '../blocks/reply.ts';
import type { ChatDeps, SharedDeps } from '../chat-deps.ts';
import { startDelete } from '../writes/delete.ts';
import { startDeprovision } from '../writes/deprovision.ts';
import { startFailover } from '../writes/failover.ts';
import { showServiceKey } from '../writes/key.ts';
import { startLink } from '../writes/link.ts';
import type { Opener } from '../writes/opener.ts';
import { startOrder } from '../writes/order.ts';
import { startPeering } from '../writes/peering.ts';
import { startResize } from '../writes/resize.ts';
import { showPrefixes } from '../writes/sign.ts';
import { startUnlink } from '../writes/unlink.ts';
import { namedCircuit } from './named-circuit.ts';
import { onPress, type Press } from './press.ts';

/** Begins something with a circuit: opens a modal, or says why not. */
type Start = (known: KnownCircuit, opener: Opener, deps: ChatDeps) => Promise<Reply | undefined>;

type Deed = Exclude<Operation, 'create'>;

/** What a card's menu begins. The service key and the prefixes are no modals, but answers. */
const starts: Readonly<Record<Exclude<Deed, 'key' | 'sign'>, Start>> = {
  order: startOrder,
  peering: startPeering,
  link: startLink,
  unlink: startUnlink,
  resize: startResize,
  deprovision: startDeprovision,
  delete: startDelete,
  failover: startFailover,
};

/** The menu of a circuit's card, and the buttons for the steps that follow its creation. */
export function registerCircuitDo(app: App, shared: SharedDeps): void {
  onPress(app, actionIds.circuitDo, shared, (press, deps) => {
    const chosen = parseCircuitDeed(press.value);
    return begin(press, deps, chosen && { ...chosen, name: '' });
  });
  onPress(app, actionIds.serviceKey, shared, (press, deps) => begin(press, deps, named('key', press)));
  onPress(app, actionIds.order, shared, (press, deps) => begin(press, deps, named('order', press)));
  onPress(app, actionIds.deprovision, shared, (press, deps) =>
    begin(press, deps, named('deprovision', press)),
  );
  onPress(app, actionIds.delete, shared, (press, deps) => begin(press, deps, named('delete', press)));
}

type Wanted = { readonly deed: Deed; readonly token: string; readonly name: string };

function named(deed: Deed, { value }: Press): Wanted | undefined {
  const payload = decode(CircuitPayload, value);
  return payload && { deed, token: payload.circuit, name: payload.name };
}

async function begin(press: Press, deps: ChatDeps, wanted: Wanted | undefined): Promise<void> {
  if (!wanted) return press.answer(async () => refusalReply({ code: 'button-unreadable' }));
  const found = await namedCircuit(press, wanted, deps);
  if (!found.ok) {
    const created = await justCreated(wanted.token, deps);
    return press.answer(async () => refusalReply(created ?? found.refusal));
  }
  const { userId, channelId, client, triggerId } = press;
  const caller = { userId, channelId };
  const { deed } = wanted;
  if (deed === 'key') return press.answer(() => showServiceKey(found.value, caller, deps));
  if (deed === 'sign') return press.answer(() => showPrefixes(found.value, caller, deps));
  const leave = await checkPermission(deps, caller, deed, found.value.circuit);
  const reply = leave.ok
    ? await starts[deed](found.value, { client, triggerId, caller }, deps)
    : refusalReply(leave.refusal);
  if (reply) await press.answer(async () => reply);
}

/** How long a circuit may not have been seen: polls are minutes apart, and Azure may be away. */
const newMs = 3_600_000;

/** The buttons of a request's card name its circuit before any poll has seen it. */
async function justCreated(token: string, { whole, now }: ChatDeps): Promise<ChatRefusal | undefined> {
  const requests = await whole.requests({ all: true });
  const made = requests.find(
    (request) =>
      request.intent.operation === 'create' &&
      request.state === 'succeeded' &&
      now() - request.at < newMs &&
      circuitToken(request.intent.target.id) === token,
  );
  if (!made) return undefined;
  const isKnown = (await whole.circuit(made.intent.target.id)) !== undefined;
  return isKnown ? undefined : { code: 'circuit-not-seen-yet', name: made.intent.target.name };
}
