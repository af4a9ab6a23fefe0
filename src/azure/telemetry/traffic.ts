import { z } from 'zod';
import type { CircuitAddress } from '../../domain/circuit/circuit-id.ts';
import type { Link } from '../../domain/peering/link.ts';
import { AzureFault } from '../../usecases/ports.ts';
import type { Traffic } from '../../usecases/telemetry.ts';
import type { ArmClient } from '../arm-client.ts';
import { parseJson } from '../parse-json.ts';
import { isRaw } from '../raw.ts';
import { circuitUrl } from '../resource-url.ts';

/** Bytes: more than fit into a whole number of JavaScript are told as nearly as it can. */
const bytes = z.union([z.number().nonnegative(), z.string().regex(/^\d+$/u).transform(Number)]);

/**
 * The counters of a circuit. Specification and examples say `primarybytesIn`, the real service `primaryBytesIn`
 * (facts/azure.md, SDK trap 1).
 */
export async function readTraffic(arm: ArmClient, target: CircuitAddress): Promise<Traffic> {
  const answer = parseJson(await arm.getText(circuitUrl(target, ['stats'])));
  if (!isRaw(answer)) throw new AzureFault('unreadable', "The circuit's counters could not be understood");
  const told = new Map(Object.entries(answer).map(([name, value]) => [name.toLowerCase(), value]));
  const counter = (name: string) => bytes.safeParse(told.get(name)).data;
  const of = (link: Link) => ({ bytesIn: counter(`${link}bytesin`), bytesOut: counter(`${link}bytesout`) });
  return { primary: of('primary'), secondary: of('secondary') };
}
