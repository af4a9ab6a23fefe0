import { firstAddress, lastAddress, prefixText } from '../world/prefix.ts';
import type { AsSet, Holder, Route } from '../world/records.ts';

/** An object as a registry writes it: attributes in their order, the first of which names its class. */
export type RpslObject = {
  /** Its primary key, as `198.51.100.0/26AS64496`; the same in any casing. */
  readonly key: string;
  readonly source: string;
  readonly attributes: readonly (readonly [name: string, value: string])[];
  /** Those that make up the key. */
  readonly keyNames: readonly string[];
};

export const isCalled = ({ key }: RpslObject, wanted: string): boolean =>
  key.toUpperCase() === wanted.toUpperCase();

export const classOf = ({ attributes }: RpslObject): string => attributes[0]?.[0] ?? '';

/** Names are padded, so that values begin in the same column. */
export function objectText({ attributes }: RpslObject): string {
  return attributes.map(([name, value]) => `${`${name}:`.padEnd(16)}${value}`.trimEnd()).join('\n');
}

/** Only what names the object, and the members of a set. */
export function keyFieldsText({ attributes, keyNames }: RpslObject): string {
  const shown = attributes.filter(([name]) => keyNames.includes(name) || name === 'members');
  return shown.map(([name, value]) => `${name}: ${value}`).join('\n');
}

export function routeObject({ prefix, origin, source, maintainers }: Route): RpslObject {
  const className = prefix.family === 4 ? 'route' : 'route6';
  const text = prefixText(prefix);
  return {
    key: `${text}AS${origin}`,
    source,
    keyNames: [className, 'origin'],
    attributes: [
      [className, text],
      ['origin', `AS${origin}`],
      ...maintainers.map((maintainer) => ['mnt-by', maintainer] as const),
      ['source', source],
    ],
  };
}

/** The record of a block of addresses, its remarks line by line. */
export function networkObject({
  prefix,
  name,
  organization,
  country,
  type,
  registry,
  remarks,
}: Holder): RpslObject {
  const [className, range] =
    prefix.family === 4
      ? (['inetnum', `${firstAddress(prefix)} - ${lastAddress(prefix)}`] as const)
      : (['inet6num', prefixText(prefix)] as const);
  const lines = remarks.flatMap((remark) => remark.split('\n'));
  return {
    key: range,
    source: registry,
    keyNames: [className],
    attributes: [
      [className, range],
      ['netname', name],
      ['descr', organization],
      ['country', country],
      ['status', type],
      ...lines.map((line) => ['remarks', line] as const),
      ['source', registry],
    ],
  };
}

export function asSetObject({ name, source, members }: AsSet): RpslObject {
  return {
    key: name,
    source,
    keyNames: ['as-set'],
    attributes: [
      ['as-set', name],
      ['members', members.join(', ')],
      ['source', source],
    ],
  };
}
