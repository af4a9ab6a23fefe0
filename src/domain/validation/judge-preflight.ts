import { isOverlapping, type Network, networkAround } from '../peering/addresses.ts';
import { canonicalText } from '../peering/network.ts';
import { isAccepted } from '../peering/prefix-states.ts';
import type { PrefixEvidence, Silence } from './evidence.ts';
import { judgePrefix } from './judge-prefix.ts';
import { listFindings } from './prefix-shape.ts';
import type { AskedPrefix, Judged, JudgedPrefix, PreflightQuestion } from './preflight.ts';
import { preflightVerdicts } from './preflight.ts';
import type { Reason } from './preflight-reason.ts';

/** Judges each prefix by the evidence that is of it; what nobody was asked about is silent. */
export function judgePreflight(question: PreflightQuestion, evidence: readonly PrefixEvidence[]): Judged {
  const byPrefix = new Map(evidence.map((one) => [one.prefix, one]));
  const networks = question.prefixes.map(({ prefix }) => networkAround(prefix));
  const prefixes = question.prefixes.map((asked, index): JudgedPrefix => {
    const own = byPrefix.get(canonicalText(asked.prefix)) ?? silentEvidence(asked, 'not-configured');
    const { verdict, reasons, todo } = judgePrefix(asked, own, question);
    const notes = [...overlaps(index, networks), ...acceptance(asked)];
    const isDone = isAccepted(asked.state) && verdict !== 'fails';
    return {
      asked,
      evidence: own,
      verdict,
      reasons: [...reasons, ...notes],
      todo: isDone ? { kind: 'nothing' } : todo,
    };
  });
  return { question, findings: listFindings(question.prefixes), prefixes: prefixes.toSorted(byUrgency) };
}

/** What is known of a prefix when nobody has told anything. Where there is no source, no server is named. */
export function silentEvidence(
  { prefix, family }: Pick<AskedPrefix, 'prefix' | 'family'>,
  why: Silence,
): PrefixEvidence {
  const told = { kind: 'silent', why } as const;
  const irr = why === 'not-configured' ? [] : [{ server: 'Routing registries', told }];
  return { prefix: canonicalText(prefix), family, irr, rpki: told, holder: told };
}

/** Microsoft has validated it already; the verdict is then what would come of another look. */
function acceptance({ state }: AskedPrefix): readonly Reason[] {
  return state !== undefined && isAccepted(state) ? [{ kind: 'accepted', state }] : [];
}

function overlaps(index: number, networks: readonly (Network | undefined)[]): readonly Reason[] {
  const own = networks[index];
  const others = networks.flatMap((other, at) =>
    own && other && at !== index && isOverlapping(own, other) ? [other.text] : [],
  );
  return others.length > 0 ? [{ kind: 'overlaps', others }] : [];
}

function byUrgency(a: JudgedPrefix, b: JudgedPrefix): number {
  return rankOf(a) - rankOf(b);
}

function rankOf({ verdict, asked }: JudgedPrefix): number {
  const rank = preflightVerdicts.indexOf(verdict);
  return isAccepted(asked.state) && verdict !== 'fails' ? rank + preflightVerdicts.length : rank;
}
