import type { ActionsBlock } from '@slack/types';
import type { KnownCircuit } from '../../domain/circuit/known-circuit.ts';
import { type Operation, operations } from '../../domain/operation/operation.ts';
import { possibleOperations } from '../../domain/operation/possible.ts';
import { actionIds } from '../action-ids.ts';
import { circuitToken } from './circuit-token.ts';
import { actions, select } from './kit.ts';

type Deed = Exclude<Operation, 'create'>;

const texts: Readonly<Record<Deed, string>> = {
  key: 'Show the service key',
  order: 'Record the order',
  peering: 'Configure routing',
  sign: 'Sign its public prefixes',
  link: 'Link a network',
  unlink: 'Unlink a network',
  resize: 'Resize',
  deprovision: 'Have it deprovisioned',
  delete: 'Delete it',
  failover: 'Test the failover',
};

/** What can be done with a circuit as it stands. None: nothing can. */
export function circuitMenu(known: KnownCircuit, linkCount: number | undefined): readonly ActionsBlock[] {
  const token = circuitToken(known.circuit.id);
  const choices = possibleOperations(known, linkCount).map((deed) => ({
    text: texts[deed],
    value: `${deed} ${token}`,
  }));
  return choices.length === 0 ? [] : [actions(select('What you can do', actionIds.circuitDo, choices))];
}

/** Undefined for a value that no menu of ours has. */
export function parseCircuitDeed(value: string): { readonly deed: Deed; readonly token: string } | undefined {
  const [, asked, token] = /^(\w{1,20}) ([0-9a-f]{24})$/u.exec(value) ?? [];
  const deed = operations.find((operation) => operation === asked);
  return deed && deed !== 'create' && token ? { deed, token } : undefined;
}
