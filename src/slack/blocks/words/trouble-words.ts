import type { Trouble } from '../../../domain/alert/condition.ts';
import type { Subject } from '../../../domain/alert/subject.ts';
import type { Mrkdwn } from '../mrkdwn.ts';
import { familyName, peeringName } from './peering.ts';

/** How something that is wrong is told, in parts that a card, a list and a thread put together. */
export type TroubleWords = {
  /** Where in the circuit: `Microsoft peering`; '' where the circuit as a whole is meant. */
  readonly place: string;
  /** What it is: `primary link down`. */
  readonly bad: Mrkdwn;
  /** The same when it is over; `after 4 min` may follow: `primary link back`. */
  readonly well: Mrkdwn;
  /** What it was, before the time that it lasted: `Down`. */
  readonly was: string;
  /** In whole sentences. */
  readonly meaning: Mrkdwn;
  /** Who must do what. */
  readonly todo: Mrkdwn;
};

export type TroubleOf<K extends Trouble['kind']> = Extract<Trouble, { kind: K }>;

/** The routing domain, and the family where the subject is of one. */
export function placeOfSubject(subject: Subject): string {
  switch (subject.kind) {
    case 'connectivity':
      return peeringName(subject.peering);
    case 'prefix-limit':
    case 'prefix-drop':
    case 'validation':
      return `${peeringName(subject.peering)}, ${familyName(subject.family)}`;
    case 'registry':
      return `${peeringName('MicrosoftPeering')}, ${familyName(subject.family)}`;
    case 'certificate':
      return peeringName('MicrosoftPeering');
    case 'provisioning':
    case 'status':
    case 'vnet-link':
    case 'blind':
      return '';
  }
}
