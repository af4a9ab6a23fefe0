import type { Mistake } from '../../../domain/validation/signature/mistake.ts';
import { type Mrkdwn, md } from '../mrkdwn.ts';

type MistakeWords = { readonly what: Mrkdwn; readonly next: Mrkdwn };

/** Why a signature does not fit the validation ID, and how it comes to fit. Each was tried with openssl. */
export function mistakeWords(mistake: Mistake, prefix: string): MistakeWords {
  const said = (what: Mrkdwn, next: Mrkdwn): MistakeWords => ({
    what: md`${what} Azure would say SignatureVerificationFailed.`,
    next,
  });
  switch (mistake.kind) {
    case 'newline':
      return said(
        md`This signs the validation ID *and a newline after it*.`,
        md`Write the file with \`printf '%s'\` as in step 3, not with echo or an editor; then sign again.`,
      );
    case 'windows-newline':
      return said(
        md`This signs the validation ID *and a Windows line end after it*.`,
        md`Write the file with the WriteAllText line of step 3, not with echo or an editor; then sign again.`,
      );
    case 'byte-order-mark':
      return said(
        md`This signs a file that begins with a *byte order mark*.`,
        md`Write the file with the lines of step 3, or as UTF-8 without BOM; then sign again.`,
      );
    case 'utf-16':
      return said(
        md`This signs the validation ID *in UTF-16*, as Windows PowerShell writes files by itself.`,
        md`Write the file with the WriteAllText line of step 3; then sign again.`,
      );
    case 'quotes':
      return said(
        md`This signs the validation ID *with quotes around it*.`,
        md`The quotes of step 3 belong to the shell. Write the file with those lines; then sign again.`,
      );
    case 'blanks':
      return said(
        md`This signs the validation ID *with blanks before or after it*.`,
        md`Write the file with the lines of step 3; then sign again.`,
      );
    case 'other-prefix':
      return said(
        md`This signs the validation ID *of ${mistake.prefix}*, and here it is about ${prefix}.`,
        md`Sign the validation ID above, character for character; a signature of another prefix belongs in that one’s form.`,
      );
    case 'other-asn':
      return said(
        md`This signs a validation ID *with AS ${mistake.asn}*, and the one of ${prefix} has another.`,
        md`Sign the validation ID above: it changes when the AS numbers of the peering do.`,
      );
    case 'other-text':
      return said(
        md`The certificate’s key made this signature, but of *another text* than the validation ID of ${prefix}.`,
        md`A character was changed or left out, or Azure has made another ID since. Open this form anew, sign what it says then, and paste that.`,
      );
    case 'other-digest':
      return said(
        md`This signs the validation ID with *${mistake.digest.toUpperCase()}*; Azure verifies with SHA256.`,
        md`Sign with \`openssl dgst -sha256\`, as in step 3.`,
      );
    case 'registry-key':
      return {
        what: md`The signature fits the certificate *in the registry record*, and another one was pasted.`,
        next: md`Paste the certificate that stands in the record; nothing has to be signed again.`,
      };
    case 'other-key':
      return said(
        md`*Another key* made this signature than the one in the certificate.`,
        md`Make both from one privkey.pem: sign again with the key of this certificate, or paste the certificate of that key and put it into the registry record.`,
      );
  }
}
