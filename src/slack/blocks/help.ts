import { divider, section } from './kit.ts';
import { joinMd, lines, md } from './mrkdwn.ts';
import { type Reply, reply } from './reply.ts';

/** How a subcommand is described, in `/circuit help` and in docs/commands.md. */
export type CommandHelp = {
  readonly name: string;
  /** What may follow the name, as `[filters]`. */
  readonly usage: string;
  readonly summary: string;
  readonly details: readonly string[];
  readonly examples: readonly string[];
};

export function helpReply(commands: readonly CommandHelp[]): Reply {
  const list = commands.map(
    ({ name, usage, summary }) => md`\`/circuit ${[name, usage].filter(Boolean).join(' ')}\`\n${summary}`,
  );
  return reply(md`What /circuit can do`, [
    section(md`*Trunkline* watches your ExpressRoute circuits and tells this workspace when they change.`),
    section(joinMd(list, '\n')),
    divider,
    section(
      md`A circuit is named by its name, by \`group/name\`, or by a part that only it has. \`/circuit help list\` tells more of one command.`,
    ),
  ]);
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
