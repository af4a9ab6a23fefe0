import { expect } from 'vitest';
import type { Control, Json, Message, View } from './control.ts';
import { eventually, present } from './eventually.ts';
import { elementNamed, pressedValue, wordsOf } from './reading.ts';

/** The people of the sandbox's workspace. */
export const people = {
  vera: 'U0VERA0001',
  omar: 'U0OMAR0001',
  ana: 'U0ANA00001',
  adam: 'U0ADAM0001',
  xenia: 'U0XENIA001',
} as const;
export type PersonName = keyof typeof people;

export const channels = {
  netOps: 'C0NETOPS001',
  approvals: 'C0APPROVE01',
  /** The bot is not in it. */
  general: 'C0GENERAL01',
  /** Vera is not in it. */
  nocPrivate: 'C0PRIVATE01',
} as const;

export const botUserId = 'U0TRUNKBOT';

/** The direct conversation of a person and the bot. */
export const directOf = (name: PersonName) => `D${people[name].slice(1)}`;

/** Stands in a modal until its content is there. */
const waiting = ':hourglass_flowing_sand: One moment.';

/** Somebody who types, presses and reads. */
export function createPerson(control: Control, name: PersonName) {
  const user = people[name];

  /** Does something and waits for what the bot shows then: a message that is new or that changed. */
  async function sees(
    channel: string,
    act: () => Promise<unknown>,
    fits: (message: Message) => boolean = ({ ephemeral }) => ephemeral,
  ): Promise<Message> {
    const before = new Set((await control.messages(channel, user)).map(versionOf));
    await act();
    return eventually(async () => {
      const now = await control.messages(channel, user);
      return present(
        now.find((message) => message.user === botUserId && !before.has(versionOf(message)) && fits(message)),
        `an answer to ${name} in ${channel}`,
      );
    });
  }

  async function act(call: Json): Promise<void> {
    expect(await control.post('slack/action', { user, ...call })).toMatchObject({ ok: true, status: 200 });
  }

  const actIn = (message: Message, named: string): Promise<void> => {
    const { action_id, block_id, ...element } = elementNamed(message, named);
    const value = pressedValue({ action_id, block_id, ...element }, named);
    return act({ channel: message.channel, ts: message.ts, action_id, block_id, value });
  };

  const actInView = (view: View, named: string): Promise<void> => {
    const { action_id, block_id, ...element } = elementNamed(view, named);
    return act({
      view_id: view.id,
      action_id,
      block_id,
      value: pressedValue({ action_id, block_id, ...element }, named),
    });
  };

  /** Does something and waits for the modal that it opens, fully filled. */
  async function modal(doing: () => Promise<unknown>): Promise<View> {
    const before = new Set((await control.views(user)).map(({ id }) => id));
    await doing();
    return eventually(async () => {
      const open = (await control.views(user)).filter(({ type, id }) => type === 'modal' && !before.has(id));
      const top = present(open.at(-1), `a modal of ${name}`);
      if (JSON.stringify(top).includes(waiting)) throw new Error('not yet');
      return top;
    });
  }

  /** Submits a form and waits for what takes its place: the same modal with other content. */
  async function fill(view: View, values: Json): Promise<View> {
    const answer = await control.post('slack/submit', { user, view_id: view.id, values });
    if ('errors' in answer) throw new Error(`the form has errors: ${JSON.stringify(answer.errors)}`);
    return eventually(async () => {
      const now = present(
        (await control.views(user)).find(({ id }) => id === view.id),
        `the modal of ${name} that was submitted`,
      );
      const text = JSON.stringify(now);
      if (text.includes(waiting) || text === JSON.stringify(view)) throw new Error('not yet');
      return now;
    });
  }

  return {
    user,
    sees,
    fill,
    /** Types `/circuit …` and gets the modal that it opens. */
    commandForModal: (channel: string, text: string) =>
      modal(() => control.post('slack/command', { user, channel, command: '/circuit', text })),
    /** Types `/circuit …` and gets what the bot answers to this person alone. */
    command: (channel: string, text: string) =>
      sees(channel, async () => {
        const typed = await control.post('slack/command', { user, channel, command: '/circuit', text });
        expect(typed).toMatchObject({ ok: true });
      }),
    /** Presses or chooses what is called so, and gets the answer to this person alone. */
    press: (message: Message, named: string) => sees(message.channel, () => actIn(message, named)),
    /** The same, where the answer is for everybody. `says`: what tells it from others that change meanwhile. */
    pressForAll: (message: Message, named: string, says = '') =>
      sees(
        message.channel,
        () => actIn(message, named),
        (seen) => !seen.ephemeral && wordsOf(seen).includes(says),
      ),
    /** The same, where the answer is a modal. */
    pressForModal: (message: Message, named: string) => modal(() => actIn(message, named)),
    pressInView: (view: View, named: string) => modal(() => actInView(view, named)),
    submit: (view: View, values: Json) => control.post('slack/submit', { user, view_id: view.id, values }),
    async openHome(): Promise<View> {
      expect(await control.post('slack/open-home', { user })).toMatchObject({ ok: true });
      return eventually(async () =>
        present(
          (await control.views(user)).find(({ type }) => type === 'home'),
          `App Home of ${name}`,
        ),
      );
    },
    messages: (channel: string) => control.messages(channel, user),
  };
}

function versionOf({ ts, edited }: Message): string {
  return `${ts} ${edited?.ts ?? ''}`;
}
