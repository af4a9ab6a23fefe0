/** What a block's elements need to know of where they stand: what they hold, and how to tell the bot. */
import { createContext } from 'preact';
import { useContext, useState } from 'preact/hooks';
import type { Element } from '../data/blocks.ts';
import { pressElement, type Spot, suggestOptions } from '../data/deeds.ts';
import {
  contentOf,
  type ElementState,
  type FormValues,
  stateOf,
  stateWith,
  valuesOf,
} from '../data/form-values.ts';
import { tell } from '../data/toasts.ts';
import { ask } from './confirm-dialog.ts';

export type Surface = {
  readonly spot: Spot;
  readonly kind: 'message' | 'modal' | 'home';
  /** What the server holds, and what was changed on this page since. */
  readonly known: FormValues;
  readonly edited: FormValues;
  readonly edit: (blockId: string, actionId: string, state: ElementState) => void;
  /** Below their inputs, by block id. */
  readonly errors: Readonly<Record<string, string>>;
  readonly submit?: () => void;
};

export const SurfaceContext = createContext<Surface | undefined>(undefined);

export type ElementProps = {
  readonly element: Element;
  readonly blockId: string;
  readonly labelId?: string;
  /** In an input that the bot hears of only when its modal is submitted. */
  readonly quiet?: boolean;
};

/** An element's content and deeds, wherever it stands. */
export function useElement({ element, blockId, quiet = false }: ElementProps) {
  const surface = useContext(SurfaceContext);
  const [busy, setBusy] = useState(false);
  if (!surface) throw new Error(`the element ${element.action_id} stands outside of any message or view`);
  const { spot, known, edited, edit } = surface;
  const state = stateOf(blockId, element, edited, known);

  /** Tells the bot, after the confirm dialog where there is one. */
  async function press(next?: ElementState): Promise<void> {
    if (element.confirm && !(await ask(element.confirm))) return;
    if (next) edit(blockId, element.action_id, next);
    // The server keeps it for the bot's other questions; a submission sends it again, so that a failure loses nothing.
    if (quiet) return pressElement(spot, blockId, element, next).catch(() => {});
    setBusy(true);
    await tell(() => pressElement(spot, blockId, element, next));
    setBusy(false);
  }

  return {
    busy,
    content: contentOf(element, state),
    values: valuesOf(element, state),
    press,
    /** Chooses `content` and tells the server of it. */
    choose: (content: unknown) => press(stateWith(element, content)),
    /** Keeps what is being typed, on this page alone. */
    type: (content: string) => edit(blockId, element.action_id, stateWith(element, content)),
    suggest: (typed: string) => suggestOptions(spot, blockId, element, typed),
    submit: surface.submit,
    error: surface.errors[blockId],
  };
}
