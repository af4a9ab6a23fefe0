import type { CircuitAddress } from '../../domain/circuit/circuit-id.ts';
import type { ArmClient } from '../arm-client.ts';
import { parseRaw, textAt } from '../raw.ts';
import { isAbsent, readRaw } from '../read-raw.ts';
import { circuitUrl } from '../resource-url.ts';

/** The key came with the authorization until `listKeys` appeared in API 2026-01-01; both are tried, in that order. */
export async function readAuthorizationKey(
  arm: ArmClient,
  target: CircuitAddress,
  name: string,
): Promise<string | undefined> {
  const raw = await readRaw(arm, circuitUrl(target, ['authorizations', name]));
  if (!raw) return undefined;
  return textAt(raw, 'properties', 'authorizationKey') || listKey(arm, target, name);
}

async function listKey(arm: ArmClient, target: CircuitAddress, name: string): Promise<string | undefined> {
  try {
    const url = circuitUrl(target, ['authorizations', name, 'listKeys']);
    return textAt(parseRaw((await arm.ask({ method: 'POST', url })).text), 'authorizationKey') || undefined;
  } catch (fault) {
    if (isAbsent(fault)) return undefined;
    throw fault;
  }
}
