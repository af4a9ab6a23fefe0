import type { AzureFault } from '../ports.ts';

/** The role that a call needs, and where. */
export type Need = { readonly role: string; readonly subscriptionId: string };

/** What to do about a call that Azure did not answer as hoped. */
export function mendAzure({ kind }: Pick<AzureFault, 'kind'>, need: Need): string {
  switch (kind) {
    case 'unauthorized':
      return 'Let Trunkline sign in: give this machine a managed identity, or set AZURE_TENANT_ID, AZURE_CLIENT_ID and AZURE_CLIENT_SECRET, or run `az login` as the user who runs it.';
    case 'forbidden':
      return grant(need);
    case 'not-found':
      return `Compare AZURE_SUBSCRIPTION_IDS with \`az account list --output table\`; if ${need.subscriptionId} is right, ${lowerFirst(grant(need))}`;
    case 'throttled':
      return 'Wait until Azure answers again; if it goes on, set POLL_SECONDS higher or EDGE_READS_PER_POLL lower.';
    case 'unreachable':
      return 'Let this machine open HTTPS connections (port 443) to Azure, and look at its DNS and proxy.';
    case 'unavailable':
    case 'locked':
    case 'changed':
      return 'Wait and run the doctor again; https://azure.status.microsoft tells of outages.';
    case 'refused':
    case 'unreadable':
      return 'Report it with this line: Azure and Trunkline do not understand one another here.';
  }
}

export function grant({ role, subscriptionId }: Need): string {
  return `Grant it: \`az role assignment create --assignee <object id of Trunkline’s identity> --role "${role}" --scope /subscriptions/${subscriptionId}\`.`;
}

function lowerFirst(text: string): string {
  return `${text.charAt(0).toLowerCase()}${text.slice(1)}`;
}
