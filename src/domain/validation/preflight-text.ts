import { type Instant, utc } from '../instant.ts';
import { nameOf } from '../open-enum.ts';
import { noRegistry } from '../peering/registry.ts';
import { evidenceParts } from './evidence-lines.ts';
import { expectedOrigin } from './expected-origin.ts';
import type { Judged, JudgedPrefix } from './preflight.ts';
import { type SourceStanding, sourcesOf } from './preflight-sources.ts';
import { listFindingSentence, reasonSentence } from './reason-words.ts';
import { silenceClause } from './silence-words.ts';
import { todoSentence } from './todo-words.ts';
import { verdictOf } from './verdict-words.ts';

/**
 * A pre-flight as a file: each prefix with its verdict, and beside it all that was told. For support tickets and for
 * who reads without Slack. It holds public records alone.
 */
export function preflightText(
  judged: Judged,
  about: { readonly name: string; readonly at: Instant },
): string {
  const { question, findings, prefixes } = judged;
  const sources = sourcesOf(prefixes.map(({ evidence }) => evidence));
  return [
    `# Prefixes of ${flat(about.name)} in the public registries`,
    '',
    `Looked up ${utc(about.at)}. Peer ASN ${question.peerAsn ?? 'not told'}. Prefixes: ${prefixes.length}.`,
    ...findings.map(listFindingSentence),
    '',
    '## Sources',
    ...sources.map(sourceLine),
    ...prefixes.flatMap((prefix) => ['', ...prefixLines(prefix, question.peerAsn)]),
    '',
  ].join('\n');
}

function sourceLine({ name, told, silent, at }: SourceStanding): string {
  const answered = at === undefined ? [] : [`told of ${told}, the oldest of ${utc(at)}`];
  const missing = silent.map(({ why, count }) => `${silenceClause(why)} (${count})`);
  return `- ${flat(name)}: ${[...answered, ...missing].join('; ')}`;
}

function prefixLines(judged: JudgedPrefix, peerAsn: number | undefined): readonly string[] {
  const { asked, reasons, todo, evidence } = judged;
  const { prefix, customerAsn, routingRegistry = noRegistry, state } = asked;
  const origin = expectedOrigin({ peerAsn, customerAsn });
  return [
    `## ${flat(prefix)}: ${verdictOf(judged)}`,
    `Expected: AS${origin ?? ' not told'} in ${flat(routingRegistry)}. State at Azure: ${state === undefined ? 'none' : flat(nameOf(state))}.`,
    ...reasons.map((reason) => `- ${flat(reasonSentence(reason))}`),
    `To do: ${flat(todoSentence(todo))}`,
    ...evidenceParts(evidence).flatMap(({ source, lines }) => [
      `  ${flat(source)}`,
      ...lines.map((line) => `    ${flat(line)}`),
    ]),
  ];
}

/** What came from outside stays on its line. */
function flat(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim();
}
