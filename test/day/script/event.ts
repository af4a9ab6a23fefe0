import type { Random } from './random.ts';

/** Something that happens on the day: calls of the sandbox's control API. */
export type DayEvent = {
  /** Minutes since midnight. */
  readonly minute: number;
  readonly calls: readonly ControlCall[];
};

export type ControlCall = { readonly path: string; readonly body?: object; readonly remove?: true };

/** What a part of the script knows of the world. */
export type Cast = {
  readonly random: Random;
  /** By site. */
  readonly circuits: ReadonlyMap<string, readonly string[]>;
  /** Of the world, at the day's midnight. */
  readonly midnight: number;
  readonly channels: Readonly<Record<string, string>>;
};

export const minutesPerDay = 24 * 60;

export function at(minute: number, ...calls: readonly ControlCall[]): DayEvent {
  return { minute, calls };
}

/** Of one circuit. */
export function circuitCall(name: string, what: string, body: object): ControlCall {
  return { path: `azure/circuits/${name}/${what}`, body };
}

export const peerings = ['AzurePrivatePeering', 'MicrosoftPeering'] as const;
export const links = ['primary', 'secondary'] as const;

export function link(
  name: string,
  peering: (typeof peerings)[number],
  side: (typeof links)[number],
  up: boolean,
): ControlCall {
  return circuitCall(name, 'links', { peering, link: side, up });
}
