import { at, type Cast, circuitCall, type DayEvent } from './event.ts';
import { sites } from './sites.ts';

const hour = 60;

/** New circuits are ordered in the morning; providers take their time. Old ones are taken down. */
export function providerWork({ random, circuits }: Cast): readonly DayEvent[] {
  const ordered = Array.from({ length: 6 }, (_, index) => {
    const name = `new-${index + 1}`;
    const from = 8 * hour + random.between(0, 120);
    const state = (word: string) => circuitCall(name, 'provider', { state: word });
    return [
      at(from, { path: 'azure/circuits', body: { name, ...random.pick(sites) } }),
      at(from + random.between(30, 90), state('Provisioning')),
      at(from + random.between(120, 300), state('Provisioned')),
    ];
  });
  const ended = random.some(circuits.get('Amsterdam') ?? [], 3).map((name) => {
    const from = 13 * hour + random.between(0, 120);
    const state = (word: string) => circuitCall(name, 'provider', { state: word });
    return [
      at(from, state('Deprovisioning')),
      at(from + 40, state('NotProvisioned')),
      at(from + 70, { path: `azure/circuits/${name}`, remove: true }),
    ];
  });
  return [...ordered.flat(), ...ended.flat()];
}

/** Microsoft wants to see proof of some prefixes. */
export function validationCases({ random, circuits }: Cast): readonly DayEvent[] {
  return random.some(circuits.get('Washington DC') ?? [], 5).flatMap((name) => {
    const from = 9 * hour + random.between(0, 240);
    const state = (validationState: string) => circuitCall(name, 'prefixes', { validationState });
    return [at(from, state('ValidationNeeded')), at(from + random.between(60, 300), state('Configured'))];
  });
}

/** Orders that are changed, writes that fail, and routers that tell fewer or more prefixes than usual. */
export function smallChanges({ random, circuits }: Cast): readonly DayEvent[] {
  const all = random.some([...circuits.values()].flat(), 25);
  const minute = () => 7 * hour + random.between(0, 11 * hour);
  const bandwidths = all
    .slice(0, 15)
    .map((name) => at(minute(), circuitCall(name, 'bandwidth', { mbps: random.pick([500, 2_000]) })));
  const failures = all.slice(15, 17).flatMap((name) => {
    const from = minute();
    const state = (word: string) => circuitCall(name, 'provisioning', { state: word });
    return [at(from, state('Failed')), at(from + 50, state('Succeeded'))];
  });
  const counts = all.slice(17).flatMap((name, index) => {
    const from = minute();
    const count = (prefixes: number) =>
      circuitCall(name, 'received', { peering: 'AzurePrivatePeering', prefixes });
    return [at(from, count(index % 2 === 0 ? 2 : 3_900)), at(from + 90, count(160))];
  });
  return [...bandwidths, ...failures, ...counts];
}
