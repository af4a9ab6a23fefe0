import type { Button } from '@slack/types';
import { actionIds } from '../action-ids.ts';
import { button } from './kit.ts';
import { encode } from './payload.ts';

/** Opens a circuit's card. */
export function showButton(
  { id, name }: { readonly id: string; readonly name: string },
  text = `Show ${name}`,
): Button {
  return button(text, actionIds.showCircuit, encode({ id, name: name.slice(0, 200) }), {
    label: `Show circuit ${name}`,
  });
}
