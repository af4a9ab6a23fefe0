import type { Classification } from '../../usecases/validation/support.ts';
import type { ArmClient } from '../arm-client.ts';
import { readValues } from '../read/read-values.ts';
import { isSameText } from '../same-text.ts';
import { supportUrl } from './support-url.ts';
import { NamedWire } from './wire.ts';

/**
 * Ids change, so Microsoft asks for them to be looked up each time, by name. The service's name is taken whole:
 * ExpressRoute Direct is another service than ExpressRoute.
 */
export async function findClassification(
  arm: ArmClient,
  service: string,
  problem: RegExp,
): Promise<Classification | undefined> {
  const services = await named(arm, ['services'], 'support services');
  const wanted = services.find(({ properties }) => isSameText(properties.displayName.trim(), service));
  if (!wanted) return undefined;
  const below = ['services', wanted.name, 'problemClassifications'];
  const problems = await named(arm, below, 'problem classifications');
  const fitting = problems.find(({ properties }) => properties.displayName.search(problem) >= 0);
  if (!fitting) return undefined;
  return {
    serviceId: wanted.id,
    serviceName: wanted.properties.displayName.trim(),
    problemId: fitting.id,
    problemName: fitting.properties.displayName.trim(),
  };
}

async function named(arm: ArmClient, below: readonly string[], what: string): Promise<readonly NamedWire[]> {
  const values = await readValues(arm, supportUrl(below), what);
  return values.flatMap((value) => NamedWire.safeParse(value).data ?? []);
}
