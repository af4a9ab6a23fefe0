import type { Request } from '../../../domain/approval/request.ts';
import { section } from '../kit.ts';
import { lines, md, trusted } from '../mrkdwn.ts';
import { type Reply, reply } from '../reply.ts';
import { intentTitle } from '../words/operation.ts';
import { ruleWords } from '../words/rule.ts';

/** What follows from confirming: where to watch it, and who has to agree. */
export function submittedReply({ id, intent, rule, shownIn }: Request): Reply {
  const what = md`${intentTitle(intent)}`;
  const place = 'channelId' in shownIn ? trusted(`<#${shownIn.channelId}>`) : md`our direct conversation`;
  const next =
    rule.approvals === 0
      ? md`Its message in ${place} tells how it goes.`
      : md`It needs ${ruleWords(rule, md`you`)}. Its message in ${place} tells how it goes, and I tell you how it ends.`;
  return reply(what, [section(lines(md`*${what}* is request ${id}.`, next))]);
}
