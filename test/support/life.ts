import type { Json, Message, View } from './control.ts';
import { eventually, present } from './eventually.ts';
import { channels, type PersonName } from './person.ts';
import { elementsIn, wordsOf } from './reading.ts';
import type { World } from './world.ts';

export type Person = ReturnType<World['person']>;

/** The request's message in a channel whose head says this of this circuit: `Delete lon-01`, `waits for approval`. */
export function cardOf(
  world: World,
  channel: string,
  title: string,
  state: string,
  viewer?: PersonName,
): Promise<Message> {
  return eventually(async () => {
    const all = viewer ? await world.person(viewer).messages(channel) : await world.control.messages(channel);
    const cards = all.filter((message) => wordsOf(message).includes(`*${title}*`));
    const found = cards.findLast((message) => wordsOf(message).includes(`*${title}* · ${state}`));
    return present(
      found,
      `"${title} · ${state}" among ${cards.map((card) => wordsOf(card)).join('\n---\n')}`,
    );
  });
}

/** Fills in a form, confirms its review, and gets what stands in the modal then. */
export async function askFor(person: Person, form: View, values: Json): Promise<string> {
  const review = await person.fill(form, values);
  return confirm(person, review);
}

/** Confirms a review, and gets what stands in the modal then. */
export async function confirm(person: Person, review: View): Promise<string> {
  if (review.callback_id !== 'request.review') throw new Error(`no review: ${wordsOf(review)}`);
  return wordsOf(await person.fill(review, {}));
}

/** Approves what waits in the approvals channel. */
export async function approve(world: World, name: PersonName, title: string): Promise<void> {
  const card = await cardOf(world, channels.approvals, title, 'waits for approval');
  await world.person(name).pressForAll(card, 'Approve');
}

/** The option of a menu in a form that is called so, or begins so. */
export function optionOf(form: View, blockId: string, begins: string): string {
  const options = elementsIn(form)
    .filter(({ block_id }) => block_id.startsWith(blockId))
    .flatMap((element) => groupedOptions(element));
  const found =
    options.find(({ text }) => text.text === begins) ??
    options.find(({ text }) => text.text.startsWith(begins));
  return present(found, `"${begins}" among ${options.map(({ text }) => text.text).join(', ')}`).value;
}

/** Chooses the group and the provider in the form of a new circuit: the other menus follow them. */
export async function chooseInCreate(world: World, person: Person, form: View): Promise<View> {
  const chosen = async (view: View, action: string, value: string) => {
    await world.control.post('slack/action', {
      user: person.user,
      view_id: view.id,
      action_id: action,
      value,
    });
    return eventually(async () => {
      const now = (await world.control.views(person.user)).find(({ id }) => id === view.id);
      if (!now || JSON.stringify(now.blocks) === JSON.stringify(view.blocks)) throw new Error('not yet');
      return now;
    });
  };
  const withGroup = await chosen(form, 'circuit.create.group', optionOf(form, 'create.group', 'rg-net-emea'));
  return chosen(withGroup, 'circuit.create.provider', optionOf(withGroup, 'create.provider', 'Equinix'));
}

type Option = { readonly text: { readonly text: string }; readonly value: string };

function groupedOptions(element: object): readonly Option[] {
  const { options = [], option_groups: groups = [] } = element as {
    options?: readonly Option[];
    option_groups?: readonly { readonly options: readonly Option[] }[];
  };
  return [...options, ...groups.flatMap((group) => group.options)];
}
