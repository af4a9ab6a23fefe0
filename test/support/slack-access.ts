import type { Scope } from '../../src/domain/access/grant.ts';
import { roles, rolesFor } from '../../src/domain/access/role.ts';
import type { AccessChatRefusal } from '../../src/slack/blocks/refusal-access.ts';
import type { Profile } from '../../src/usecases/access/access-desk.ts';
import { type Cast, circuitsLike, owner } from './slack-cast.ts';

type Of<C extends AccessChatRefusal['code']> = Extract<AccessChatRefusal, { readonly code: C }>;
const group = 'S0OPERATR1';
const many = Array.from({ length: 10 }, (_, index) => (index % 2 ? owner : group));

/** Every refusal because of who asks, with the text in every place. */
export function accessRefusalsOf(text: string): {
  readonly [C in AccessChatRefusal['code']]: readonly Of<C>[];
} {
  return {
    'role-needed': [rolesFor.read, rolesFor.audit, rolesFor.delete, ['admin'] as const].flatMap((wanted) =>
      [[], [owner], many].flatMap((people) =>
        [text, ''].map((on) => ({ code: 'role-needed', roles: wanted, on, people }) as const),
      ),
    ),
    'groups-unreadable': [text, ''].map((on) => ({ code: 'groups-unreadable', on })),
    'telling-out-of-sight': [[], ['one'], Array.from({ length: 40 }, () => text)].flatMap((subscriptionIds) =>
      [[], many].map((people) => ({ code: 'telling-out-of-sight', subscriptionIds, people }) as const),
    ),
  };
}

/** What people hold: nothing, one role, all of them everywhere, and more places than can be listed. */
export function profilesOf(cast: Cast): readonly Profile[] {
  const nothing: Profile = {
    reads: 'everybody',
    held: [],
    unreadable: [],
    isNobodyGranted: true,
    troubles: [],
  };
  const circuits: readonly Scope[] = circuitsLike(cast, 40).map(({ circuit }) => ({
    kind: 'circuit',
    circuitId: circuit.id,
  }));
  const scopes: readonly Scope[] = [
    { kind: 'resource-group', subscriptionId: cast.text, resourceGroup: cast.text },
    { kind: 'subscription', subscriptionId: cast.text },
    ...circuits,
  ];
  const held = scopes.flatMap((on) => roles.map((role) => ({ role, on, through: group })));
  return [
    nothing,
    { ...nothing, reads: 'granted', isNobodyGranted: false },
    { ...nothing, held: [{ role: 'operator', on: { kind: 'everything' }, through: owner }] },
    { ...nothing, reads: 'granted', held, unreadable: many },
    { ...nothing, held, troubles: Array.from({ length: 20 }, () => cast.text) },
  ];
}
