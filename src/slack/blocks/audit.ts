import type { AuditEntry } from '../../domain/audit/entry.ts';
import type { FieldChange } from '../../domain/circuit/changes.ts';
import type { AuditReport } from '../../usecases/audit/read-audit.ts';
import { context, section } from './kit.ts';
import { joinMd, lines, type Mrkdwn, md, nothing, trusted } from './mrkdwn.ts';
import { type Reply, reply } from './reply.ts';
import { person } from './request/person.ts';
import { moment } from './time.ts';
import { auditActWords, auditSign } from './words/audit-act.ts';
import { refusalNote } from './words/audit-refusal.ts';
import { counted } from './words/units.ts';

/** How many entries one section holds: with twenty the message stays within Slack's size. */
const entriesPerSection = 4;
const changesShown = 3;

/** What happened, newest first, and how much more there is. */
export function auditReply(report: AuditReport): Reply {
  const { entries, total, unreadable } = report;
  const groups = Array.from({ length: Math.ceil(entries.length / entriesPerSection) }, (_, index) =>
    entries.slice(index * entriesPerSection, (index + 1) * entriesPerSection),
  );
  const title = titleOf(report);
  const more = total - entries.length;
  return reply(title, [
    section(title),
    ...groups.map((group) => section(lines(...group.map(entryLines)))),
    ...(more > 0
      ? [
          context(
            md`${counted(more, 'older entry is', 'older entries are')} not shown: narrow it with a circuit, a person or a time.`,
          ),
        ]
      : []),
    ...(unreadable > 0 ? [context(damage(unreadable))] : []),
  ]);
}

function titleOf(report: AuditReport): Mrkdwn {
  const { entries, total, query } = report;
  const isForAll = Object.keys(query).length === 0;
  if (total === 0)
    return isForAll
      ? md`*The audit trail is empty.*`
      : md`*Nothing in the audit trail fits*${scopeOf(report)}`;
  const count =
    entries.length === total
      ? counted(total, 'entry', 'entries')
      : `The newest ${entries.length} of ${total} entries`;
  return md`*${count} of the audit trail*${scopeOf(report)}`;
}

/** ` · lon-01 · by @omar · since 1 November`. */
function scopeOf({ query: { by, since }, circuits = [] }: AuditReport): Mrkdwn {
  const [first] = circuits;
  const parts = [
    ...(first === undefined ? [] : [circuits.length === 1 ? md`${first}` : md`${circuits.length} circuits`]),
    ...(by === undefined ? [] : [md`by ${person(by)}`]),
    ...(since === undefined ? [] : [md`since ${moment(since)}`]),
  ];
  return joinMd(
    parts.map((part) => md` · ${part}`),
    '',
  );
}

/** When, who, what, on what, from where; below it what it changed and how it ended. */
function entryLines(entry: AuditEntry): Mrkdwn {
  const { act, at, by, changes = [], note, requestId } = entry;
  const who = by === undefined ? md`Trunkline` : person(by);
  const facts = [
    md`${trusted(auditSign(act))} ${moment(at)} ${who} ${auditActWords(entry)}${placeOf(entry)}`,
    ...(requestId === undefined ? [] : [md`${requestId}`]),
  ];
  const told = act === 'refuse' && note ? refusalNote(note).why : note;
  const results = [...changesOf(changes), ...(told ? [md`${told}`] : [])];
  return lines(joinMd(facts, ' · '), results.length > 0 ? md`↳ ${joinMd(results, '; ')}` : nothing);
}

function placeOf({ channelId }: AuditEntry): Mrkdwn {
  if (channelId === undefined) return nothing;
  return channelId.startsWith('D')
    ? md` in a direct conversation`
    : md` in ${trusted(`<#${channelId.replace(/[^A-Z0-9]/gu, '')}>`)}`;
}

function changesOf(changes: readonly FieldChange[]): readonly Mrkdwn[] {
  const more = changes.length - changesShown;
  return [
    ...changes
      .slice(0, changesShown)
      .map(({ field, before, after }) => md`${field}: ${before || 'none'} → *${after || 'none'}*`),
    ...(more > 0 ? [md`${counted(more, 'more change')}`] : []),
  ];
}

function damage(count: number): Mrkdwn {
  return md`:warning: ${counted(count, 'line')} of the audit trail ${count === 1 ? 'is' : 'are'} not as written, and left out here. Whoever runs me finds the place with \`npm run audit -- verify\`.`;
}
