import type { CircuitId } from '../../domain/circuit/circuit-id.ts';
import type { PreflightRefusal } from '../../usecases/validation/preflight-circuit.ts';
import { md } from './mrkdwn.ts';
import { isShown, type WordsOf } from './refusal-words.ts';
import { showButton } from './show-button.ts';
import { validateButton } from './validation/validate-button.ts';

/** Why there is nothing to ask the registries about. */
export type ValidateRefusal =
  | PreflightRefusal
  | {
      readonly code: 'prefix-gone';
      readonly on: { readonly id: CircuitId; readonly name: string };
      readonly prefix: string;
    };

export const validateWords: WordsOf<ValidateRefusal> = {
  'nothing-to-validate': ({ on, hasPeering }) => ({
    what: hasPeering
      ? md`The Microsoft peering of *${on.name}* advertises no public prefixes, so there is nothing to validate.`
      : md`*${on.name}* has no Microsoft peering, and only that has prefixes which Microsoft validates.`,
    next: md`\`/circuit peering ${on.name} microsoft\` ${hasPeering ? 'adds them' : 'creates it'}; the registries are asked before anything is written.`,
    buttons: [showButton(on)],
  }),
  'prefix-gone': ({ on, prefix }) => ({
    what: md`*${on.name}* does not advertise ${isShown(prefix) ? prefix : 'that prefix'} any more.`,
    next: md`Look again for those that it does advertise.`,
    buttons: [validateButton(on)],
  }),
};
