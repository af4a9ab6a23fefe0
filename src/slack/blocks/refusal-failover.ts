import type { CommonRefusal } from '../../domain/operation/plans/common-refusal.ts';
import type { FailoverRefusal } from '../../domain/operation/plans/failover.ts';
import { md } from './mrkdwn.ts';
import type { WordsOf } from './refusal-words.ts';
import { showButton } from './show-button.ts';
import { failoverCategoryName } from './words/failover.ts';
import { familyName, peeringName } from './words/peering.ts';

/** Why no failover test may be made now. Sources: facts/azure.md 1.2 and 4.5. */
export const failoverWords: WordsOf<Exclude<FailoverRefusal, CommonRefusal>> = {
  'failover-minutes-out-of-range': ({ minutes, least, most }) => ({
    what: md`A failover test cannot run for ${Number.isFinite(minutes) ? `${minutes} min` : 'that long'}.`,
    next: md`Choose a whole number of minutes from ${least} to ${most}.`,
  }),
  'failover-not-offered': ({ on }) => ({
    what: md`Azure offers no link failover test for *${on.name}*: not in this cloud, or not for this circuit yet.`,
    next: md`To see whether one link carries the traffic, shut the BGP session of the other on your own router.`,
    buttons: [showButton(on)],
  }),
  'failover-test-running': ({ on, link, category, status }) => ({
    what: md`A failover test of *${on.name}* is ${status.toLowerCase()}: ${link} link, ${failoverCategoryName(category)}. Two at once could take both links away.`,
    next: md`Wait for its end. If Trunkline runs it, \`/circuit requests\` shows it, with “Stop now”; otherwise stop it in the Azure portal.`,
  }),
  'no-peering-enabled': ({ on }) => ({
    what: md`*${on.name}* has no enabled peering: nothing is routed, so a test would tell nothing.`,
    next: md`Configure routing first: \`/circuit peering ${on.name}\`.`,
    buttons: [showButton(on)],
  }),
  'link-not-redundant': ({ on, peering, family, missing }) => ({
    what: md`*${on.name}* has no redundancy at the moment: ${peeringName(peering)} has no ${missing} ${familyName(family)} subnet, so one link carries it alone. The test would stop that traffic.`,
    next: md`Configure the ${missing} link first: \`/circuit peering ${on.name}\`.`,
    buttons: [showButton(on)],
  }),
  'other-link-down': ({ on, peering, family, down }) => ({
    what: md`*${on.name}* has no redundancy at the moment: the ${familyName(family)} BGP session of ${peeringName(peering)} on the ${down} link is down. The test would stop that traffic.`,
    next: md`Mend the ${down} link first: \`/circuit show ${on.name}\` tells how its sessions stand.`,
    buttons: [showButton(on)],
  }),
  'peering-unsettled': ({ on, peering, provisioningState }) => ({
    what: md`${peeringName(peering)} of *${on.name}* is ${provisioningState || 'in no known state'} in Azure: nobody knows whether both its links work.`,
    next: md`Test when it is Succeeded: \`/circuit show ${on.name}\` tells.`,
    buttons: [showButton(on)],
  }),
};
