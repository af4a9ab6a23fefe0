import type { Circuit } from '../../circuit/circuit.ts';
import type { PeeringType } from '../../peering/peering.ts';
import type { SettingRefusal } from '../../peering/refusal.ts';
import type { PeeringWishRefusal } from '../../peering/wish.ts';
import type { CommonRefusal } from './common-refusal.ts';

export type PeeringRefusal = CommonRefusal | PeeringRuleRefusal;

type On = { readonly on: Pick<Circuit, 'id' | 'name'> };

export type PeeringRuleRefusal =
  | PeeringWishRefusal
  | SettingRefusal
  /** Azure public peering was retired on 2024-03-31: what is left of it can be removed and nothing else. */
  | ({ readonly code: 'peering-retired' } & On)
  | ({ readonly code: 'peering-absent'; readonly peering: PeeringType } & On)
  /** Global Reach connections run over it. */
  | ({
      readonly code: 'peering-in-global-reach';
      readonly peering: PeeringType;
      readonly connections: readonly string[];
    } & On);
