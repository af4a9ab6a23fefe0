import { closest } from '../../domain/text/closest.ts';
import { commandHelpReply, helpReply } from '../blocks/help.ts';
import { refusalReply } from '../blocks/refusal.ts';
import { auditCommand } from './audit.ts';
import { caseCommand } from './case.ts';
import type { Command } from './command.ts';
import { createCommand } from './create.ts';
import { deleteCommand } from './delete.ts';
import { deprovisionCommand } from './deprovision.ts';
import { diagnoseCommand } from './diagnose.ts';
import { doctorCommand } from './doctor.ts';
import { failoverCommand } from './failover.ts';
import { incidentsCommand } from './incidents.ts';
import { keyCommand } from './key.ts';
import { linkCommand } from './link.ts';
import { listCommand } from './list.ts';
import { maintenanceCommand } from './maintenance.ts';
import { orderCommand } from './order.ts';
import { peeringCommand } from './peering.ts';
import { quietCommand } from './quiet.ts';
import { requestsCommand } from './requests.ts';
import { resizeCommand } from './resize.ts';
import { showCommand } from './show.ts';
import { signCommand } from './sign.ts';
import { subscribeCommand } from './subscribe.ts';
import { subscriptionsCommand } from './subscriptions.ts';
import { unlinkCommand } from './unlink.ts';
import { unsubscribeCommand } from './unsubscribe.ts';
import { validateCommand } from './validate.ts';
import { whoamiCommand } from './whoami.ts';

const helpCommand: Command = {
  name: 'help',
  usage: '[command]',
  gist: 'this list, or more of one command',
  summary: 'What there is, or more of one command.',
  details: [],
  examples: ['help', 'help subscribe'],
  isForAnybody: true,
  async run([word]) {
    if (word === undefined) return helpReply(commandGroups);
    const command = findCommand(word.value);
    return command ? commandHelpReply(command) : refusalReply(unknownCommand(word.value));
  },
};

/** Every subcommand of /circuit, by what it is for, in the order of the help. A new one is added here. */
export const commandGroups: readonly { readonly title: string; readonly commands: readonly Command[] }[] = [
  { title: 'Look', commands: [listCommand, showCommand, incidentsCommand, diagnoseCommand] },
  {
    title: 'Set up',
    commands: [createCommand, keyCommand, orderCommand, peeringCommand, signCommand, linkCommand],
  },
  {
    title: 'Change and end',
    commands: [resizeCommand, failoverCommand, unlinkCommand, deprovisionCommand, deleteCommand],
  },
  { title: 'Validate prefixes', commands: [validateCommand, caseCommand] },
  { title: 'Follow', commands: [requestsCommand, auditCommand] },
  {
    title: 'Be told',
    commands: [subscribeCommand, unsubscribeCommand, subscriptionsCommand, quietCommand, maintenanceCommand],
  },
  { title: 'More', commands: [whoamiCommand, doctorCommand, helpCommand] },
];

export const commands: readonly Command[] = commandGroups.flatMap((group) => group.commands);

export function findCommand(word: string): Command | undefined {
  return commands.find(({ name }) => name === word.toLowerCase());
}

export function unknownCommand(word: string) {
  const names = commands.map(({ name }) => name);
  return { code: 'command-unknown', word, didYouMean: closest(word, names) } as const;
}
