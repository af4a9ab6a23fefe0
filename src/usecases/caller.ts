/** Who asks, and from where. Ids are Slack's own, from the signed request, never from a button's value. */
export type Caller = { readonly userId: string; readonly channelId: string | undefined };
