import { prefixStates } from '../../src/domain/peering/prefix-states.ts';
import { certificateTextFaults } from '../../src/domain/validation/signature/certificate-text.ts';
import type { Mistake } from '../../src/domain/validation/signature/mistake.ts';
import type { SignatureTextFault } from '../../src/domain/validation/signature/signature-text.ts';
import { emptiedModal } from '../../src/slack/blocks/validation/sign-emptied.ts';
import { signModal } from '../../src/slack/blocks/validation/sign-form.ts';
import { signListReply } from '../../src/slack/blocks/validation/sign-list.ts';
import { signPayload } from '../../src/slack/blocks/validation/sign-payload.ts';
import { formMetadata } from '../../src/slack/writes/form.ts';
import type { ListedPrefix } from '../../src/usecases/validation/read-prefixes.ts';
import type { SigningRefusal } from '../../src/usecases/validation/signing-refusal.ts';
import { aMicrosoftPeering, circuitIdOf, t0 } from './a-circuit.ts';
import { signed } from './signed.ts';
import { type Cast, channelId } from './slack-cast.ts';
import { message, view } from './slack-shown.ts';

type Code = SigningRefusal['code'];
type Of<C extends Code> = Extract<SigningRefusal, { readonly code: C }>;

/** A kind that is forgotten does not compile. */
const mistakesOf = (text: string): Readonly<Record<Mistake['kind'], Mistake>> => ({
  newline: { kind: 'newline' },
  'windows-newline': { kind: 'windows-newline' },
  'byte-order-mark': { kind: 'byte-order-mark' },
  'utf-16': { kind: 'utf-16' },
  quotes: { kind: 'quotes' },
  blanks: { kind: 'blanks' },
  'other-prefix': { kind: 'other-prefix', prefix: text },
  'other-asn': { kind: 'other-asn', asn: 64_500 },
  'other-text': { kind: 'other-text' },
  'other-digest': { kind: 'other-digest', digest: 'sha512' },
  'registry-key': { kind: 'registry-key' },
  'other-key': { kind: 'other-key' },
});

const textFaults = {
  empty: 'empty',
  certificate: 'certificate',
  digest: 'digest',
  lines: 'lines',
  blanks: 'blanks',
  quotes: 'quotes',
  hex: 'hex',
  url: 'url',
  cut: 'cut',
} as const satisfies { readonly [K in Exclude<SignatureTextFault['kind'], 'character'>]: K };

/** Every refusal about signatures, with the text in every place. */
export function signRefusalsOf(text: string): { readonly [C in Code]: readonly Of<C>[] } {
  const on = { id: circuitIdOf('lon-01'), name: text };
  const prefix = text;
  const faults = [
    ...Object.values(textFaults).map((kind): SignatureTextFault => ({ kind })),
    ...['%', '\u0000', '\ud800', '<', text.slice(0, 1)].map(
      (character): SignatureTextFault => ({ kind: 'character', character }),
    ),
  ];
  return {
    'no-microsoft-peering': [{ code: 'no-microsoft-peering', on }],
    'prefix-not-advertised': [0, 1, 40].map((count) => ({
      code: 'prefix-not-advertised',
      on,
      prefix,
      advertised: Array.from({ length: count }, () => text),
    })),
    'validation-id-missing': [{ code: 'validation-id-missing', prefix }],
    'validation-id-odd': [{ code: 'validation-id-odd', prefix }],
    'private-key-pasted': [{ code: 'private-key-pasted' }],
    'certificate-text': [...certificateTextFaults, 'unreadable' as const].map((fault) => ({
      code: 'certificate-text',
      fault,
    })),
    'certificate-expired': [{ code: 'certificate-expired', since: t0 }],
    'certificate-not-yet-valid': [{ code: 'certificate-not-yet-valid', from: t0 }],
    'certificate-key-kind': ['ec', text].map((keyType) => ({ code: 'certificate-key-kind', keyType })),
    'certificate-key-short': [{ code: 'certificate-key-short', bits: 1_024, least: 2_048 }],
    'signature-text': faults.map((fault) => ({ code: 'signature-text', fault })),
    'signature-length': [12, 600].map((bytes) => ({ code: 'signature-length', bytes, expected: 512 })),
    'signature-mismatch': Object.values(mistakesOf(text)).map((mistake) => ({
      code: 'signature-mismatch',
      prefix,
      mistake,
    })),
  };
}

/** Every state, those that nobody knows too; and as many as there may be. */
function listsOf(text: string): readonly (readonly ListedPrefix[])[] {
  const states = [undefined, ...prefixStates, { unrecognised: text }];
  const each = states.map(
    (state): ListedPrefix => ({ family: 'ipv4', prefix: text, ...(state ? { state } : {}) }),
  );
  const many = Array.from(
    { length: 400 },
    (_, index): ListedPrefix => ({ family: 'ipv6', prefix: `${index}-${text}` }),
  );
  return [[], each.slice(0, 1), each.slice(0, 10), each.slice(4), many];
}

/** The list of prefixes and the form of one, about this cast. */
export function signFormsOf({ known, text }: Cast) {
  const { circuit } = known;
  const { validationId } = signed;
  const metadata = formMetadata(channelId, signPayload(circuit, text));
  const forms = ['RIPENCC', 'LACNIC', 'RADB', text].map((routingRegistry) => {
    const peering = aMicrosoftPeering();
    const publicPrefixes = peering.ipv4?.publicPrefixes && {
      ...peering.ipv4.publicPrefixes,
      routingRegistry,
    };
    const peerings = [{ ...peering, ipv4: { ...peering.ipv4, publicPrefixes } }];
    const prefix = { family: 'ipv4', prefix: text, validationId } as const;
    const shown = { ...known, circuit: { ...circuit, peerings } };
    return signModal({ known: shown, prefix, organizations: [text], metadata });
  });
  const [
    form = signModal({
      known,
      prefix: { family: 'ipv6', prefix: text, validationId, state: 'Configured' },
      organizations: [],
      metadata,
    }),
  ] = forms;
  const { submit, title, private_metadata = '', blocks } = form;
  const pasted = { 'sign.certificate': { 'sign.certificate': { value: text } } };
  const submitted = {
    callback_id: form.callback_id ?? '',
    private_metadata,
    title,
    submit: submit ?? null,
    blocks,
    state: { values: pasted },
  };
  return {
    signListReply: listsOf(text).map((prefixes) => message('prefixes', signListReply(circuit, prefixes))),
    signModal: forms.map((shown) => view('of a prefix', shown)),
    emptiedModal: [view('after a private key', emptiedModal(submitted, ['sign.certificate']))],
  };
}
