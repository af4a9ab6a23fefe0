/** What the composer offers while a slash command is typed. */
export type Hint = { readonly line: string; readonly usage: string; readonly about: string };

const subcommands: readonly (readonly [name: string, usage: string, about: string])[] = [
  ['list', '[filters] [page:n]', 'The circuits and where they stand'],
  ['show', '<circuit>', 'One circuit in full'],
  ['incidents', '[all] [filters]', 'What is wrong now, the worst first'],
  ['diagnose', '<circuit>', 'What Microsoft’s edge says now'],
  ['create', '[name]', 'A new circuit, from the live catalogue'],
  ['key', '<circuit>', 'Its service key, for you alone'],
  ['order', '<circuit>', 'What was ordered, and a text for the provider'],
  ['peering', '<circuit> [private | microsoft] [remove]', 'Create, change or remove a routing domain'],
  ['sign', '<circuit> [prefix]', 'Prove its public prefixes with a signature'],
  ['link', '<circuit> [gateway]', 'Linked networks, and one more'],
  ['unlink', '<circuit> [connection | authorization]', 'Take a link or an authorization away'],
  ['resize', '<circuit> [bandwidth] [premium|standard] [unlimited]', 'More bandwidth, another SKU'],
  ['deprovision', '<circuit>', 'End its service at the provider'],
  ['delete', '<circuit>', 'Delete what the provider has let go of'],
  ['failover', '<circuit> [primary | secondary]', 'Take one link away for some minutes'],
  ['validate', '<circuit>', 'Whether Microsoft will validate its prefixes'],
  ['case', '[open] [circuit]', 'Manual prefix validation, step by step'],
  ['requests', '[all]', 'What was asked for and is not over'],
  ['audit', '[circuit] [@person] [since]', 'Who did what'],
  ['subscribe', '[filters]', 'Tell this channel what changes'],
  ['unsubscribe', '[filters | all]', 'Stop telling this channel'],
  ['subscriptions', '', 'What this channel is told'],
  ['quiet', '[22:00-07:00] [zone] [days] | off', 'Hours in which only the critical is told'],
  [
    'maintenance',
    '[filters] [from <time>] [for <length>] [hold] [note …] | end <id>',
    'Work that is planned: alerts are marked, or held',
  ],
  ['whoami', '', 'Your role, and what it allows'],
  ['doctor', '', 'Whether Trunkline has all that it needs'],
  ['help', '[command]', 'How to use it'],
];

const hints: readonly Hint[] = subcommands.map(([name, usage, about]) => ({
  line: `/circuit ${name}`,
  usage,
  about,
}));

/** The subcommands that begin with what is typed; those that are typed already stay, to show what may follow. */
export function hintsFor(typed: string): readonly Hint[] {
  if (!typed.startsWith('/') || typed.includes('\n')) return [];
  const [command = '', sub, ...rest] = typed.split(/ +/);
  const whole = sub === undefined ? command : `${command} ${sub}`;
  if (rest.length === 0) return hints.filter(({ line }) => line.startsWith(whole.toLowerCase()));
  return hints.filter(({ line, usage }) => line === whole.toLowerCase() && usage !== '');
}

/** The line after a hint was taken: with room for what the subcommand wants. */
export const takeHint = ({ line, usage }: Hint): string => (usage === '' ? line : `${line} `);
