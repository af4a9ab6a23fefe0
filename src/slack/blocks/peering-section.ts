import type { KnownBlock } from '@slack/types';
import type { Circuit } from '../../domain/circuit/circuit.ts';
import type { Connectivity } from '../../domain/circuit/connectivity.ts';
import { isSame, nameOf } from '../../domain/open-enum.ts';
import { links } from '../../domain/peering/link.ts';
import {
  type AddressFamily,
  addressFamilies,
  type Peering,
  type PublicPrefixes,
} from '../../domain/peering/peering.ts';
import { isRetired, prefixListsOf } from '../../domain/peering/reading.ts';
import type { Session } from '../../domain/peering/session.ts';
import type { Case } from '../../domain/validation/case/case.ts';
import { caseView } from '../../domain/validation/case/view.ts';
import { showCaseButton } from './case/case-button.ts';
import { caseStanding } from './case/title.ts';
import { actions, section } from './kit.ts';
import { joinMd, lines, type Mrkdwn, md, nothing, trusted } from './mrkdwn.ts';
import { moment } from './time.ts';
import { validateButton } from './validation/validate-button.ts';
import { familyName, peeringName } from './words/peering.ts';
import { isPrefixTrouble, prefixStateMeaning } from './words/prefix-state.ts';
import { linkStandingLine } from './words/session-line.ts';

/** Azure allows three routing domains; more would only come from an API that changed. */
const peeringLimit = 6;
const prefixLimit = 12;

/** Every routing domain with what people must agree on with their provider. */
export function peeringBlocks(
  circuit: Pick<Circuit, 'id' | 'name' | 'peerings'>,
  connectivity: Connectivity | undefined,
  openCase?: Case,
): readonly KnownBlock[] {
  const { peerings } = circuit;
  if (peerings.length === 0) return [section(md`*Routing domains*\nnone configured`)];
  return peerings
    .slice(0, peeringLimit)
    .flatMap((peering) => [
      section(peeringLines(peering, connectivity)),
      ...(isAdvertising(peering) ? validationBlocks(circuit, openCase) : []),
    ]);
}

/** Below the list of prefixes, not beside it: on a phone it would take half of the width. */
function validationBlocks(circuit: Pick<Circuit, 'id' | 'name'>, openCase?: Case): readonly KnownBlock[] {
  if (!openCase) return [actions(validateButton(circuit))];
  const standing = caseStanding(caseView(openCase));
  return [
    section(md`:large_orange_circle: ${openCase.id} · manual validation · ${standing}`),
    actions(validateButton(circuit), showCaseButton(openCase.id)),
  ];
}

function isAdvertising(peering: Peering): boolean {
  const isMicrosoft = peering.type === 'MicrosoftPeering';
  return isMicrosoft && prefixListsOf(peering).some(({ list }) => list.advertised.length > 0);
}

function peeringLines(peering: Peering, connectivity: Connectivity | undefined): Mrkdwn {
  const { type, state, vlanId, peerAsn, azureAsn, lastModifiedBy, provisioningState } = peering;
  const enabled = nameOf(state) === 'Enabled';
  const isDown = sessionsOf(peering, connectivity).some((session) => session.state === 'down');
  const isWell = enabled && !isDown;
  const sign = isRetired(peering) ? ':no_entry_sign:' : isWell ? ':large_green_circle:' : ':red_circle:';
  return lines(
    md`${trusted(sign)} *${peeringName(type)}* · BGP provisioning ${nameOf(state) || 'not told'}`,
    isRetired(peering)
      ? md`Microsoft retired public peering on 2024-03-31: move to Microsoft peering.`
      : nothing,
    sessionLines(peering, connectivity),
    md`VLAN ${vlanId ?? 'not told'} · peer ASN ${peerAsn ?? 'not told'} · Microsoft ASN ${azureAsn ?? 'not told'}`,
    ...addressFamilies.map((family) => familyLines(peering, family)),
    nameOf(provisioningState) === 'Succeeded'
      ? nothing
      : md`Azure's last write to it: ${nameOf(provisioningState) || 'not told'}`,
    lastModifiedBy ? md`Last modified by ${lastModifiedBy}` : nothing,
  );
}

function sessionsOf({ type }: Peering, connectivity: Connectivity | undefined): readonly Session[] {
  return (connectivity?.sessions ?? []).filter(({ peering }) => isSame(peering, type));
}

/** `BGP: primary IPv4 up, 47 prefixes; secondary IPv4 down since 03:12`. */
function sessionLines(of: Peering, connectivity: Connectivity | undefined): Mrkdwn {
  const { type } = of;
  const own = sessionsOf(of, connectivity);
  const silent = (connectivity?.arp ?? []).filter((one) => isSame(one.peering, type) && one.state === 'down');
  const told = links
    .map((link) => ({ link, sessions: own.filter((one) => one.link === link) }))
    .filter(({ sessions }) => sessions.length > 0)
    .map(({ link, sessions }) => md`${link} ${linkStandingLine(sessions)}`);
  return lines(
    told.length > 0 ? md`BGP: ${joinMd(told, ' · ')}` : nothing,
    ...silent.map(
      ({ link, since }) => md`:warning: ARP on the ${link} link is not answered since ${moment(since)}`,
    ),
  );
}

function familyLines(peering: Peering, family: AddressFamily): Mrkdwn {
  const settings = peering[family];
  if (!settings) return nothing;
  const { primarySubnet, secondarySubnet, publicPrefixes, routeFilter } = settings;
  return lines(
    md`${familyName(family)}: primary ${primarySubnet ?? 'none'} · secondary ${secondarySubnet ?? 'none'}`,
    publicPrefixes ? prefixLines(publicPrefixes) : nothing,
    peering.type === 'MicrosoftPeering'
      ? md`Route filter: ${routeFilter ?? 'none attached, so Microsoft advertises nothing'}`
      : nothing,
  );
}

function prefixLines({ state, customerAsn, routingRegistry, each }: PublicPrefixes): Mrkdwn {
  const more = each.length - prefixLimit;
  return lines(
    md`${warning(state)}Advertised public prefixes: *${nameOf(state)}* (${prefixStateMeaning(state)})`,
    md`Customer ASN ${customerAsn || 'none'} · routing registry ${routingRegistry ?? 'none'}`,
    ...troubleFirst(each)
      .slice(0, prefixLimit)
      .map(({ prefix, state: own }) =>
        own === undefined
          ? md`• ${prefix}: no state of its own`
          : md`• ${prefix}: ${warning(own)}${nameOf(own)} (${prefixStateMeaning(own)})`,
      ),
    more > 0 ? md`• and ${more} more` : nothing,
  );
}

/** So that what must be looked at is not among those that are left out. */
function troubleFirst(each: PublicPrefixes['each']): PublicPrefixes['each'] {
  const isTrouble = ({ state }: PublicPrefixes['each'][number]) =>
    state !== undefined && isPrefixTrouble(state);
  return [...each.filter(isTrouble), ...each.filter((entry) => !isTrouble(entry))];
}

function warning(state: Parameters<typeof isPrefixTrouble>[0]): Mrkdwn {
  return isPrefixTrouble(state) ? trusted(':warning: ') : nothing;
}
