import type { Confirm } from './blocks.ts';
import type { Message, View, World } from './wire.ts';

export type Place = { readonly kind: 'channel'; readonly id: string } | { readonly kind: 'home' };

export type Toast = { readonly id: number; readonly text: string; readonly tone: 'error' | 'done' };

export type Question = { readonly confirm: Confirm; readonly answer: (yes: boolean) => void };

export type State = {
  readonly world: World | undefined;
  /** World time minus the browser's, in milliseconds. */
  readonly clockOffset: number;
  /** The person one acts as. */
  readonly me: string;
  readonly place: Place;
  readonly thread: { readonly channel: string; readonly ts: string } | undefined;
  /** As `me` sees them, by channel. */
  readonly messages: Readonly<Record<string, readonly Message[]>>;
  readonly views: readonly View[];
  /** The newest message that was on the screen, by channel. */
  readonly seen: Readonly<Record<string, string>>;
  /** Ephemeral messages that the reader put away. */
  readonly dismissed: ReadonlySet<string>;
  readonly live: 'connecting' | 'live' | 'lost';
  readonly toasts: readonly Toast[];
  readonly question: Question | undefined;
  readonly panelOpen: boolean;
  readonly drawerOpen: boolean;
  readonly switcherOpen: boolean;
};

export const initialState: State = {
  world: undefined,
  clockOffset: 0,
  me: '',
  place: { kind: 'channel', id: '' },
  thread: undefined,
  messages: {},
  views: [],
  seen: {},
  dismissed: new Set(),
  live: 'connecting',
  toasts: [],
  question: undefined,
  panelOpen: true,
  drawerOpen: false,
  switcherOpen: false,
};
