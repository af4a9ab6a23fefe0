import type { SessionSight } from '../../../domain/alert/condition.ts';
import { links } from '../../../domain/peering/link.ts';
import { joinMd, type Mrkdwn, md } from '../mrkdwn.ts';

/**
 * Who must do what about sessions that are down. ARP tells where to look: not answered, layer 2 is broken; answered, it
 * is BGP on your router. Source: expressroute-troubleshooting-arp-resource-manager.md, -expressroute-overview.md.
 */
export function sessionTodo(down: readonly SessionSight[], provider: string): Mrkdwn {
  const lost = links.flatMap((link) => {
    const [first] = down.filter((one) => one.link === link);
    return first ? [first] : [];
  });
  const [only] = lost;
  if (!only) return md`*You*: press Diagnose to see what Microsoft's edge says now.`;
  const isAlike = lost.every(({ arp, bgpState }) => arp === only.arp && bgpState === only.bgpState);
  if (isAlike) return deed(only, lost.length > 1 ? 'both links' : `the ${only.link} link`, provider);
  return joinMd(
    lost.map((one) => deed(one, `the ${one.link} link`, provider)),
    '\n',
  );
}

function deed({ arp, bgpState }: SessionSight, where: string, provider: string): Mrkdwn {
  switch (arp) {
    case 'up':
      return md`*You*: check BGP of ${where} on your edge router. Azure's side is up (ARP answers). ${bgpHint(bgpState)}`;
    case 'down':
      return md`*You*: check the interface, VLAN tags and cross-connect of ${where}: ARP is not answered, so layer 2 is broken. *${provider || 'The provider'}*: if these are well, its path to Microsoft.`;
    case 'unknown':
      return md`*You*: check the interface and BGP of ${where} on your edge router. Diagnose asks Microsoft's edge whether ARP answers.`;
  }
}

/** What the BGP state of Microsoft's edge hints at (RFC 4271, 8.2.2). */
export function bgpHint(bgpState: string | undefined): string {
  if (/pfx/iu.test(bgpState ?? ''))
    return `The edge says ${bgpState}: it got more prefixes than it takes; announce fewer, and clear the session.`;
  switch (bgpState?.toLowerCase()) {
    case 'idle':
      return 'The edge is Idle: BGP is shut down, not configured or refused there; compare address and ASN.';
    case 'active':
    case 'connect':
      return `The edge is ${bgpState} and gets no TCP answer: is BGP running, and port 179 open?`;
    case 'opensent':
    case 'openconfirm':
      return `The edge is ${bgpState}: your router answers and they do not agree; compare ASN and MD5 key.`;
    default:
      return bgpState
        ? `The edge says ${bgpState}: compare address, ASN and MD5 key.`
        : 'Compare address, ASN and MD5 key.';
  }
}
