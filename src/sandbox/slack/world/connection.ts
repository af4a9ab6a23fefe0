/** Where the connected bot listens. */
export type BotConnection = {
  /** Gets commands, interactivity and events: what a manifest calls `request_url`. */
  readonly requestUrl: string;
  /** The bot's own operations port, for `POST /control/poll`. */
  readonly opsUrl?: string;
};

export interface Connection {
  current(): BotConnection | undefined;
  connect(bot: BotConnection): void;
}

export function createConnection(bot?: BotConnection): Connection {
  let connected = bot;
  return {
    current: () => connected,
    connect(next) {
      connected = next;
    },
  };
}
