import { canonicalText } from '../peering/network.ts';
import type { PrefixEvidence } from './evidence.ts';
import { asnReason, expectedOrigin } from './expected-origin.ts';
import { type HolderStanding, holderStanding } from './holder-standing.ts';
import { judgeRegistration } from './judge-registration.ts';
import { shapeReason } from './prefix-shape.ts';
import type { AskedPrefix, PreflightFinding, PreflightQuestion } from './preflight.ts';
import type { AsnReason, ShapeReason } from './preflight-reason.ts';
import type { Todo } from './preflight-todo.ts';
import { routeStanding } from './route-standing.ts';
import { rpkiStanding } from './rpki-standing.ts';

/**
 * Will Azure validate this prefix by itself? Sources of the rules: facts/registry 2.1, expressroute-routing.md. What a
 * source did not tell is never taken for an answer.
 */
export function judgePrefix(
  asked: AskedPrefix,
  evidence: PrefixEvidence,
  question: PreflightQuestion,
): PreflightFinding {
  const shape = shapeReason(asked);
  if (shape) return { verdict: 'fails', reasons: [shape], todo: mend(shape) };
  const { peerAsn, organizationNames } = question;
  const asns = { peerAsn, customerAsn: asked.customerAsn };
  const prefix = canonicalText(asked.prefix);
  const holder = holderStanding(prefix, evidence.holder, organizationNames);
  const origin = expectedOrigin(asns);
  const reason = asnReason(asns);
  if (reason || origin === undefined) return judgeAsn(reason ?? { kind: 'asn-untold' }, holder);
  return judgeRegistration({
    asked,
    origin,
    routes: routeStanding({ prefix, origin, registry: asked.routingRegistry, irr: evidence.irr }),
    rpki: rpkiStanding(prefix, origin, evidence.rpki),
    holder,
  });
}

function mend(reason: ShapeReason): Todo {
  switch (reason.kind) {
    case 'malformed':
      return { kind: 'rewrite', suggestion: undefined };
    case 'host-bits':
      return { kind: 'rewrite', suggestion: reason.suggestion };
    case 'default-route':
    case 'not-public':
      return { kind: 'use-public' };
  }
}

function judgeAsn(reason: AsnReason, { reasons }: HolderStanding): PreflightFinding {
  switch (reason.kind) {
    case 'asn-untold':
      return { verdict: 'unclear', reasons: [reason, ...reasons], todo: { kind: 'ask-again' } };
    case 'asn-reserved':
      return { verdict: 'fails', reasons: [reason], todo: { kind: 'use-own-asn', asn: reason.asn } };
    case 'asn-private':
      return {
        verdict: 'manual',
        reasons: [reason, ...reasons],
        todo: { kind: 'open-ticket', why: 'private-asn' },
      };
  }
}
