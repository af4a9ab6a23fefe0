import { isBusy } from '../../domain/circuit/states.ts';
import { AzureFault, type Sent } from '../../usecases/ports.ts';
import type { ArmClient, ArmQuestion } from '../arm-client.ts';
import { type Raw, rawsAt, textAt } from '../raw.ts';
import { readRaw, stateOf } from '../read-raw.ts';
import type { Put } from './act.ts';
import { toSent } from './to-sent.ts';

/** How long a resource that Azure is busy with is left alone. */
const lockedForMs = 10_000;

/**
 * Reads, changes, sends the whole back. The etag guards what was read (that Azure honours it on ExpressRoute is
 * unverified: facts/azure.md, oddity 11), If-None-Match what was not there.
 */
export async function put(arm: ArmClient, { url, change }: Put): Promise<Sent> {
  const before = await readRaw(arm, url);
  if (before && isUnsettled(before)) throw locked();
  const after = change(before);
  if (before && after === before && stateOf(before) !== 'Failed') return { kind: 'done' };
  return toSent(await arm.ask({ method: 'PUT', url, body: after, ...guardOf(before) }));
}

/**
 * In the middle of a write Azure tells what is not so: status Disabled, azureASN 0, prefixes NotConfigured (facts/azure.md,
 * oddities 1 and 3). Sent back, that would become so.
 */
function isUnsettled(raw: Raw): boolean {
  const parts = ['peerings', 'authorizations'].flatMap((list) => rawsAt(raw, 'properties', list));
  return [raw, ...parts].some((part) => isBusy(stateOf(part)));
}

function locked(): AzureFault {
  return new AzureFault('locked', 'Azure is still carrying out another change of this resource', {
    retryAfterMs: lockedForMs,
  });
}

/** An etag that cannot be a header's value is none. */
function guardOf(before: Raw | undefined): Pick<ArmQuestion, 'ifMatch' | 'ifAbsent'> {
  if (!before) return { ifAbsent: true };
  const etag = textAt(before, 'etag');
  return /^[\x21-\x7e]+$/u.test(etag) ? { ifMatch: etag } : {};
}
