import type { RequestView } from '../../src/domain/approval/view.ts';
import type { CircuitAddress } from '../../src/domain/circuit/circuit-id.ts';
import { cautions } from '../../src/domain/operation/caution.ts';
import { requestOperations } from '../../src/domain/operation/operation.ts';
import { checkInput, ticked } from '../../src/slack/blocks/forms/check-input.ts';
import { dateInput, radioInput, selectInput, textInput } from '../../src/slack/blocks/forms/inputs.ts';
import { refilledModal, type SubmittedForm } from '../../src/slack/blocks/forms/refilled.ts';
import { section } from '../../src/slack/blocks/kit.ts';
import { md } from '../../src/slack/blocks/mrkdwn.ts';
import { refusalReply } from '../../src/slack/blocks/refusal.ts';
import { rejectModal } from '../../src/slack/blocks/request/reject.ts';
import { requestsReply } from '../../src/slack/blocks/request/requests.ts';
import { submittedReply } from '../../src/slack/blocks/request/submitted.ts';
import { reviewModal } from '../../src/slack/blocks/review.ts';
import type { Proposal } from '../../src/usecases/requests/request-desk.ts';
import { t0 } from './a-circuit.ts';
import { type Cast, channelId, owner } from './slack-cast.ts';
import { message, type Shown, view } from './slack-shown.ts';
import { preflightsOf } from './slack-validate.ts';

const rule = {
  approvals: 2,
  from: 'approver',
  requesterMayApprove: false,
  expiresAfterMs: 86_400_000,
} as const;
const ana = 'U0ANA00001';

function addressOf({ known: { circuit } }: Cast): CircuitAddress {
  const { id, name, resourceGroup, subscriptionId } = circuit;
  return { id, name, resourceGroup, subscriptionId };
}

function planOf({ text }: Cast, size: number) {
  const change = (index: number) => ({
    field: `${text} ${index}`,
    before: text,
    after: index % 3 ? text : '',
  });
  return {
    changes: Array.from({ length: size }, (_, index) => change(index)),
    seen: Array.from({ length: size }, (_, index) => ({ name: `${text} ${index}`, value: text })),
    cautions: size > 1 ? cautions : [],
  };
}

const executing = { state: 'executing', startedAt: t0, step: 0, steps: 2 } as const;

/** Each state, with the text in every place. */
function statesOf(text: string): readonly RequestView['state'][] {
  const change = { field: text, before: text, after: '' };
  return [
    { state: 'requested' },
    { state: 'approved', at: t0 },
    { state: 'rejected', at: t0, by: ana, reason: text },
    { state: 'withdrawn', at: t0, by: owner },
    { state: 'expired', at: t0 },
    { state: 'stale', at: t0, why: { kind: 'changed', changes: [change], by: text } },
    { state: 'stale', at: t0, why: { kind: 'refused', sentence: text } },
    { state: 'stale', at: t0, why: { kind: 'not-allowed', userId: ana } },
    { ...executing, doing: 'put-authorization', waitsFor: 'azure' },
    { ...executing, doing: 'put-connection', step: 1, waitsFor: 'lock' },
    { ...executing, doing: 'delete-circuit', waitsFor: 'quota' },
    { ...executing, doing: 'put-peering', waitsFor: 'network' },
    { ...executing, doing: 'await-deprovisioned', waitsFor: 'provider' },
    { ...executing, doing: 'hold', waitsFor: 'time', until: t0 + 600_000 },
    { state: 'succeeded', at: t0 + 97_000, startedAt: t0 },
    {
      state: 'failed',
      at: t0 + 97_000,
      startedAt: t0,
      step: 1,
      failure: { code: text, message: text, details: [text, text], correlationId: text },
    },
  ];
}

/** Every state of every operation, small and as large as it gets. */
export function requestViewsOf(cast: Cast): readonly RequestView[] {
  return requestOperations.flatMap((operation, index) =>
    statesOf(cast.text).map((state) => ({
      id: 'R-7K2Q9M',
      operation,
      target: addressOf(cast),
      ...planOf(cast, index % 2 ? 1 : 40),
      rule,
      requestedBy: owner,
      requestedAt: t0,
      ...(index % 3 ? { askedIn: channelId } : {}),
      ...(operation === 'link' ? { authorization: cast.text } : {}),
      expiresAt: t0 + 86_400_000,
      approvals:
        index % 2
          ? [
              { by: ana, at: t0 },
              { by: 'U0ADAM0001', at: t0 },
            ]
          : [],
      state,
    })),
  );
}

const input = (name: string) => ({ block: `try.${name}`, action: `try.${name}` });

