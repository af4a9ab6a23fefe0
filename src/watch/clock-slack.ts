/** Slack's clock and ours may differ: how much earlier than owed a delivered message is looked for, milliseconds. */
export const clockSlackMs = 10 * 60_000;
