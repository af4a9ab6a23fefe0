import type { KnownBlock, ModalView } from '@slack/types';
import type { Instant } from '../../domain/instant.ts';
import type { Proposal } from '../../usecases/requests/request-desk.ts';
import type { Preflight } from '../../usecases/validation/preflight-circuit.ts';
import { viewIds } from '../action-ids.ts';
import { context, plainText, section } from './kit.ts';
import { lines, type Mrkdwn, md, trusted } from './mrkdwn.ts';
import { moment } from './time.ts';
import { forecastBlocks } from './validation/preflight-review.ts';
import { cautionWords } from './words/caution.ts';
import { intentTitle } from './words/operation.ts';
import { diffLines, factLine } from './words/plan.ts';
import { ruleWords } from './words/rule.ts';

/** What would be done, before it is asked for: the difference, what it costs or risks, who must agree. */
export function reviewModal(
  { id, intent, plan, rule, shownIn }: Proposal,
  now: Instant,
  forecast?: Preflight,
): ModalView {
  const place = 'channelId' in shownIn ? trusted(`<#${shownIn.channelId}>`) : md`our direct conversation`;
  const agreement =
    rule.approvals === 0
      ? md`Nobody else has to agree. Progress is shown in ${place}.`
      : md`It needs ${ruleWords(rule, md`you`)}, in ${place}, until ${moment(now + rule.expiresAfterMs)}.`;
  return {
    type: 'modal',
    callback_id: viewIds.review,
    private_metadata: id,
    title: plainText('Review', 24),
    submit: plainText(rule.approvals === 0 ? 'Confirm' : 'Ask for approval', 24),
    close: plainText('Cancel', 24),
    blocks: [
      section(lines(md`*${intentTitle(intent)}*`, diffLines(plan.changes))),
      ...cautionBlocks(plan.cautions.map((caution) => md`${cautionWords[caution]}`)),
      ...(forecast ? forecastBlocks(forecast) : []),
      section(agreement),
      ...(plan.seen.length > 0 ? [context(factLine(plan.seen))] : []),
      context(md`Nothing happens before you confirm. Azure is read again just before the change.`),
    ],
  };
}

/** Each caution with a sign, since a colour alone says nothing to many. */
export function cautionBlocks(cautions: readonly Mrkdwn[]): readonly KnownBlock[] {
  return cautions.length === 0
    ? []
    : [section(lines(...cautions.map((caution) => md`:warning: ${caution}`)))];
}
