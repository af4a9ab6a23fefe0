import { execFile } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { verifyAudit } from '../../../src/store/verify-audit.ts';
import { anEntry } from '../support/request-builders.ts';
import { scratchFolders } from '../support/scratch.ts';
import { aTrail } from './a-trail.ts';

const scratch = scratchFolders();
const script = fileURLToPath(new URL('../support/child-audits.ts', import.meta.url));

// As in ../full-disk.test.ts: a part of the line is taken, and only the next write says why.
it.skipIf(process.platform === 'win32')(
  'a full disk refuses the entry that does not fit, and leaves nothing of it',
  async () => {
    const trail = aTrail(await scratch());
    const shell = ['-c', 'ulimit -f 16 && exec "$0" "$@"', process.execPath, script, trail.path];
    const { stdout } = await promisify(execFile)('/bin/sh', shell);
    const { kind, message, kept } = JSON.parse(stdout);
    expect(kind).toBe('unwritable');
    expect(message).toContain('The audit trail could not be written to');
    expect(message).toContain('Raise the file size limit (ulimit -f). (EFBIG)');
    expect(kept).toBeGreaterThan(2);
    expect(await verifyAudit(trail.path)).toEqual({ kind: 'whole', lines: kept, unconfirmed: 0 });

    await trail.again().append([anEntry(`e-${kept}`), anEntry('next')]);
    expect(await verifyAudit(trail.path)).toEqual({ kind: 'whole', lines: kept + 2, unconfirmed: 0 });
    expect((await readdir(dirname(trail.path))).sort()).toEqual(['audit.head', 'audit.jsonl']);
    expect(trail.log.lines).toEqual([]);
  },
);
