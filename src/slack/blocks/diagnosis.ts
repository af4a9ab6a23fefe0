import type { ConnectivityTrouble, SessionSight } from '../../domain/alert/condition.ts';
import type { EdgeSaid, PeeringFinding } from '../../domain/circuit/diagnosis.ts';
import { circuitRef } from '../../domain/circuit/survey.ts';
import { type Link, links } from '../../domain/peering/link.ts';
import type { Diagnosis } from '../../usecases/diagnose-circuit.ts';
import { actions, context, section } from './kit.ts';
import { joinMd, lines, type Mrkdwn, md, trusted } from './mrkdwn.ts';
import { type Reply, reply } from './reply.ts';
import { showButton } from './show-button.ts';
import { moment } from './time.ts';
import { peeringName } from './words/peering.ts';
import { linkSessionsLine } from './words/session-line.ts';
import { severitySigns } from './words/severity.ts';
import { trafficLine } from './words/traffic.ts';
import { troubleWords } from './words/trouble.ts';
import { capital } from './words/units.ts';

/** What Microsoft's edge says now, and what follows from it: the verdict first. */
export function diagnosisReply(diagnosis: Diagnosis): Reply {
  const { circuit, at, findings, said, traffic } = diagnosis;
  const verdicts = findings.map((finding) => verdictOf(finding, diagnosis));
  const [first] = verdicts;
  return reply(md`${circuit.name}: ${first?.words ?? 'diagnosis'}`, [
    section(md`*${circuit.name}* · what Microsoft's edge says now`),
    ...findings.map((finding, index) => section(findingLines(finding, verdicts[index]))),
    section(trafficLine(traffic)),
    ...unreadable(said),
    context(md`Asked ${moment(at)}. Routes and ARP come from Microsoft's edge routers, not from yours.`),
    actions(showButton(circuit)),
  ]);
}

type Verdict = { readonly sign: string; readonly words: Mrkdwn; readonly todo: Mrkdwn };

function findingLines({ peering, sessions }: PeeringFinding, verdict: Verdict | undefined): Mrkdwn {
  const { sign = '', words = md``, todo = md`` } = verdict ?? {};
  return lines(
    md`${trusted(sign)} *${peeringName(peering)}* · ${words}`,
    ...links
      .filter((link) => sessions.some((one) => one.link === link))
      .map((link) => factLine(link, sessions)),
    todo,
  );
}

/** `Primary link: IPv4 up, 47 prefixes · ARP answers`. */
function factLine(link: Link, sessions: readonly SessionSight[]): Mrkdwn {
  const own = sessions.filter((one) => one.link === link);
  const arp = own[0]?.arp ?? 'unknown';
  return md`• ${capital(link)} link: ${linkSessionsLine(own)} · ${arpWords[arp]}`;
}

const arpWords = {
  up: 'ARP answers',
  down: 'ARP is not answered',
  unknown: 'ARP not known',
} as const satisfies Record<SessionSight['arp'], string>;

function verdictOf({ peering, extent, sessions }: PeeringFinding, { circuit, at }: Diagnosis): Verdict {
  if (extent === 'well') {
    return {
      sign: ':large_green_circle:',
      words: md`all sessions up`,
      todo: md`Nothing to do here. If traffic is missing, look at routes, gateways and firewalls.`,
    };
  }
  if (extent === 'unknown') {
    return {
      sign: ':grey_question:',
      words: md`not all sessions are known`,
      todo: md`*You*: ask again in a minute. What the edge did not tell is neither up nor down.`,
    };
  }
  const trouble: ConnectivityTrouble = { kind: 'connectivity', extent, sessions };
  const subject = { kind: 'connectivity', circuitId: circuit.id, peering } as const;
  const { bad, todo } = troubleWords({ subject, trouble, circuit: circuitRef(circuit), firstBadAt: at });
  return { sign: severitySigns[extent === 'down' ? 'critical' : 'warning'], words: bad, todo };
}

/** Why what is not known is not known. */
function unreadable(said: readonly EdgeSaid[]) {
  const reasons = said.flatMap(({ link, routes, arp }) => [
    ...(routes.kind === 'unreadable' ? [md`Routes of the ${link} link: ${routes.reason}`] : []),
    ...(arp.kind === 'unreadable' ? [md`ARP of the ${link} link: ${arp.reason}`] : []),
  ]);
  return reasons.length > 0 ? [context(joinMd(reasons.slice(0, 8), '\n'))] : [];
}

/** Stands while the edge is asked: it looks into a router, which takes seconds. */
export function diagnosingReply(name: string): Reply {
  return reply(md`Asking Microsoft's edge about ${name}`, [
    section(md`:hourglass_flowing_sand: Asking Microsoft's edge about *${name}*. It can take half a minute.`),
  ]);
}
