import type { BlindSpot, Subject } from '../../../domain/alert/subject.ts';
import { familyName, peeringName } from './peering.ts';

const spots: Readonly<Record<BlindSpot, string>> = {
  subscription: 'sight of a subscription',
  metrics: 'metrics',
  polls: 'polls',
  clock: 'clock',
  disk: 'store',
  slack: 'Slack',
  parked: 'messages put aside',
};

/** What something is about, where nothing else is known of it. */
export function subjectName(subject: Subject): string {
  switch (subject.kind) {
    case 'connectivity':
      return `${peeringName(subject.peering)}, BGP`;
    case 'prefix-limit':
    case 'prefix-drop':
      return `${peeringName(subject.peering)}, number of ${familyName(subject.family)} prefixes`;
    case 'validation':
      return `${peeringName(subject.peering)}, validation of ${familyName(subject.family)} prefixes`;
    case 'registry':
      return `${peeringName('MicrosoftPeering')}, ${familyName(subject.family)} prefixes in the registries`;
    case 'certificate':
      return `${peeringName('MicrosoftPeering')}, signing certificate`;
    case 'provisioning':
      return 'provisioning';
    case 'status':
      return 'status';
    case 'vnet-link':
      return `connection ${subject.connection}`;
    case 'blind':
      return spots[subject.spot];
  }
}
