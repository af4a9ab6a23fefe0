import { at, type Cast, circuitCall, type DayEvent, links } from './event.ts';

const hour = 60;

/**
 * From 01:00 to 04:00 Microsoft works in one region, one link after the other; it was announced. The sessions stay up; the
 * metric says that they are down.
 */
export function microsoftWork({ random, circuits, midnight }: Cast): readonly DayEvent[] {
  const names = random.some(circuits.get('London') ?? [], 60);
  const from = midnight + hour * 60_000;
  const announced = at(0, {
    path: 'azure/planned-maintenance',
    body: {
      title: 'ExpressRoute edge upgrade',
      from,
      until: from + 3 * hour * 60_000,
      regions: ['uksouth'],
    },
  });
  const turns = names.flatMap((name, index) =>
    links.flatMap((side, turn) => {
      const begin = hour + 5 + turn * 85 + (index % 12) * 5;
      const lie = (on: boolean) => circuitCall(name, 'maintenance', { on, link: side });
      return [at(begin, lie(true)), at(begin + 20, lie(false))];
    }),
  );
  return [announced, ...turns];
}

/** The team's own work in Singapore from 19:00, of which a channel wants to hear when it is over. */
export function ownWork({ random, circuits, channels }: Cast): readonly DayEvent[] {
  const names = random.some(circuits.get('Singapore') ?? [], 12);
  const plan = {
    path: 'slack/command',
    body: {
      user: 'U0ADAM0001',
      channel: channels.netOps,
      command: '/circuit',
      text: 'maintenance location:Singapore for 2h hold note line cards',
    },
  };
  const side = (name: string, up: boolean) =>
    circuitCall(name, 'links', { peering: 'AzurePrivatePeering', link: 'primary', up });
  return [
    at(18 * hour + 55, plan),
    ...names.flatMap((name) => {
      const from = 19 * hour + random.between(0, 60);
      return [at(from, side(name, false)), at(from + 12, side(name, true))];
    }),
  ];
}
