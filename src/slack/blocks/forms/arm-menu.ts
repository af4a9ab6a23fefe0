import type { Choice } from '../kit.ts';

/** Something in Azure that a menu names: it lives in a resource group of a subscription. */
export type ArmPlace = {
  readonly subscriptionId: string;
  readonly resourceGroup: string;
  readonly name: string;
};

export type ArmMenu = { readonly choices: readonly Choice[]; readonly groups: string };

/**
 * How much of a form's metadata the list of groups may be, in characters: Slack takes 3,000 in all, and the circuit's
 * token, the channel and JSON's marks need some.
 */
const groupsLimit = 2_700;

/**
 * A menu of things in Azure. An ARM id is longer than the 150 characters that an option's value may have: the value is
 * the name behind the number of its group, and the form carries the list of groups. What does not fit is left out.
 */
export function armMenu<T extends ArmPlace>(
  things: readonly T[],
  tell: (thing: T) => Omit<Choice, 'value'>,
): ArmMenu {
  const groups: string[] = [];
  let size = 0;
  const choices = things.flatMap((thing) => {
    const group = `${thing.subscriptionId}/${thing.resourceGroup}`;
    if (!groups.includes(group)) {
      if (size + group.length >= groupsLimit || /[|\n"\\]/u.test(group)) return [];
      groups.push(group);
      size += group.length + 1;
    }
    return [{ ...tell(thing), value: `${groups.indexOf(group)}/${thing.name}` }];
  });
  return { choices, groups: groups.join('|') };
}

/** Undefined for a value that no menu with these groups has. */
export function chosenPlace(groups: string, value: string): ArmPlace | undefined {
  const [, index, name] = /^(\d{1,4})\/([^/]+)$/u.exec(value) ?? [];
  const [subscriptionId, resourceGroup] = groups.split('|')[Number(index)]?.split('/') ?? [];
  if (!subscriptionId || !resourceGroup || !name) return undefined;
  return { subscriptionId, resourceGroup, name };
}

/** `type`: below Microsoft.Network. */
export function armIdOf({ subscriptionId, resourceGroup, name }: ArmPlace, type: string): string {
  return `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroup}/providers/Microsoft.Network/${type}/${name}`;
}
