import { pino } from 'pino';
import { type Config, parseConfig } from '../config.ts';
import { examine } from '../doctor.ts';
import { createLog, redactSecrets } from '../log.ts';
import type { Finding, FindingLevel } from '../usecases/doctor/finding.ts';

/** What is said, and the exit code: 1 when anything fails. */
export type DoctorAnswer = { readonly text: string; readonly code: 0 | 1 };

/** Looks at everything that the bot needs, as its environment says. */
export async function runDoctor(env: NodeJS.ProcessEnv): Promise<DoctorAnswer> {
  const config = parseConfig(env);
  const findings = config.ok ? await examineAll(config.value) : config.problems.map(misconfigured);
  const isWell = findings.every(({ level }) => level !== 'fail');
  return { text: redactSecrets(tableOf(findings)), code: isWell ? 0 : 1 };
}

async function examineAll(config: Config): Promise<readonly Finding[]> {
  const found = 'All variables are understood.';
  // What the edges would log, the findings say.
  const log = createLog('silent', pino.destination({ dest: 2, sync: true }));
  return [{ name: 'Configuration', level: 'ok', found }, ...(await examine(config, log, Date.now))];
}

function misconfigured(problem: string): Finding {
  return {
    name: 'Configuration',
    level: 'fail',
    found: `${problem}.`,
    mend: '.env.example explains every variable; the rest is looked at when all of them are understood.',
  };
}

const signs: Readonly<Record<FindingLevel, string>> = { ok: '✓', warn: '!', fail: '✗', skipped: '–' };

function tableOf(findings: readonly Finding[]): string {
  const width = Math.min(30, Math.max(...findings.map(({ name }) => name.length)));
  return [...findings.map((finding) => linesOf(finding, width)), '', summaryOf(findings)].join('\n');
}

/** A long name has a line to itself. */
function linesOf({ level, name, found, mend }: Finding, width: number): string {
  const indent = ' '.repeat(width + 4);
  const head = `${signs[level]} ${name.padEnd(width)}  `;
  const first = name.length > width ? `${head.trimEnd()}\n${indent}${found}` : `${head}${found}`;
  return mend === undefined ? first : `${first}\n${indent}→ ${mend}`;
}

function summaryOf(findings: readonly Finding[]): string {
  const count = (wanted: FindingLevel) => findings.filter(({ level }) => level === wanted).length;
  const parts = [
    `${count('ok')} well`,
    `${count('fail')} to mend`,
    `${count('warn')} to look at`,
    `${count('skipped')} not tried`,
  ];
  return parts.join(', ');
}
