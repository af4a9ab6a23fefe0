/** What names a resource: its name is unique among those of its type in one resource group, casing aside. */
export type ResourceRef = {
  readonly subscriptionId: string;
  readonly resourceGroup: string;
  readonly name: string;
};

/** Azure compares ids without regard to casing. */
export function resourceKey({ subscriptionId, resourceGroup, name }: ResourceRef): string {
  return `${subscriptionId}/${resourceGroup}/${name}`.toLowerCase();
}

/** In the resource group that a path names. */
export function isInGroup(
  { subscriptionId, resourceGroup }: ResourceRef,
  { subscription, group }: { readonly subscription: string; readonly group: string },
): boolean {
  return (
    subscriptionId.toLowerCase() === subscription.toLowerCase() &&
    resourceGroup.toLowerCase() === group.toLowerCase()
  );
}
