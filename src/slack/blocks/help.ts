import { divider, section } from './kit.ts';
import { lines, type Mrkdwn, md } from './mrkdwn.ts';
import { type Reply, reply } from './reply.ts';

/** How a subcommand is described, in `/circuit help` and in docs/commands.md. */
export type CommandHelp = {
  readonly name: string;
  /** What may follow the name, as `[filters]`. */
  readonly usage: string;
  /** A few words, for the list of all. */
  readonly gist: string;
  readonly summary: string;
  readonly details: readonly string[];
  readonly examples: readonly string[];
};

/** Commands that belong together, under what they are for. */
export type CommandGroup = { readonly title: string; readonly commands: readonly CommandHelp[] };

/** A line each: on a phone all of them are two screens. What more there is to one is told by `/circuit help <command>`. */
export function helpReply(groups: readonly CommandGroup[]): Reply {
  return reply(md`What /circuit can do`, [
    section(
      md`*Trunkline* watches your ExpressRoute circuits, tells when they change, and takes each from order to deletion.`,
    ),
    ...groups.map(({ title, commands }) => section(lines(md`*${title}*`, ...commands.map(commandLine)))),
    divider,
    section(
      lines(
        md`Type \`/circuit\` before each; \`/circuit help resize\` tells more of one.`,
        md`A circuit is named by its name, by \`group/name\`, or by a part that only it has.`,
      ),
    ),
  ]);
}

function commandLine({ name, usage, gist }: CommandHelp): Mrkdwn {
  return md`\`${[name, usage].filter(Boolean).join(' ')}\` ${gist}`;
}

export function commandHelpReply({ name, usage, summary, details, examples }: CommandHelp): Reply {
  return reply(md`/circuit ${name}: ${summary}`, [
    section(
      lines(
        md`\`/circuit ${[name, usage].filter(Boolean).join(' ')}\``,
        md`${summary}`,
        ...details.map((detail) => md`• ${detail}`),
      ),
    ),
    section(lines(md`*Examples*`, ...examples.map((example) => md`\`/circuit ${example}\``))),
  ]);
}
