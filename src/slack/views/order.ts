import type { App } from '@slack/bolt';
import { answer, type Result, refuse } from '../../domain/result.ts';
import type { Caller } from '../../usecases/caller.ts';
import { handOverKey } from '../../usecases/hand-over-key.ts';
import { type OrderDraft, recordOrder } from '../../usecases/record-order.ts';
import { viewIds } from '../action-ids.ts';
import { circuitOfToken } from '../blocks/circuit-token.ts';
import { orderInputs as inputs } from '../blocks/forms/order.ts';
import { replyModal, waitingModal } from '../blocks/modals.ts';
import { orderHandOverReply } from '../blocks/order-hand-over.ts';
import { refusalReply } from '../blocks/refusal.ts';
import type { Reply } from '../blocks/reply.ts';
import type { ChatDeps, SharedDeps } from '../chat-deps.ts';
import { personalDeps } from '../personal.ts';
import { troubleReply } from '../trouble.ts';
import { fillWaiting } from '../writes/fill-waiting.ts';
import { type FormProblems, parseFormMetadata, problemsAnswer } from '../writes/form.ts';
import { createReading } from '../writes/reading.ts';
import { dateOf, type FormValues } from '../writes/values.ts';

/** An order was filled in: it is written down, and the person gets the text for the provider. */
export function registerOrderView(app: App, shared: SharedDeps): void {
  app.view(viewIds.order, async ({ ack, view, body, client }) => {
    const { channelId, metadata } = parseFormMetadata(view.private_metadata);
    const read = readOrder(view.state.values);
    if (!read.ok) return ack(problemsAnswer(read.refusal));
    await ack({ response_action: 'update', view: waitingModal() });
    const caller = { userId: body.user.id, channelId };
    const reply = await personalDeps(shared, caller.userId)
      .then((deps) => keep(metadata, caller, read.value, deps))
      .catch((error: unknown) => troubleReply(error, shared.log));
    await fillWaiting({ client, viewId: view.id }, replyModal('Order', reply));
  });
}

async function keep(token: string, caller: Caller, read: ReadOrder, deps: ChatDeps): Promise<Reply> {
  const known = circuitOfToken(token, await deps.store.circuits());
  if (!known) return refusalReply({ code: 'circuit-gone', name: '' });
  const { circuit } = known;
  const recorded = await recordOrder(deps, caller, known, read.draft);
  if (!recorded.ok) return refusalReply(recorded.refusal);
  const key = await handOverKey(deps, caller, known);
  return orderHandOverReply({ circuit, order: recorded.value, key, vlan: read.vlan });
}

type ReadOrder = { readonly draft: OrderDraft; readonly vlan: number | undefined };

export function readOrder(values: FormValues): Result<ReadOrder, FormProblems> {
  const reading = createReading(values);
  const provider = reading.text(inputs.provider);
  if (provider === '') reading.check(inputs.provider, { code: 'order-provider-missing' });
  const vlan = reading.take(inputs.vlan, parseVlanWish(reading.text(inputs.vlan)));
  const promised = dateOf(values, inputs.promised);
  if (promised !== '' && !isDay(promised)) {
    reading.check(inputs.promised, { code: 'promised-day-malformed', value: promised });
  }
  const problems = reading.problems();
  if (problems) return refuse(problems);
  const layer = reading.chosen(inputs.layer);
  const orderNumber = reading.text(inputs.number);
  const contact = reading.text(inputs.contact);
  const draft: OrderDraft = {
    provider,
    ...(orderNumber === '' ? {} : { orderNumber }),
    ...(contact === '' ? {} : { contact }),
    ...(layer === '2' ? { layer: 2 } : layer === '3' ? { layer: 3 } : {}),
    ...(promised === '' ? {} : { promisedOn: promised }),
  };
  return answer({ draft, vlan });
}

type VlanWish = Result<number | undefined, { readonly code: 'vlan-wish-malformed'; readonly value: string }>;

/** '' is no wish. 802.1Q: 1 to 4094. */
function parseVlanWish(value: string): VlanWish {
  if (value === '') return answer(undefined);
  const vlan = /^\d{1,4}$/u.test(value) ? Number(value) : 0;
  return vlan >= 1 && vlan <= 4_094 ? answer(vlan) : refuse({ code: 'vlan-wish-malformed', value });
}

/** A day of the calendar: 2026-02-30 is none. */
function isDay(text: string): boolean {
  const at = /^\d{4}-\d{2}-\d{2}$/u.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}
