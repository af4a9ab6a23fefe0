import type { CommonRefusal } from '../../domain/operation/plans/common-refusal.ts';
import { type Mrkdwn, md } from './mrkdwn.ts';
import { listButton, type WordsOf } from './refusal-words.ts';
import { operationNouns } from './words/operation.ts';

/** Refusals that several plans share. Sources: facts/azure.md 4.1, 5. */
export const commonWords: WordsOf<CommonRefusal> = {
  'target-gone': ({ name }) => ({
    what: md`*${name}* is not in Azure: it was deleted, or I may not read it.`,
    next: md`The list shows what there is.`,
    buttons: [listButton],
  }),
  'target-unsettled': ({ name, provisioningState }) => ({
    what:
      provisioningState === 'Failed'
        ? md`Azure’s last change of *${name}* failed, so it takes no other change now.`
        : md`Azure is in the middle of another change of *${name}* (${provisioningState || 'no state'}); it takes one at a time.`,
    next:
      provisioningState === 'Failed'
        ? md`Look at the circuit’s activity log, repeat or refresh that change in the portal, then ask again.`
        : md`Ask again when it is Succeeded: \`/circuit show ${name}\` tells.`,
  }),
  'not-provisioned': (refusal) => ({
    what: md`*${refusal.name}* takes no ${operationNouns[refusal.operation]} now: ${standing(refusal)}. It must be Provisioned and Enabled.`,
    next: nextFor(refusal),
  }),
  'nothing-to-change': ({ name }) => ({
    what: md`*${name}* is so already; nothing would change.`,
    next: md`\`/circuit show ${name}\` tells how it is now.`,
  }),
};

function standing({ providerState, status }: { providerState: string; status: string }): Mrkdwn {
  if (providerState === 'Provisioned' || providerState === '')
    return md`its status is ${status || 'not told'}`;
  return md`its provider state is ${providerState}`;
}

/** Who has to do what first. */
function nextFor({ providerState, name }: { providerState: string; name: string }): Mrkdwn {
  switch (providerState) {
    case 'NotProvisioned':
      return md`Give the service key to the provider and order the connection: \`/circuit order ${name}\`.`;
    case 'Provisioning':
      return md`The provider is setting it up. Its end is told to every subscribed channel.`;
    case 'Deprovisioning':
    case 'DeProvisioned':
      return md`The provider is taking it down. To keep it, ask the provider to stop.`;
    case 'Provisioned':
    case '':
      return md`Open a support request with Microsoft if it stays so outside of a change.`;
    default:
      return md`Ask the provider what that state means.`;
  }
}
