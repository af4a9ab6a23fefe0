import type { InputBlock, ModalView } from '@slack/types';
import type { KnownCircuit } from '../../../domain/circuit/known-circuit.ts';
import { peeringOf } from '../../../domain/peering/ground.ts';
import type { SignablePrefix } from '../../../usecases/validation/find-prefix.ts';
import { type PastedField, pastedFields } from '../../../usecases/validation/read-signed.ts';
import { viewIds } from '../../action-ids.ts';
import { textInput } from '../forms/inputs.ts';
import { context, plainText, section } from '../kit.ts';
import { lines, type Mrkdwn, md, nothing, trusted } from '../mrkdwn.ts';
import { certificatePlace } from './sign-certificate-place.ts';
import { signLines } from './sign-lines.ts';
import { prefixLine } from './sign-list.ts';

/** The longest text that Slack's inputs take; a certificate has about 1,900 characters, a signature 684. */
const inputLimit = 3_000;

const fields: Readonly<Record<PastedField, { readonly label: string; readonly placeholder: string }>> = {
  certificate: { label: 'Certificate', placeholder: '-----BEGIN CERTIFICATE-----' },
  signature: { label: 'Signature, base64 in one line', placeholder: 'What signature.txt holds' },
};

export type SignForm = {
  readonly known: KnownCircuit;
  readonly prefix: SignablePrefix;
  readonly organizations: readonly string[];
  readonly metadata: string;
};

/** Everything that it takes to sign one prefix, for one person's eyes: the validation ID holds the service key. */
export function signModal({ known, prefix, organizations, metadata }: SignForm): ModalView {
  const { certificate, shell, powershell } = signLines(prefix.validationId, organizations);
  const { where, look } = certificatePlace(registryOf(known, prefix));
  return {
    type: 'modal',
    callback_id: viewIds.sign,
    private_metadata: metadata,
    title: plainText('Sign a prefix', 24),
    submit: plainText('Check', 24),
    close: plainText('Cancel', 24),
    blocks: [
      section(
        lines(prefixLine(prefix), md`*Validation ID*, which is what you sign:`, code([prefix.validationId])),
      ),
      context(
        md`It holds the service key of ${known.circuit.name}: only you see it here, and that you looked is in the audit trail.`,
      ),
      section(
        lines(
          md`*1. A key and a certificate*, in any shell. One pair serves all prefixes of the same registry record; use it again where you have it.`,
          code(certificate),
        ),
      ),
      section(
        lines(
          md`*2. The certificate into the registry record.* ${where}${look.length > 0 ? md` It then looks like this:` : nothing}`,
          look.length > 0 ? code(look) : nothing,
        ),
      ),
      section(lines(md`*3. Sign.* On Linux and macOS:`, code(shell))),
      section(lines(md`On Windows, in PowerShell:`, code(powershell))),
      section(
        md`*4. Paste both.* They are checked here before Azure sees them. Never paste privkey.pem: nobody needs it but you.`,
      ),
      ...pastedFields.map((field) => pasteInput(field)),
    ],
  };
}

function pasteInput(field: PastedField): InputBlock {
  const input = { block: `sign.${field}`, action: `sign.${field}` };
  return textInput({ input, ...fields[field], maxLength: inputLimit, multiline: true });
}

function registryOf({ circuit }: KnownCircuit, { family }: SignablePrefix): string | undefined {
  return peeringOf(circuit, 'MicrosoftPeering')?.[family]?.publicPrefixes?.routingRegistry;
}

/** Ours, to be copied as it is: not shortened, and only that escaped which Slack takes back out. */
function code(texts: readonly string[]): Mrkdwn {
  const text = texts.join('\n').replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/>/gu, '&gt;');
  return trusted(`\`\`\`${text}\`\`\``);
}
