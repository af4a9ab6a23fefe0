import type { CommonRefusal } from '../../domain/operation/plans/common-refusal.ts';
import type { UnlinkRefusal } from '../../domain/operation/plans/unlink.ts';
import { type Mrkdwn, md } from './mrkdwn.ts';
import { isShown, type WordsOf } from './refusal-words.ts';
import { showButton } from './show-button.ts';

type Of<C extends UnlinkRefusal['code']> = Extract<UnlinkRefusal, { readonly code: C }>;

/** Why a connection or an authorization cannot be taken away. Sources: expressroute-howto-linkvnet-cli.md, facts/azure.md 4.4. */
export const unlinkWords: WordsOf<Exclude<UnlinkRefusal, CommonRefusal>> = {
  'connection-gone': ({ on, connection }) => ({
    what: md`*${on.name}* has no connection ${isShown(connection) ? connection : 'of that name'}.`,
    next: md`\`/circuit unlink ${on.name}\` lists what there is.`,
    buttons: [showButton(on)],
  }),
  'connection-unwatched': ({ on, connection, subscriptionId }) => ({
    what: md`Connection ${connection} to *${on.name}* is in subscription ${subscriptionId || 'unknown'}, which I do not watch.`,
    next: md`Its owner deletes it there. Revoking its authorization in the Azure portal cuts it as well.`,
  }),
  'authorization-gone': ({ on, authorization }) => ({
    what: md`*${on.name}* has no authorization ${isShown(authorization) ? authorization : 'of that name'}.`,
    next: md`\`/circuit unlink ${on.name}\` lists what there is.`,
    buttons: [showButton(on)],
  }),
  'authorization-in-use': (refusal) => ({
    what: md`Authorization ${refusal.authorization} of *${refusal.on.name}* is in use${redeemer(refusal)}: revoking it would cut that network off.`,
    next: wayOut(refusal),
  }),
};

function redeemer({ connection }: Of<'authorization-in-use'>): Mrkdwn {
  return connection ? md` by connection ${connection.name}` : md``;
}

function wayOut({ on, connection, isSeen }: Of<'authorization-in-use'>): Mrkdwn {
  if (isSeen && connection)
    return md`Unlink that first: \`/circuit unlink ${on.name} ${connection.name}\`. The authorization can go afterwards.`;
  return connection?.subscriptionId
    ? md`I do not watch subscription ${connection.subscriptionId}: the connection's owner deletes it there first.`
    : md`Azure does not tell by which connection. Whoever redeemed it deletes that connection first.`;
}
