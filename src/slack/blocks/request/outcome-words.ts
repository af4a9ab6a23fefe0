import type { RequestView } from '../../../domain/approval/view.ts';
import type { Caution } from '../../../domain/operation/caution.ts';
import { lines, type Mrkdwn, md, nothing } from '../mrkdwn.ts';
import { billedUntilDeleted } from '../words/life-end.ts';

/** What it means that a request is done, and what is left for the reader. */
export function outcomeWords(view: RequestView): Mrkdwn {
  switch (view.operation) {
    case 'create':
      return md`Its service key is issued, and Microsoft bills it from now on.\n*You*: order the connection from the provider, who needs the key.`;
    case 'peering':
      return risks(view, 'peering-removal-cuts-traffic') ? nothing : afterPeering(view);
    case 'sign':
      return md`Azure checks it now, against the certificate in the registry record.\n*You*: nothing. Subscribed channels are told what it says; \`/circuit sign ${view.target.name}\` tells at any time.`;
    case 'link':
      return view.authorization === undefined
        ? md`The virtual network and what is behind the circuit can reach each other.`
        : md`*You*: give its key to whoever redeems it, and to nobody else.`;
    case 'unlink':
      return risks(view, 'unlink-cuts-network')
        ? md`The virtual network behind this gateway no longer uses the circuit.`
        : md`Its key opens nothing any more.`;
    case 'resize':
      return risks(view, 'provider-must-follow')
        ? md`*You*: have the provider raise its side; until then the old bandwidth is what you get.`
        : nothing;
    case 'deprovision':
      return risks(view, 'deleted-when-deprovisioned')
        ? md`The provider has taken it down, and the circuit is deleted: billing ends.`
        : md`The provider has taken it down. ${billedUntilDeleted}\n*You*: delete it, or have it re-enabled.`;
    case 'delete':
      return md`Billing ends with it.`;
    case 'failover':
      return md`The test is over, and Azure uses both links again.\n*You*: see in your monitoring whether traffic went on over the other link.`;
    default:
      return nothing;
  }
}

/** Azure's side is done: the session needs the routers too, and Microsoft peering needs more than a session. */
function afterPeering(view: RequestView): Mrkdwn {
  return lines(
    md`Azure’s side is set. BGP comes up when your routers are set to match.`,
    risks(view, 'prefixes-need-validation')
      ? md`The new prefixes are being validated: subscribed channels are told how that ends.`
      : nothing,
    risks(view, 'nothing-advertised-without-route-filter')
      ? md`*You*: attach a route filter in the Azure portal; before that Microsoft advertises nothing.`
      : nothing,
  );
}

function risks({ cautions }: RequestView, caution: Caution): boolean {
  return cautions.includes(caution);
}
