import type { Sight } from '../check/explain.ts';
import type { Settings, Truth } from './truth.ts';

/** A circuit over time: its settings, undefined where there is no such circuit, and whether it is in trouble. */
export type CircuitDiary = {
  readonly settings: readonly Sight<Settings | undefined>[];
  readonly trouble: readonly Sight<boolean>[];
};

/** What a poll that answered has surely looked at. Sessions are another question than the list of circuits. */
export type SureLook = { readonly sessions: boolean };

/** Everything that ever was, written down from the sandbox's own world: the only thing that messages are held against. */
export function createDiary() {
  const settings = new Map<string, Sight<Settings | undefined>[]>();
  const trouble = new Map<string, Sight<boolean>[]>();
  let last: ReadonlyMap<string, Truth> = new Map();

  function note(world: ReadonlyMap<string, Truth>): void {
    for (const name of new Set([...settings.keys(), ...world.keys()])) {
      const truth = world.get(name);
      const isNew = last.size > 0;
      // A circuit that comes later was not there before; what is bad from the beginning is no news.
      add(settings, name, truth?.settings, isNew ? [{ state: undefined, isSeen: true }] : []);
      add(trouble, name, truth?.isBad ?? false, isNew ? [{ state: false, isSeen: true }] : []);
    }
    last = world;
  }

  function sure(look: SureLook): void {
    for (const sights of settings.values()) makeSure(sights);
    if (look.sessions) for (const sights of trouble.values()) makeSure(sights);
  }

  return {
    note,
    /** What was noted last was looked at. */
    sure,
    names: (): readonly string[] => [...settings.keys()],
    of: (name: string): CircuitDiary => ({
      settings: settings.get(name) ?? [],
      trouble: trouble.get(name) ?? [],
    }),
  };
}

export type Diary = ReturnType<typeof createDiary>;

function add<S>(book: Map<string, Sight<S>[]>, name: string, state: S, beginning: readonly Sight<S>[]): void {
  const sights = book.get(name) ?? [...beginning];
  book.set(name, sights);
  const last = sights.at(-1);
  if (!last || JSON.stringify(last.state) !== JSON.stringify(state)) sights.push({ state, isSeen: false });
}

function makeSure<S>(sights: Sight<S>[]): void {
  const last = sights.pop();
  if (last) sights.push({ ...last, isSeen: true });
}