/** A form with an input of each kind, filled in with the text. */
export function submittedForm(text: string): SubmittedForm {
  const choices = [
    { text: 'One', value: '1' },
    { text: 'Two', value: '2' },
  ];
  return {
    callback_id: 'circuit.try',
    private_metadata: '{}',
    title: { type: 'plain_text', text: 'Try', emoji: true },
    submit: { type: 'plain_text', text: 'Review', emoji: true },
    blocks: [
      section(md`${text}`),
      textInput({ input: input('text'), label: 'Text', maxLength: 3_000, initial: 'before' }),
      selectInput({ input: input('menu'), label: 'Menu', choices, initial: '1' }),
      radioInput({ input: input('radio'), label: 'Radio', choices }),
      checkInput({ input: input('check'), label: 'Check', text: 'Tick' }),
      dateInput({ input: input('day'), label: 'Day', initial: '2026-01-01' }),
    ],
    state: {
      values: {
        'try.text': { 'try.text': { value: text.slice(0, 3_000) } },
        'try.menu': { 'try.menu': { selected_option: { value: '2' } } },
        'try.radio': { 'try.radio': { selected_option: { value: '1' } } },
        'try.check': { 'try.check': { selected_options: [{ value: ticked }] } },
        'try.day': { 'try.day': { selected_date: null } },
      },
    },
  };
}

function proposalsOf(cast: Cast): readonly Proposal[] {
  const intent = { operation: 'delete', target: addressOf(cast) } as const;
  return [0, 1, 40].map((size) => ({
    id: 'R-7K2Q9M',
    intent,
    plan: { ...planOf(cast, size), policy: 'delete', steps: [{ kind: 'delete-circuit' }] },
    rule: { ...rule, approvals: size % 3 },
    shownIn: size % 2 ? { channelId } : { userId: owner },
  }));
}

/** What the bot shows of requests, by the function that renders it. */
export function requestsShown(cast: Cast) {
  const views = requestViewsOf(cast);
  return {
    reviewModal: [
      ...proposalsOf(cast).map((proposal) => view('review', reviewModal(proposal, t0))),
      ...proposalsOf(cast)
        .slice(0, 1)
        .flatMap((proposal) =>
          preflightsOf(cast).map((one) => view('with a forecast', reviewModal(proposal, t0, one))),
        ),
    ],
    refilledModal: [
      view('refused', refilledModal(submittedForm(cast.text), refusalReply({ code: 'quote-open' }))),
      view(
        'refused at length',
        refilledModal(
          submittedForm(cast.text),
          refusalReply({ code: 'circuit-unknown', asked: cast.text, didYouMean: cast.text }),
        ),
      ),
    ],
    rejectModal: [view('reject', rejectModal('{}'))],
    submittedReply: proposalsOf(cast).map((proposal) =>
      message(
        'submitted',
        submittedReply({
          ...proposal,
          revision: 1,
          requestedBy: owner,
          requestedAt: t0,
          askedIn: channelId,
          expiresAt: t0,
          approvals: [],
          state: 'requested',
        }),
      ),
    ),
    requestsReply: [0, 1, views.length].flatMap((count) =>
      [true, false].map((isAll) => message(`${count} requests`, requestsReply(views.slice(0, count), isAll))),
    ),
  } satisfies Record<string, readonly Shown[]>;
}

/** Refusals about requests with the text in every place. */
export function requestRefusalsOf(text: string) {
  const id = 'R-7K2Q9M';
  return {
    'argument-unknown': [
      { code: 'argument-unknown', word: text, usage: 'requests [all]' },
      { code: 'argument-unknown', word: '', usage: 'requests [all]' },
    ],
    'proposal-gone': [{ code: 'proposal-gone' }],
    'approvals-channel-missing': [{ code: 'approvals-channel-missing' }],
    'already-requested': [{ code: 'already-requested', id, name: text, by: owner }],
    'request-gone': [{ code: 'request-gone' }],
    'request-over': (['rejected', 'withdrawn', 'expired', 'stale', 'succeeded', 'failed'] as const).map(
      (state) => ({ code: 'request-over', id, state }) as const,
    ),
    'request-executing': [{ code: 'request-executing', id }],
    'own-request': [{ code: 'own-request', id }],
    'already-approved': [{ code: 'already-approved', id }],
    'request-expired': [{ code: 'request-expired', id }],
    'not-the-requester': [{ code: 'not-the-requester', id, requestedBy: owner }],
    'reason-missing': [{ code: 'reason-missing' }],
    'reason-too-long': [{ code: 'reason-too-long', limit: 500 }],
  } as const;
}
