import type { Bus } from '../../world/bus.ts';
import { stateOf, type ViewValues } from './element-state.ts';
import { randomId } from './ids.ts';
import type { JsonObject } from './json.ts';

export type View = {
  readonly id: string;
  readonly user: string;
  readonly type: 'modal' | 'home';
  /** As the bot sent it, with ids added to its blocks. */
  readonly definition: JsonObject & { readonly blocks: readonly JsonObject[] };
  /** Changes with every update; `views.update` with an older one is a `hash_conflict`. */
  readonly hash: string;
  readonly rootId: string;
  readonly previousId: string | null;
  readonly values: ViewValues;
};

export type ViewDefinition = View['definition'];

const maxDepth = 3;

export interface Views {
  /** A new modal, in place of whatever modals the person had open. */
  open(user: string, definition: ViewDefinition): View;
  /** On top of the person's modals; undefined when three are open already. */
  push(user: string, definition: ViewDefinition): View | undefined;
  publishHome(user: string, definition: ViewDefinition): View;
  update(view: View, definition: ViewDefinition): View;
  setValue(view: View, blockId: string, actionId: string, state: JsonObject): View;
  /** Closes this modal and those above it. */
  close(view: View): void;
  clear(user: string): void;
  find(id: string): View | undefined;
  findByExternalId(externalId: string): View | undefined;
  home(user: string): View | undefined;
  /** The person's open modals, the visible one last. */
  stack(user: string): readonly View[];
}

export function createViews(bus: Bus): Views {
  const homes = new Map<string, View>();
  const stacks = new Map<string, readonly View[]>();
  let version = 0;

  const newHash = () => `${++version}.${randomId(8)}`;
  const stack = (user: string) => stacks.get(user) ?? [];
  const all = () => [...homes.values(), ...[...stacks.values()].flat()];

  function keepStack(user: string, views: readonly View[]): void {
    stacks.set(user, views);
    bus.publish({ topic: 'views', user });
  }

  function keep(view: View): View {
    if (view.type === 'home') {
      homes.set(view.user, view);
      bus.publish({ topic: 'views', user: view.user });
    } else {
      const views = stack(view.user).map((one) => (one.id === view.id ? view : one));
      keepStack(view.user, views);
    }
    return view;
  }

  function create(user: string, definition: ViewDefinition, below: View | undefined): View {
    const id = `V${randomId(10)}`;
    const type = definition.type === 'home' ? 'home' : 'modal';
    return {
      id,
      user,
      type,
      definition,
      hash: newHash(),
      rootId: below?.rootId ?? id,
      previousId: below?.id ?? null,
      values: stateOf(definition.blocks, {}),
    };
  }

  function update(view: View, definition: ViewDefinition): View {
    return keep({ ...view, definition, hash: newHash(), values: stateOf(definition.blocks, view.values) });
  }

  return {
    open(user, definition) {
      const view = create(user, definition, undefined);
      keepStack(user, [view]);
      return view;
    },
    push(user, definition) {
      const below = stack(user);
      if (below.length >= maxDepth) return undefined;
      const view = create(user, definition, below.at(-1));
      keepStack(user, [...below, view]);
      return view;
    },
    publishHome(user, definition) {
      const home = homes.get(user);
      return home ? update(home, definition) : keep(create(user, definition, undefined));
    },
    update,
    setValue(view, blockId, actionId, state) {
      const values = { ...view.values, [blockId]: { ...view.values[blockId], [actionId]: state } };
      return keep({ ...view, values });
    },
    close(view) {
      const views = stack(view.user);
      const index = views.findIndex((one) => one.id === view.id);
      if (index >= 0) keepStack(view.user, views.slice(0, index));
    },
    clear: (user) => keepStack(user, []),
    find: (id) => all().find((one) => one.id === id),
    findByExternalId: (externalId) => all().find((one) => one.definition.external_id === externalId),
    home: (user) => homes.get(user),
    stack,
  };
}
