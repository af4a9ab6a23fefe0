import type { Case } from '../../../domain/validation/case/case.ts';
import { caseView } from '../../../domain/validation/case/view.ts';
import { context, section } from '../kit.ts';
import { md } from '../mrkdwn.ts';
import { type Reply, reply } from '../reply.ts';
import { person } from '../request/person.ts';
import { moment } from '../time.ts';
import { quoted } from './quoted.ts';
import { caseNotification } from './title.ts';

/** The ticket's text as it stands, to be read before it is approved. */
export function caseTextReply(it: Case): Reply {
  const { text, id } = it;
  const title = caseNotification(caseView(it));
  if (!text)
    return reply(title, [
      section(md`Case ${id} has no text yet: it is written when the evidence is complete.`),
    ]);
  return reply(title, [
    section(md`*${text.title}*`),
    ...quoted(text.body).map((part) => section(part)),
    context(md`${text.author ? person(text.author) : 'Trunkline'}, ${moment(text.at)} · ${id}`),
  ]);
}
