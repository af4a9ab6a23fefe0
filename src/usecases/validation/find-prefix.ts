import type { KnownCircuit } from '../../domain/circuit/known-circuit.ts';
import { canonicalText } from '../../domain/peering/network.ts';
import { answer, type Result, refuse } from '../../domain/result.ts';
import { isPlainText } from '../../domain/validation/signature/validation-id.ts';
import type { AdvertisedPrefix } from './prefix-reader.ts';
import type { SigningRefusal } from './signing-refusal.ts';

/** A prefix together with what has to be signed for it. */
export type SignablePrefix = AdvertisedPrefix & { readonly validationId: string };

/** The prefix that somebody named, however they wrote it, if there is something to sign. */
export function findPrefix(
  { circuit }: KnownCircuit,
  prefixes: readonly AdvertisedPrefix[],
  asked: string,
): Result<SignablePrefix, SigningRefusal> {
  const wanted = canonicalText(asked);
  const found = prefixes.find(({ prefix }) => canonicalText(prefix) === wanted);
  if (!found) {
    const on = { id: circuit.id, name: circuit.name };
    const advertised = prefixes.map(({ prefix }) => prefix);
    return refuse({ code: 'prefix-not-advertised', on, prefix: asked, advertised });
  }
  const { prefix, validationId } = found;
  if (validationId === undefined) return refuse({ code: 'validation-id-missing', prefix });
  return isPlainText(validationId)
    ? answer({ ...found, validationId })
    : refuse({ code: 'validation-id-odd', prefix });
}
