import type { IncidentStepsNotice } from '../../../domain/alert/notice.ts';
import { context, section } from '../kit.ts';
import { lines, md } from '../mrkdwn.ts';
import { type Reply, reply } from '../reply.ts';
import { stepLine, stepWords } from '../words/incident-step.ts';
import { ownerName } from '../words/trouble.ts';
import { counted } from '../words/units.ts';

const stepsPerSection = 10;

/** In the thread of an incident: what happened since the last reply, a line a step. */
export function incidentStepsReply(notice: IncidentStepsNotice): Reply {
  const { steps, omitted } = notice;
  const last = steps.at(-1);
  const text = last
    ? md`${ownerName(notice)}: ${stepWords(last.what, notice, last.at).words}`
    : md`${ownerName(notice)}: earlier steps`;
  const groups = Array.from({ length: Math.ceil(steps.length / stepsPerSection) }, (_, index) =>
    steps.slice(index * stepsPerSection, (index + 1) * stepsPerSection),
  );
  return reply(text, [
    ...(omitted > 0
      ? [
          context(
            md`${counted(omitted, 'step')} before ${steps.length > 0 ? 'these' : 'this'} ${omitted === 1 ? 'is' : 'are'} left out: Slack could not be reached.`,
          ),
        ]
      : []),
    ...groups.map((group) => section(lines(...group.map((step) => stepLine(step, notice))))),
    ...(steps.length === 0 && omitted === 0 ? [section(md`Nothing new.`)] : []),
  ]);
}
