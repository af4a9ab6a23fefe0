import type { CertificateTextFault } from '../../domain/validation/signature/certificate-text.ts';
import type { SignatureTextFault } from '../../domain/validation/signature/signature-text.ts';
import type { SigningRefusal } from '../../usecases/validation/signing-refusal.ts';
import { type Mrkdwn, md } from './mrkdwn.ts';
import { isShown, type WordsOf } from './refusal-words.ts';
import { showButton } from './show-button.ts';
import { moment } from './time.ts';
import { mistakeWords } from './words/mistake.ts';
import { grouped, listed } from './words/units.ts';

const prefixLimit = 5;

/** Why a prefix cannot be signed, or what is wrong with what was pasted. Source: facts/registry.md 1. */
export const signWords: WordsOf<SigningRefusal> = {
  'no-microsoft-peering': ({ on }) => ({
    what: md`*${on.name}* has no Microsoft peering, so it advertises no public prefixes that could be signed.`,
    next: md`\`/circuit peering ${on.name} microsoft\` creates it.`,
    buttons: [showButton(on)],
  }),
  'prefix-not-advertised': ({ on, prefix, advertised }) => ({
    what: md`*${on.name}* does not advertise ${isShown(prefix) ? prefix : 'that'}: only what is on the peering’s list can be signed.`,
    next:
      advertised.length === 0
        ? md`\`/circuit peering ${on.name} microsoft\` adds prefixes.`
        : md`It advertises ${listed(shortened(advertised))}.`,
    buttons: [showButton(on)],
  }),
  'validation-id-missing': ({ prefix }) => ({
    what: md`Azure has made no validation ID for ${prefix} yet: without one there is nothing to sign.`,
    next: md`It comes some minutes after a prefix was added. Ask again then.`,
  }),
  'validation-id-odd': ({ prefix }) => ({
    what: md`Azure’s validation ID for ${prefix} has characters that none had before: it is not put into a command line.`,
    next: md`Copy it from the Azure portal and sign it there; and report this, so that Trunkline learns the new form.`,
  }),
  'private-key-pasted': () => ({
    what: md`:rotating_light: That held a *private key*. It was not kept or written down anywhere, and the field is empty again.`,
    next: md`It has left your machine all the same: make a new key and certificate, replace the certificate in the registry record, and delete the old key. Paste the *certificate* and the *signature* only.`,
  }),
  'certificate-text': ({ fault }) => certificateFaults[fault],
  'certificate-expired': ({ since }) => ({
    what: md`The certificate ended on ${moment(since)}: Azure takes no signature of its key.`,
    next: md`Make a new certificate of the same key (step 1, second line), put it into the registry record, and paste it here. The signature stays as it is.`,
  }),
  'certificate-not-yet-valid': ({ from }) => ({
    what: md`The certificate is good from ${moment(from)} on, and not yet.`,
    next: md`Look at the clock of the machine that made it, make it again, and put it into the registry record.`,
  }),
  'certificate-key-kind': ({ keyType }) => ({
    what: md`The certificate has a key of kind ${isShown(keyType) ? keyType : 'unknown'}; Microsoft’s lines make RSA, and nothing says that it takes others.`,
    next: md`Make an RSA key and a certificate with the lines of step 1.`,
  }),
  'certificate-key-short': ({ bits, least }) => ({
    what: md`The certificate’s RSA key has ${grouped(bits)} bits; fewer than ${grouped(least)} are no longer safe, and Microsoft’s lines make 4,096.`,
    next: md`Make a longer one with the lines of step 1.`,
  }),
  'signature-text': ({ fault }) => signatureFault(fault),
  'signature-length': ({ bytes, expected }) => ({
    what: md`The signature is ${grouped(bytes)} bytes long, and the certificate’s key makes them of ${grouped(expected)}: ${bytes < expected ? md`a part is missing, or another key made it` : md`something was pasted with it, or another key made it`}.`,
    next: md`Paste all of signature.txt, and the certificate of the same key.`,
  }),
  'signature-mismatch': ({ prefix, mistake }) => mistakeWords(mistake, prefix),
};

function shortened(prefixes: readonly string[]): readonly string[] {
  const more = prefixes.length - prefixLimit;
  return more > 0 ? [...prefixes.slice(0, prefixLimit), `${more} more`] : prefixes;
}

type Said = { readonly what: Mrkdwn; readonly next: Mrkdwn };

const pasteWhole = md`Paste certificate.pem as it is, from -----BEGIN CERTIFICATE----- to -----END CERTIFICATE-----.`;

const certificateFaults: Readonly<Record<CertificateTextFault | 'unreadable', Said>> = {
  request: {
    what: md`That is a certificate *request*, and not a certificate.`,
    next: md`Make the certificate with the second line of step 1.`,
  },
  'public-key': { what: md`That is a *public key*, and not a certificate around it.`, next: pasteWhole },
  signature: {
    what: md`That is base64 without a beginning and an end: a signature, or a certificate without its first and last line.`,
    next: pasteWhole,
  },
  none: { what: md`There is no certificate in that.`, next: pasteWhole },
  several: {
    what: md`There is more than one certificate in that.`,
    next: md`Paste the one whose key signed; it is self-signed, so no chain belongs to it.`,
  },
  cut: { what: md`The certificate has a beginning and no end.`, next: pasteWhole },
  unreadable: {
    what: md`What stands between the first and the last line is no X.509 certificate: a part is missing or was changed.`,
    next: pasteWhole,
  },
};

const oneLine = md`\`openssl base64 -A -in signature.bin\` writes it in one line.`;

function signatureFault(fault: SignatureTextFault): Said {
  return fault.kind === 'character'
    ? {
        what: isShown(fault.character)
          ? md`${fault.character} is no character of base64.`
          : md`There is a character in that which base64 has not.`,
        next: md`Paste all of signature.txt and nothing else.`,
      }
    : signatureFaults[fault.kind];
}

const signatureFaults: Readonly<Record<Exclude<SignatureTextFault['kind'], 'character'>, Said>> = {
  empty: { what: md`There is no signature.`, next: md`Paste all of signature.txt.` },
  certificate: {
    what: md`That is no signature, but something in PEM form.`,
    next: md`The certificate belongs in the other field. Paste signature.txt here.`,
  },
  digest: {
    what: md`That is the *hash* of the file, and not a signature.`,
    next: md`Sign with \`-sign privkey.pem\`, as in step 3.`,
  },
  lines: {
    what: md`The signature has several lines; Azure takes base64 in one line and says InvalidSignatureEncoding of others.`,
    next: oneLine,
  },
  blanks: { what: md`There are blanks within the signature; base64 has none.`, next: oneLine },
  quotes: { what: md`There are quotes around the signature.`, next: md`Paste it without them.` },
  hex: {
    what: md`That is hexadecimal; Azure takes base64.`,
    next: md`Sign without -hex, then: ${oneLine}`,
  },
  url: {
    what: md`That is base64 for URLs, with - and _ instead of + and /; Azure takes the plain one.`,
    next: oneLine,
  },
  cut: {
    what: md`The signature breaks off: that is no whole base64.`,
    next: md`Paste all of signature.txt.`,
  },
};
