import { isRaw, listAt, type Raw, rawAt, textAt, withAt } from '../raw.ts';
import { configPaths } from '../read/read-advertised-prefixes.ts';
import { refusal } from '../refusal.ts';
import { isSameText } from '../same-text.ts';
import type { StepOf } from './step-of.ts';

type PutSignature = StepOf<'put-signature'>;

/**
 * Microsoft peering with this signature at this prefix, and everything else as it came: other entries, the lists, what
 * Azure says of them. Azure makes the entries by itself; where one is not there yet it is made with what Azure needs.
 */
export function changedSignature(before: Raw | undefined, step: PutSignature): Raw {
  if (!before) throw refusal('NotFound', 'The Microsoft peering is not there any more', 'not-found');
  const { family, prefix, signature, again } = step;
  const config = rawAt(before, ...configPaths[family]);
  if (!config || !isAdvertised(config, prefix)) {
    throw refusal('PrefixNotAdvertised', `The peering does not advertise ${prefix} any more`);
  }
  const info = listAt(config, 'advertisedPublicPrefixInfo');
  const isThere = info.some((entry) => isOf(entry, prefix));
  const signed = isThere
    ? info.map((entry) => (isOf(entry, prefix) ? withAt(entry, ['signature'], signature) : entry))
    : [...info, { prefix, signature }];
  const after = withAt(before, [...configPaths[family], 'advertisedPublicPrefixInfo'], signed);
  // Another object, so that it is sent though nothing in it differs.
  return again ? { ...after } : after;
}

function isAdvertised(config: Raw, prefix: string): boolean {
  const advertised = listAt(config, 'advertisedPublicPrefixes');
  return (
    advertised.some((one) => typeof one === 'string' && isSameText(one, prefix)) ||
    listAt(config, 'advertisedPublicPrefixInfo').some((entry) => isOf(entry, prefix))
  );
}

function isOf(entry: unknown, prefix: string): entry is Raw {
  return isRaw(entry) && isSameText(textAt(entry, 'prefix'), prefix);
}
