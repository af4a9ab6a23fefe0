import type { CircuitId } from '../../src/domain/circuit/circuit-id.ts';
import { type PrefixEvidence, silences } from '../../src/domain/validation/evidence.ts';
import { judgePreflight } from '../../src/domain/validation/judge-preflight.ts';
import type { AskedPrefix, PreflightQuestion } from '../../src/domain/validation/preflight.ts';
import type { ValidateRefusal } from '../../src/slack/blocks/refusal-validate.ts';
import { preflightingReply, preflightReply } from '../../src/slack/blocks/validation/preflight.ts';
import { preflightEvidenceReply } from '../../src/slack/blocks/validation/preflight-evidence.ts';
import type { Preflight } from '../../src/usecases/validation/preflight-circuit.ts';
import { circuitIdOf, t0 } from './a-circuit.ts';
import { aHolder, aPrefixEvidence, aRoute, aVrp, ripe, silent, told } from './a-prefix-evidence.ts';
import type { Cast } from './slack-cast.ts';
import { message } from './slack-shown.ts';

type Code = ValidateRefusal['code'];

export function validateRefusalsOf(text: string): {
  readonly [C in Code]: readonly Extract<ValidateRefusal, { readonly code: C }>[];
} {
  const on = { id: circuitIdOf('lon-01'), name: text };
  return {
    'nothing-to-validate': [true, false].map((hasPeering) => ({
      code: 'nothing-to-validate',
      on,
      hasPeering,
    })),
    'prefix-gone': [{ code: 'prefix-gone', on, prefix: text }],
  };
}

type Case = readonly [asked: Partial<AskedPrefix>, evidence: Partial<PrefixEvidence>];

/** Each verdict for each of its reasons, with the text wherever somebody else writes. */
function casesOf(text: string): readonly Case[] {
  const server = text || 'whois.example';
  const none = { irr: [{ server: ripe, told: told([]) }] };
  const others = [64_511, 64_512, 64_513, 64_514].map((origin) =>
    aRoute({ origin, source: text, maintainers: [text] }),
  );
  return [
    [{}, {}],
    [{ state: 'Configured' }, { irr: [{ server, told: told([aRoute(), ...others]) }] }],
    [
      { state: { unrecognised: text } },
      { irr: [{ server: ripe, told: told([aRoute({ origin: 64_511 })]) }] },
    ],
    [{}, { rpki: told({ vrps: [aVrp({ asn: 0, ta: text }), aVrp({ asn: 0 })], builtAt: t0 }) }],
    [{}, { rpki: told({ vrps: [aVrp({ asn: 64_511, ta: text })] }) }],
    [
      {},
      {
        ...none,
        holder: told(aHolder({ organization: text, name: text, handle: text, remarks: [text, text] })),
      },
    ],
    [{}, { ...none, holder: told(aHolder({ certificates: [text], lastAddress: '203.0.113.127' })) }],
    [{}, { ...none, holder: told(aHolder({ registry: 'rdap.lacnic.net', parentHandle: text })) }],
    [{}, { ...none, holder: told(undefined), rpki: told({ vrps: [] }) }],
    [{ routingRegistry: 'NONE', isSigned: true }, none],
    [{ routingRegistry: text }, { irr: [{ server, told: told([aRoute()]) }] }],
    [{ routingRegistry: 'ARIN' }, { irr: [] }],
    [{ customerAsn: 65_000 }, {}],
    [{ customerAsn: 12_076 }, {}],
    ...silences.map((why): Case => {
      const quiet = { ...silent(why), detail: text };
      return [{}, { irr: [{ server, told: quiet }], rpki: quiet, holder: quiet }];
    }),
    ...['10.0.0.0/24', '203.0.113.1/24', '0.0.0.0/0', text].map((prefix): Case => [{ prefix }, {}]),
  ];
}

/** All cases as one list, each of a prefix of its own. */
export function preflightsOf({ known: { circuit }, text }: Cast): readonly Preflight[] {
  const cases = casesOf(text);
  const about = (names: readonly string[], count: number) => {
    const all = Array.from({ length: count }, (_, index) => cases[index % cases.length] ?? [{}, {}]);
    const prefixes = all.map(([asked], index) => askedOf(asked, index));
    const evidence = all.map(([, given], index) =>
      aPrefixEvidence({ ...given, prefix: prefixes[index]?.prefix ?? '' }),
    );
    const question = { peerAsn: 64_510, organizationNames: names, prefixes };
    return preflightOf(circuit, question, evidence);
  };
  return [about(['Northwind Traders'], cases.length), about([], 3), about([text], 40), untold(circuit)];
}

function askedOf(asked: Partial<AskedPrefix>, index: number): AskedPrefix {
  const prefix = `203.${Math.floor(index / 250)}.${index % 250}.0/24`;
  return { prefix, family: 'ipv4', routingRegistry: 'RIPENCC', ...asked };
}

function untold(circuit: Preflight['circuit']): Preflight {
  return preflightOf(circuit, { organizationNames: [], prefixes: [askedOf({}, 0)] }, []);
}

function preflightOf(
  { id, name }: { readonly id: CircuitId; readonly name: string },
  question: PreflightQuestion,
  evidence: readonly PrefixEvidence[],
): Preflight {
  return { circuit: { id, name }, at: t0, judged: judgePreflight(question, evidence) };
}

/** Everything that a pre-flight shows. */
export function preflightsShown(cast: Cast) {
  const preflights = preflightsOf(cast);
  const id = 'd2b2e3a0-3c1d-4a43-8f6c-5d6f5a9e0b11';
  return {
    preflightReply: preflights.flatMap((one) =>
      [0, 1, 2, 3, 99].map((page) => message(`page ${page}`, preflightReply(one, id, page))),
    ),
    preflightingReply: [message('asking', preflightingReply(cast.known.circuit.name))],
    preflightEvidenceReply: preflights
      .slice(0, 2)
      .flatMap((one) =>
        one.judged.prefixes.map((prefix) => message('evidence', preflightEvidenceReply(one, prefix))),
      ),
  };
}
