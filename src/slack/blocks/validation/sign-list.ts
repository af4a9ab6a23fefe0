import type { SectionBlock } from '@slack/types';
import type { Circuit } from '../../../domain/circuit/circuit.ts';
import { nameOf } from '../../../domain/open-enum.ts';
import type { ListedPrefix } from '../../../usecases/validation/read-prefixes.ts';
import { actionIds } from '../../action-ids.ts';
import { button, context, section } from '../kit.ts';
import { lines, type Mrkdwn, md } from '../mrkdwn.ts';
import { type Reply, reply } from '../reply.ts';
import { isPrefixTrouble, prefixStateMeaning } from '../words/prefix-state.ts';
import { isSigningOffered, prefixSign, prefixTodo } from '../words/prefix-todo.ts';
import { counted } from '../words/units.ts';
import { signPayload } from './sign-payload.ts';

/** So many rows make a message that is still read, and that Slack takes. */
const rowLimit = 10;

/** The prefixes of Microsoft peering, each with its own state: what it means and what to do. Those with work come first. */
export function signListReply(circuit: Circuit, prefixes: readonly ListedPrefix[]): Reply {
  const waiting = prefixes.filter(({ state }) => isSigningOffered(state));
  const shown = prefixes.toSorted((a, b) => rank(a) - rank(b)).slice(0, rowLimit);
  const more = prefixes.length - shown.length;
  const title = md`${counted(prefixes.length, 'public prefix', 'public prefixes')} of ${circuit.name}, ${waiting.length} to sign`;
  return reply(title, [
    section(
      prefixes.length === 0
        ? lines(
            md`*${circuit.name}* advertises no public prefixes.`,
            md`\`/circuit peering ${circuit.name} microsoft\` adds them.`,
          )
        : md`*${title}*`,
    ),
    ...shown.map((prefix) => row(circuit, prefix)),
    ...(more > 0
      ? [
          context(
            md`And ${more} more. \`/circuit sign ${circuit.name}\` with a prefix behind it goes straight to that one.`,
          ),
        ]
      : []),
  ]);
}

function rank({ state }: ListedPrefix): number {
  if (isSigningOffered(state)) return 0;
  return state !== undefined && isPrefixTrouble(state) ? 1 : 2;
}

function row(circuit: Circuit, prefix: ListedPrefix): SectionBlock {
  const text = lines(prefixLine(prefix), prefixTodo(prefix.state, circuit.name));
  if (!isSigningOffered(prefix.state)) return section(text);
  const sign = button('Sign…', actionIds.sign, signPayload(circuit, prefix.prefix), {
    label: `Sign ${prefix.prefix}`,
  });
  return section(text, sign);
}

/** `:warning: *203.0.113.0/24*: ValidationNeeded (ownership could not be confirmed …)`. */
export function prefixLine({ prefix, state }: ListedPrefix): Mrkdwn {
  const said = state === undefined ? md`no state yet` : md`${nameOf(state)} (${prefixStateMeaning(state)})`;
  return md`${prefixSign(state)} *${prefix || 'a prefix without a name'}*: ${said}`;
}
