import { z } from 'zod';
import type { Circuit } from '../../../src/domain/circuit/circuit.ts';
import { KnownCircuit } from '../../../src/store/schema/circuit.ts';
import { aCircuit, aMicrosoftPeering, aPeering } from '../../support/a-circuit.ts';
import { namesIn } from './levels.ts';

type Json = Readonly<Record<string, unknown>>;
const Json = z.record(z.string(), z.unknown());
const usualPeerings = { private: aPeering, microsoft: () => aMicrosoftPeering() } as const;

/** The circuits that Azure lists: usual ones, but for what is said of them. `peerings`: by `private` and `microsoft`. */
export function createCircuitsSaid() {
  const said = new Map<string, Json>();
  const circuits = new Map<string, Circuit>();
  return {
    hear(says: Readonly<Record<string, Json | null>>): void {
      for (const [pattern, more] of Object.entries(says)) {
        for (const name of namesIn(pattern)) {
          if (more === null) said.delete(name);
          else said.set(name, merged(said.get(name) ?? {}, more));
          const now = said.get(name);
          if (now) circuits.set(name, toCircuit(name, now));
          else circuits.delete(name);
        }
      }
    },
    all: () => [...circuits.values()],
    named: (name: string) => circuits.get(name),
  };
}

function toCircuit(name: string, { peerings, ...rest }: Json): Circuit {
  const own = Json.parse(peerings ?? {});
  const list = Object.entries(usualPeerings).flatMap(([kind, usual]) =>
    own[kind] ? [merged(usual(), Json.parse(own[kind]))] : [],
  );
  return KnownCircuit.shape.circuit.parse({ ...merged(aCircuit({ name }), rest), peerings: list });
}

/** Records are merged, all else is replaced. */
function merged(before: Json, after: Json): Json {
  const both = Object.entries(after).map(([key, value]): [string, unknown] => {
    const [was, is] = [Json.safeParse(before[key]), Json.safeParse(value)];
    return [key, was.success && is.success ? merged(was.data, is.data) : value];
  });
  return { ...before, ...Object.fromEntries(both) };
}
