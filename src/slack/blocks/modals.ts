import type { InputBlock, ModalView } from '@slack/types';
import type { Severity } from '../../domain/alert/severity.ts';
import type { Subscription } from '../../domain/alert/subscription.ts';
import { type ChangeKind, changeKinds } from '../../domain/circuit/changes.ts';
import { type CircuitFilter, renderFilter } from '../../domain/circuit/filter.ts';
import { viewIds } from '../action-ids.ts';
import { radioInput } from './forms/inputs.ts';
import { type Choice, option, plainText, section } from './kit.ts';
import { md, trusted } from './mrkdwn.ts';
import type { Reply } from './reply.ts';
import { kindNames } from './words/change-kind.ts';

/** Names of the inputs, by which their values come back. */
export const inputs = {
  filter: { block: 'filter', action: 'filter.text' },
  kinds: { block: 'kinds', action: 'kinds.chosen' },
  atLeast: { block: 'severity', action: 'severity.chosen' },
} as const;

/** Narrow the list: the same words as after `/circuit list`. The channel is where the answer goes; empty: to a modal. */
export function filterModal(filter: CircuitFilter, channelId: string): ModalView {
  return {
    type: 'modal',
    callback_id: viewIds.filterList,
    private_metadata: channelId,
    title: plainText('Filter circuits', 24),
    submit: plainText('List', 24),
    close: plainText('Cancel', 24),
    blocks: [
      filterInput(renderFilter(filter), 'needs:attention location:London', true),
      section(
        md`state: provider: location: subscription: tag: circuit: needs:attention\nQuote what has spaces: provider:"Equinix UK". A word alone is part of a circuit's name.`,
      ),
    ],
  };
}

const severityChoices = [
  { text: 'Everything', value: 'info' },
  { text: 'Warnings and what is critical', value: 'warning' },
  { text: 'Only what is critical', value: 'critical' },
] as const satisfies readonly (Choice & { readonly value: Severity })[];

/** Change what one subscription asks for. */
export function subscriptionModal(subscription: Subscription): ModalView {
  const { channelId, id, wish } = subscription;
  return {
    type: 'modal',
    callback_id: viewIds.editSubscription,
    private_metadata: JSON.stringify({ id, channelId }),
    title: plainText('Change subscription', 24),
    submit: plainText('Save', 24),
    close: plainText('Cancel', 24),
    blocks: [
      section(md`What ${trusted(`<#${channelId}>`)} is told.`),
      filterInput(renderFilter(wish.filter), 'location:London tag:env=prod', false),
      kindsInput(wish.kinds),
      radioInput({
        input: inputs.atLeast,
        label: 'Severity',
        choices: severityChoices,
        initial: wish.atLeast ?? 'info',
      }),
    ],
  };
}

/** A reply in a modal, for places where no message can be sent: App Home. */
export function replyModal(title: string, { blocks }: Reply): ModalView {
  return {
    type: 'modal',
    callback_id: viewIds.card,
    title: plainText(title, 24),
    close: plainText('Close', 24),
    blocks,
  };
}

/** Stands while the answer is made: a trigger lives three seconds only. */
export function waitingModal(): ModalView {
  return replyModal('Trunkline', { text: '', blocks: [section(md`:hourglass_flowing_sand: One moment.`)] });
}

function filterInput(initial: string, example: string, passing: boolean): InputBlock {
  return {
    type: 'input',
    block_id: inputs.filter.block,
    optional: true,
    label: plainText('Circuits', 2_000),
    hint: plainText(
      passing
        ? 'Empty: all circuits.'
        : 'Empty: all circuits. Filters: provider: location: subscription: tag: circuit:',
      2_000,
    ),
    element: {
      type: 'plain_text_input',
      action_id: inputs.filter.action,
      max_length: 1_000,
      placeholder: plainText(example, 150),
      ...(initial ? { initial_value: initial.toWellFormed() } : {}),
    },
  };
}

function kindsInput(chosen: readonly ChangeKind[]): InputBlock {
  const options = changeKinds.map((kind) => option({ text: kindNames[kind], value: kind }));
  const initial = options.filter(({ value }) => chosen.some((kind) => kind === value));
  return {
    type: 'input',
    block_id: inputs.kinds.block,
    optional: true,
    label: plainText('Kinds of change', 2_000),
    hint: plainText('None chosen: every kind.', 2_000),
    element: {
      type: 'multi_static_select',
      action_id: inputs.kinds.action,
      placeholder: plainText('Every kind', 150),
      options,
      ...(initial.length > 0 ? { initial_options: initial } : {}),
    },
  };
}
