import type { Caution } from '../../../domain/operation/caution.ts';

/** A sentence for each. Sources: facts/azure.md 4.1–4.5 (expressroute-workflows.md, -routing.md, -faqs.md, -limits). */
export const cautionWords: Readonly<Record<Caution, string>> = {
  'billing-starts':
    'Microsoft bills from the moment the service key is issued, whether or not the provider delivers.',
  'bandwidth-is-one-way': 'Bandwidth can be raised and never lowered: going back means a new circuit.',
  'provider-must-follow':
    'The provider must raise its side too; until then the old bandwidth is what you get.',
  'unlimited-is-one-way': 'Unlimited data may not be changeable back to metered.',
  'tier-changes-price': 'The price changes with the SKU.',
  'standard-limits-apply':
    'Standard’s limits apply at once: 10 linked virtual networks, 4,000 private prefixes, one geopolitical region. Sessions above them drop.',
  'traffic-may-stop':
    'BGP may reset on both links while Azure applies this: expect seconds to minutes without traffic.',
  'peering-removal-cuts-traffic': 'Everything routed over this peering stops.',
  'layer-3-override':
    'The provider manages this circuit’s routing (layer 3). Changing it from here breaks it until the provider restores it.',
  'internet-edge':
    'Confirmed: the edge used for Microsoft peering is not the internet edge. The same edge for both causes asymmetric routing and outages.',
  'nothing-advertised-without-route-filter':
    'Microsoft advertises nothing over this peering before a route filter is attached.',
  'prefixes-change-access-lists':
    'The list of prefixes sets access lists on Microsoft’s edge: traffic from prefixes that are not in it is dropped.',
  'private-asn-needs-manual-validation':
    'A private AS number on Microsoft peering forces manual validation: a support ticket with proof of ownership.',
  'prefixes-need-validation':
    'New prefixes are validated first. Until they are Configured the BGP session is not enabled for them.',
  'signature-updates-peering':
    'Azure saves it as an update of the whole peering; nothing else of it changes. Whether BGP resets meanwhile is not documented: do it in a quiet hour.',
  'certificate-not-in-registry':
    'The registry record of the prefix does not hold this certificate. Azure would say CertificateMissingInRoutingRegistry: put it there first.',
  'registry-unread':
    'Whether the registry record of the prefix holds this certificate could not be seen. Azure looks for it there: make sure that it does.',
  'certificate-ends-soon':
    'The certificate ends within 30 days, or has no longer to go: a new one means a new signature.',
  'certificate-key-shorter-than-asked':
    'The key is shorter than the 4096 bits that Microsoft’s own lines make. It may be taken all the same.',
  'certificate-not-self-signed':
    'The certificate is not signed by its own key. Microsoft asks for a self-signed one.',
  'certificate-names-others':
    'The certificate names another organisation, AS number or range than this prefix has. Azure is not known to read names; whoever keeps the registry record may ask.',
  'link-joins-networks': 'The virtual network and what is behind the circuit can reach each other.',
  'fast-path-bypasses-gateway':
    'FastPath sends traffic past the gateway: what the gateway enforces no longer applies.',
  'authorization-opens-circuit':
    'Whoever holds the authorization key can link a virtual network to this circuit, once.',
  'unlink-cuts-network': 'The virtual network behind this gateway loses this circuit at once.',
  'revoking-cuts-connections': 'Revoking an authorization deletes the connection that redeemed it.',
  'deprovisioning-ends-service':
    'The provider takes the connection down: all traffic over this circuit stops.',
  'billing-until-deleted': 'Microsoft bills until the circuit itself is deleted.',
  'deleted-when-deprovisioned':
    'Trunkline deletes the circuit by itself once the provider has deprovisioned it.',
  'delete-is-final':
    'A deleted circuit cannot be brought back: its service key is void and the provider order ends.',
  'redundancy-halved': 'For the time of the test one link carries everything: no redundancy and no SLA.',
  'traffic-shifts': 'Traffic shifts to the other link. Sessions that depend on the path may reset.',
  'stops-by-itself': 'Trunkline stops the test by itself at the end; “Stop now” ends it early.',
};
