import type { ByHandReason } from '../../../domain/validation/case/case.ts';
import { byHandReasons } from '../../../domain/validation/case/case.ts';
import { type Mrkdwn, md, nothing, whole } from '../mrkdwn.ts';

const reasons: Readonly<Record<ByHandReason, string>> = {
  'no-contact':
    'Nobody is named whom Microsoft may contact (SUPPORT_CONTACT_FILE), so I cannot open the ticket.',
  'no-classification':
    'Microsoft’s list of problems has none that fits (SUPPORT_PROBLEM), so I cannot open the ticket.',
  'not-allowed':
    'Microsoft does not take the ticket from me: the support plan has no API (it takes Professional Direct, Premier or Unified), or I lack the role Support Request Contributor.',
  refused: 'Microsoft refused the ticket.',
  'no-number':
    'Microsoft has not given the ticket a number within an hour. Look in the portal whether it is there.',
};

/** Why a person has to open the ticket. */
export function byHandWords({ why, detail }: { readonly why?: string; readonly detail?: string }): Mrkdwn {
  const reason = byHandReasons.find((one) => one === why);
  const said = detail ? md` (${whole(detail)})` : nothing;
  return md`${reason ? reasons[reason] : 'I cannot open the ticket.'}${said}`;
}
