import type { View } from '@slack/types';
import type { Reply } from '../../src/slack/blocks/reply.ts';

/** Something that the bot can send: a message, or a view where it is a modal or App Home. */
export type Shown = {
  readonly name: string;
  readonly text: string;
  readonly surface: 'message' | 'modal' | 'home';
  readonly blocks: readonly unknown[];
  readonly view?: View;
};

export function message(name: string, { text, blocks }: Reply): Shown {
  return { name, text, surface: 'message', blocks };
}

export function view(name: string, shown: View): Shown {
  return {
    name,
    text: '',
    surface: shown.type === 'home' ? 'home' : 'modal',
    blocks: shown.blocks,
    view: shown,
  };
}
