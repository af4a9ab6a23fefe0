/** What a select offers, whatever its kind: its own options, people, or channels. */
import type { Element, Option, OptionGroup } from '../data/blocks.ts';
import { isDirect, myChannels } from '../data/select.ts';
import type { State } from '../data/state.ts';

export const isExternal = (element: Element): boolean => element.type.endsWith('external_select');
export const takesMany = (element: Element): boolean => element.type.startsWith('multi_');

/** The groups that are known without asking the bot. */
export function offeredBy(element: Element, state: State): readonly OptionGroup[] {
  const kind = element.type.replace(/^multi_/, '');
  switch (kind) {
    case 'users_select':
      return [
        {
          options: (state.world?.people ?? []).map(({ id, name, realName }) =>
            option(id, realName ?? name, `@${name}`),
          ),
        },
      ];
    case 'channels_select':
    case 'conversations_select':
      return [{ options: conversations(state, kind === 'conversations_select') }];
    default:
      return element.option_groups ?? [{ options: element.options ?? [] }];
  }
}

function conversations(state: State, withDirect: boolean): readonly Option[] {
  const channels = myChannels(state).map(({ id, name }) => option(id, `#${name}`));
  const direct = (state.world?.channels ?? []).filter(
    (channel) => withDirect && isDirect(channel) && channel.members?.includes(state.me),
  );
  return [...channels, ...direct.map(({ id }) => option(id, 'Trunkline (direct message)'))];
}

const option = (value: string, text: string, about?: string): Option => ({
  value,
  text: { type: 'plain_text', text },
  ...(about && { description: { type: 'plain_text', text: about } }),
});

/** Only what contains the typed words; groups that are left empty go. */
export function matching(groups: readonly OptionGroup[], typed: string): readonly OptionGroup[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const fits = ({ text, description }: Option) => {
    const whole = `${text.text} ${description?.text ?? ''}`.toLowerCase();
    return words.every((word) => whole.includes(word));
  };
  return groups
    .map((group) => ({ ...group, options: group.options.filter(fits) }))
    .filter(({ options }) => options.length > 0);
}
