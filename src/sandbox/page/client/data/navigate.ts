/** Where one is, who one is, and what is open. Kept in the address and in the browser's session. */
import { channelOf, directMessageOf, isDirect, myChannels } from './select.ts';
import type { Place, State } from './state.ts';
import { store } from './store.ts';
import { loadAll, markSeen } from './sync.ts';
import { tell } from './toasts.ts';

export function goTo(place: Place): void {
  store.change(({ thread }) => ({
    place,
    thread: place.kind === 'channel' && thread?.channel === place.id ? thread : undefined,
    drawerOpen: false,
    switcherOpen: false,
  }));
  const address = place.kind === 'home' ? '#home' : `#${place.id}`;
  if (location.hash !== address) history.pushState(null, '', address);
  if (place.kind === 'channel') markSeen(place.id);
}

export const goToChannel = (id: string): void => goTo({ kind: 'channel', id });

export async function actAs(person: string): Promise<void> {
  if (person === store.get().me) return;
  sessionStorage.setItem('acting-as', person);
  store.change(() => ({ me: person, messages: {}, views: [], thread: undefined, drawerOpen: false }));
  store.change((state) => ({ place: placeFor(state) }));
  await tell(loadAll);
}

/** Who one acts as at first: the one from before, else somebody who may do ordinary work. */
export function firstPerson({ world }: State): string {
  const people = world?.people ?? [];
  const before = sessionStorage.getItem('acting-as');
  const known = people.find(({ id }) => id === before);
  return (known ?? people.find(({ roles }) => roles.includes('operator')) ?? people[0])?.id ?? '';
}

/** The same place for another person; where they have no access, the first channel that they are in. */
export function placeFor(state: State): Place {
  const { place } = state;
  if (place.kind === 'home') return place;
  const direct = directMessageOf(state);
  const channel = channelOf(state, place.id);
  if (direct && channel && isDirect(channel)) return { kind: 'channel', id: direct };
  const mine = myChannels(state);
  if (mine.some(({ id }) => id === place.id)) return place;
  const first = mine.find(({ name }) => name.includes('ops')) ?? mine[0];
  return { kind: 'channel', id: first?.id ?? direct ?? '' };
}

export function placeFromAddress(): Place {
  const name = location.hash.slice(1);
  return name === 'home' ? { kind: 'home' } : { kind: 'channel', id: name };
}
