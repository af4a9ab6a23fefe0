import type { AlertRules } from '../../domain/alert/alert-rules.ts';
import type { Now } from '../ports.ts';
import type { Store } from '../store.ts';

export type DeskDeps = {
  readonly store: Store;
  readonly rules: AlertRules;
  readonly now: Now;
  readonly newId: () => string;
  /** Something became owed. */
  readonly wake: () => void;
};
