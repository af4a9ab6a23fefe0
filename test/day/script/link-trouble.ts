import { at, type Cast, circuitCall, type DayEvent, link, links, minutesPerDay, peerings } from './event.ts';

/** Single links go down for a while, all day long. */
export function singleDrops({ random, circuits }: Cast): readonly DayEvent[] {
  const all = [...circuits.values()].flat();
  return random.some(all, 40).flatMap((name) => {
    const [peering, side] = [random.pick(peerings), random.pick(links)];
    const from = random.between(5, minutesPerDay - 60);
    const until = from + random.between(2, 45);
    return [at(from, link(name, peering, side, false)), at(until, link(name, peering, side, true))];
  });
}

/** Some cannot decide: down for a minute, up for a minute. */
export function flappingLinks({ random, circuits }: Cast): readonly DayEvent[] {
  const all = [...circuits.values()].flat();
  return random.some(all, 6).flatMap((name) => {
    const from = random.between(30, minutesPerDay - 90);
    const side = random.pick(links);
    return Array.from({ length: 14 }, (_, turn) =>
      at(from + turn, link(name, 'AzurePrivatePeering', side, turn % 2 === 1)),
    );
  });
}

/** At 10:17 a site loses its power: 30 circuits, both links, and they come back one after the other. */
export function siteOutage({ random, circuits }: Cast): readonly DayEvent[] {
  const names = random.some(circuits.get('Frankfurt') ?? [], 30);
  const whole = (name: string, up: boolean) =>
    peerings.flatMap((peering) => links.map((side) => link(name, peering, side, up)));
  return names.flatMap((name) => [
    at(10 * 60 + 17, ...whole(name, false)),
    at(10 * 60 + 17 + random.between(31, 42), ...whole(name, true)),
  ]);
}

/** What Azure measures has holes of a few minutes, and sometimes falls with nothing down. */
export function metricHoles({ random, circuits }: Cast): readonly DayEvent[] {
  const all = [...circuits.values()].flat();
  return random.some(all, 24).flatMap((name) => {
    const from = random.between(10, minutesPerDay - 20);
    const gap = (on: boolean) => circuitCall(name, 'metrics', { gap: on });
    return [at(from, gap(true)), at(from + 3, gap(false))];
  });
}
