import type { App } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { auditEntryOf } from '../../usecases/access/check-permission.ts';
import type { Caller } from '../../usecases/caller.ts';
import { checkSignature } from '../../usecases/validation/check-signature.ts';
import {
  type PastedField,
  type PastedProblems,
  pastedFields,
  readSigned,
  type Signed,
} from '../../usecases/validation/read-signed.ts';
import { viewIds } from '../action-ids.ts';
import { circuitOfToken } from '../blocks/circuit-token.ts';
import { refilledModal, type SubmittedForm } from '../blocks/forms/refilled.ts';
import { replyModal, waitingModal } from '../blocks/modals.ts';
import { decode } from '../blocks/payload.ts';
import { refusalReply } from '../blocks/refusal.ts';
import type { Reply } from '../blocks/reply.ts';
import { emptiedModal } from '../blocks/validation/sign-emptied.ts';
import { SignPayload } from '../blocks/validation/sign-payload.ts';
import type { ChatDeps, SharedDeps } from '../chat-deps.ts';
import { personalDeps } from '../personal.ts';
import { troubleReply } from '../trouble.ts';
import { fillWaiting } from '../writes/fill-waiting.ts';
import { parseFormMetadata, problemsAnswer } from '../writes/form.ts';
import { proposedReview } from '../writes/review.ts';
import { type FormValues, textOf } from '../writes/values.ts';

/**
 * A certificate and a signature were pasted. What can be seen in them is said at the field at once; a private key goes out
 * of the view. The rest takes Azure and the registries, for which the modal waits; then comes the review, or the form
 * again below what is wrong.
 */
export function registerSignView(app: App, shared: SharedDeps): void {
  app.view(viewIds.sign, async ({ ack, view, body, client }) => {
    const { channelId, metadata } = parseFormMetadata(view.private_metadata);
    const caller = { userId: body.user.id, channelId };
    const read = readSigned(shared.signatures, pastedIn(view.state.values), shared.now());
    if (!read.ok) {
      const withKey = fieldsWithKey(read.refusal);
      if (withKey.length === 0) return ack(problemsAnswer(atBlocks(read.refusal, view.state.values)));
      await ack({
        response_action: 'update',
        view: emptiedModal(view, blocksOf(withKey, view.state.values)),
      });
      return noteKey(shared, caller, metadata);
    }
    await ack({ response_action: 'update', view: waitingModal() });
    const next = await nextView({ caller, metadata, signed: read.value, form: view }, shared).catch(
      (error: unknown) => replyModal('Trunkline', troubleReply(error, shared.log)),
    );
    await fillWaiting({ client, viewId: view.id }, next);
  });
}

type Submitted = {
  readonly caller: Caller;
  readonly metadata: string;
  readonly signed: Signed;
  readonly form: SubmittedForm;
};

async function nextView(
  { caller, metadata, signed, form }: Submitted,
  shared: SharedDeps,
): Promise<ModalView> {
  const deps = await personalDeps(shared, caller.userId);
  const { refusal } = deps.sight;
  if (refusal) return replyModal('Not possible', refusalReply(refusal));
  const payload = decode(SignPayload, metadata);
  if (!payload) return replyModal('Not possible', refusalReply({ code: 'button-unreadable' }));
  const reviewed = await reviewOf(caller, payload, signed, deps);
  return 'type' in reviewed ? reviewed : refilledModal(form, reviewed);
}

async function reviewOf(
  caller: Caller,
  { circuit, prefix }: SignPayload,
  signed: Signed,
  deps: ChatDeps,
): Promise<ModalView | Reply> {
  const known = circuitOfToken(circuit, await deps.store.circuits());
  if (!known) return refusalReply({ code: 'circuit-gone', name: '' });
  const checked = await checkSignature(deps, caller, known, { prefix, signed });
  if (!checked.ok) return refusalReply(checked.refusal);
  const review = await proposedReview(caller, checked.value, deps);
  return review.ok ? review.value : review.refusal;
}

function pastedIn(values: FormValues): Readonly<Record<PastedField, string>> {
  const text = (field: PastedField) =>
    textOf(values, { block: blockOf(field, values), action: `sign.${field}` });
  return { certificate: text('certificate'), signature: text('signature') };
}

/** A block that was emptied has another name. */
function blockOf(field: PastedField, values: FormValues): string {
  const name = `sign.${field}`;
  return Object.keys(values).find((key) => key === name || key.startsWith(`${name}.`)) ?? name;
}

function blocksOf(fields: readonly PastedField[], values: FormValues): readonly string[] {
  return fields.map((field) => blockOf(field, values));
}

function atBlocks(problems: PastedProblems, values: FormValues) {
  return Object.fromEntries(
    pastedFields.flatMap((field) => {
      const problem = problems[field];
      return problem ? [[blockOf(field, values), problem] as const] : [];
    }),
  );
}

function fieldsWithKey(problems: PastedProblems): readonly PastedField[] {
  return pastedFields.filter((field) => problems[field]?.code === 'private-key-pasted');
}

/** That it happened, and not what it was. */
async function noteKey(deps: SharedDeps, caller: Caller, metadata: string): Promise<void> {
  const token = decode(SignPayload, metadata)?.circuit ?? '';
  const circuit = circuitOfToken(token, await deps.whole.circuits())?.circuit;
  const entry = auditEntryOf(deps, caller, 'refuse', circuit);
  await deps.whole.commit({ audit: [{ ...entry, operation: 'sign', note: 'sign: private-key-pasted' }] });
}
