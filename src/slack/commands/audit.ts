import { parseAuditQuery } from '../../domain/audit/query.ts';
import { readAudit } from '../../usecases/audit/read-audit.ts';
import { auditReply } from '../blocks/audit.ts';
import { refusalReply } from '../blocks/refusal.ts';
import type { Command } from './command.ts';

export const auditCommand: Command = {
  name: 'audit',
  usage: '[circuit] [@person] [since]',
  gist: 'who did what, and who was refused',
  summary:
    'Who asked for, agreed to, did or was refused what: the newest twenty entries of the audit trail that fit.',
  details: [
    'In any order, all that are given must hold; without any: everything',
    'a circuit as in show; one that was deleted has its past still',
    '@person, or by: with their id',
    'since: how long ago (30min, 12h, 7d, 2w) or a day, UTC (2026-11-01); the word since can be left out',
    'Whose role is for some circuits sees the entries of these.',
  ],
  examples: ['audit', 'audit lon-01', 'audit @omar since:7d', 'audit fra-02 2026-11-01'],
  async run(words, ask, deps) {
    const query = parseAuditQuery(words, deps.now());
    if (!query.ok) return refusalReply(query.refusal);
    const report = await readAudit(deps, ask, query.value);
    return report.ok ? auditReply(report.value) : refusalReply(report.refusal);
  },
};
