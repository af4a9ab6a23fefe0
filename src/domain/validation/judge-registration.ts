import { networkAround } from '../peering/addresses.ts';
import type { HolderStanding } from './holder-standing.ts';
import type { AskedPrefix, PreflightFinding } from './preflight.ts';
import type { Reason, RpkiReason } from './preflight-reason.ts';
import type { Todo } from './preflight-todo.ts';
import type { RouteStanding } from './route-standing.ts';
import type { RpkiStanding } from './rpki-standing.ts';

/** What was told of one prefix whose AS number can be looked for. */
export type Standing = {
  readonly asked: AskedPrefix;
  readonly origin: number;
  readonly routes: RouteStanding;
  readonly rpki: RpkiStanding;
  readonly holder: HolderStanding;
};

/** What the registries say of a prefix, and what follows. */
export function judgeRegistration(standing: Standing): PreflightFinding {
  switch (standing.routes.kind) {
    case 'exact':
      return judgeRegistered(standing);
    case 'other-origin':
      return judgeOtherOrigin(standing);
    case 'untold':
      return { verdict: 'unclear', reasons: allReasons(standing), todo: askAgain(standing) };
    case 'none':
    case 'unasked':
      return judgeByHolder(standing);
  }
}

/**
 * The object that Azure looks for is there. A ROA that says otherwise contradicts it: registries that look into RPKI hide
 * the object, as IRRd does by default.
 */
function judgeRegistered(standing: Standing): PreflightFinding {
  const { asked, origin, rpki } = standing;
  const { reason } = rpki;
  if (rpki.kind === 'silent')
    return { verdict: 'unclear', reasons: led(reason, standing), todo: { kind: 'ask-again' } };
  if (reason.kind !== 'rpki-invalid')
    return { verdict: 'automatic', reasons: allReasons(standing), todo: { kind: 'nothing' } };
  const { length = 0 } = networkAround(asked.prefix) ?? {};
  const todo = { kind: 'correct-roa', why: reason.why, asn: origin, length } as const;
  return { verdict: 'fails', reasons: led(reason, standing), todo };
}

/** Azure ends in AsnValidationFailed. */
function judgeOtherOrigin(standing: Standing): PreflightFinding {
  const { origin, routes } = standing;
  const { source = '', origins } = routes;
  const todo = { kind: 'correct-origin', source, origins, asn: origin } as const;
  return { verdict: 'fails', reasons: allReasons(standing), todo };
}

/** No object that counts: who holds the addresses must prove it. */
function judgeByHolder(standing: Standing): PreflightFinding {
  const { routes, holder } = standing;
  const reasons = allReasons(standing);
  const elsewhere: Todo | undefined =
    routes.elsewhere === undefined ? undefined : { kind: 'name-registry', registry: routes.elsewhere };
  switch (holder.kind) {
    case 'ours':
      return holder.takesCertificates
        ? { verdict: 'sign', reasons, todo: elsewhere ?? signing(standing) }
        : { verdict: 'manual', reasons, todo: elsewhere ?? { kind: 'open-ticket', why: 'no-certificates' } };
    case 'other':
      return { verdict: 'manual', reasons, todo: elsewhere ?? { kind: 'open-ticket', why: 'holder' } };
    case 'unknown':
      return { verdict: 'manual', reasons, todo: elsewhere ?? { kind: 'open-ticket', why: 'unregistered' } };
    case 'uncompared':
      return {
        verdict: 'unclear',
        reasons,
        todo: elsewhere ?? { kind: 'tell-names', organization: holder.organization },
      };
    case 'silent':
      return { verdict: 'unclear', reasons, todo: elsewhere ?? { kind: 'ask-again' } };
  }
}

function signing({ asked, origin, routes, holder }: Standing): Todo {
  const { source } = routes;
  return {
    kind: 'sign',
    hasCertificate: holder.hasCertificate,
    isSigned: asked.isSigned === true,
    orRegister: source === undefined ? undefined : { source, asn: origin },
  };
}

/** To ask again helps when somebody was silent; where nobody was asked, somebody must be configured. */
function askAgain({ routes }: Standing): Todo {
  const { source = '' } = routes;
  const [decisive] = routes.reasons;
  const isNobodyAsked = decisive.kind === 'route-untold' && decisive.silent.length === 0;
  return isNobodyAsked ? { kind: 'configure-irr', source } : { kind: 'ask-again' };
}

function allReasons({ routes, rpki, holder }: Standing): PreflightFinding['reasons'] {
  const [first, ...more] = routes.reasons;
  return [first, ...more, rpki.reason, ...holder.reasons];
}

function led(first: RpkiReason, { routes, holder }: Standing): readonly [Reason, ...Reason[]] {
  return [first, ...routes.reasons, ...holder.reasons];
}
