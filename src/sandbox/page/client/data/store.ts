import { useEffect, useRef, useState } from 'preact/hooks';
import { initialState, type State } from './state.ts';

export interface Store<Value> {
  get(): Value;
  change(change: (value: Value) => Partial<Value>): void;
  /** The returned function ends the subscription. */
  subscribe(listener: () => void): () => void;
}

export function createStore<Value extends object>(initial: Value): Store<Value> {
  let value = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    change(change) {
      value = { ...value, ...change(value) };
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** What the page knows and shows. */
export const store: Store<State> = createStore(initialState);

/** A part of the state; the component is drawn again when that part becomes another one. */
export function useStore<Part>(select: (state: State) => Part): Part {
  const [, redraw] = useState(0);
  const part = select(store.get());
  const latest = useRef({ part, select });
  latest.current = { part, select };
  useEffect(() => {
    const look = () => {
      if (!Object.is(latest.current.select(store.get()), latest.current.part)) redraw((count) => count + 1);
    };
    look();
    return store.subscribe(look);
  }, []);
  return part;
}
