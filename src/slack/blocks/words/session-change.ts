import type { Difference } from '../../../domain/circuit/changes.ts';
import { md } from '../mrkdwn.ts';
import { linkName } from './link.ts';
import { peeringName } from './peering.ts';
import { type ChangeWords, say } from './say.ts';
import { counted, grouped } from './units.ts';

type SessionDifference = Extract<Difference, { kind: 'bgp-session' | 'arp' | 'prefix-count' | 'vnet-link' }>;

/** How a change of what really runs over a circuit is told: sessions, layer 2, prefixes, connections. */
export function sessionWords(difference: SessionDifference): ChangeWords {
  switch (difference.kind) {
    case 'bgp-session':
      return bgpWords(difference);
    case 'arp':
      return arpWords(difference);
    case 'prefix-count':
      return prefixWords(difference);
    case 'vnet-link':
      return vnetLinkWords(difference);
  }
}

type Of<K extends Difference['kind']> = Extract<Difference, { kind: K }>;

function bgpWords({ peering, link, family, after, bgpState }: Of<'bgp-session'>): ChangeWords {
  const place = md`${peeringName(peering)} · ${linkName(link, family)}`;
  if (after === 'up') {
    return say(
      ':large_green_circle:',
      md`${place}: BGP is *up*`,
      md`Microsoft's edge has the session established.`,
    );
  }
  return say(
    ':red_circle:',
    md`${place}: BGP is *down*`,
    bgpState
      ? md`Microsoft's edge calls the session ${bgpState}: nothing of this family is routed over this link.`
      : md`Nothing of this family is routed over this link.`,
  );
}

function arpWords({ peering, link, after }: Of<'arp'>): ChangeWords {
  const place = md`${peeringName(peering)} · ${linkName(link)}`;
  return after === 'up'
    ? say(':large_green_circle:', md`${place}: ARP *answers*`, md`Layer 2 to your router works.`)
    : say(
        ':red_circle:',
        md`${place}: ARP is *not answered*`,
        md`Microsoft's edge gets no answer from your router at layer 2.`,
      );
}

function prefixWords({ peering, link, family, before, after, turn, limit }: Of<'prefix-count'>): ChangeWords {
  const what = md`${peeringName(peering)} · ${linkName(link, family)}: ${grouped(before)} → *${counted(after, 'prefix', 'prefixes')}*`;
  switch (turn) {
    case 'fell':
      return say(
        ':large_yellow_circle:',
        what,
        md`Far fewer than usual: whatever you no longer announce is not reached over this link.`,
      );
    case 'near-limit':
      return say(':large_yellow_circle:', what, md`Above ${grouped(limit)} Microsoft drops the session.`);
    case 'normal':
      return say(':large_green_circle:', what, md`That is within what is usual.`);
  }
}

function vnetLinkWords({ connection, gateway, before, after }: Of<'vnet-link'>): ChangeWords {
  const isConnected = after === 'Connected';
  return say(
    isConnected ? ':large_green_circle:' : ':red_circle:',
    md`connection ${connection}: ${before || 'none'} → *${after || 'none'}*`,
    isConnected
      ? md`The virtual network behind gateway ${gateway || 'unknown'} is reached over this circuit.`
      : md`The virtual network behind gateway ${gateway || 'unknown'} may not be reached over this circuit.`,
  );
}
