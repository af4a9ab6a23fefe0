import { execFile } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { owedKeysIn } from './support/filled.ts';
import { scratchFolders } from './support/scratch.ts';

const scratch = scratchFolders();
const script = fileURLToPath(new URL('support/child-fills.ts', import.meta.url));

// A file size limit cuts writes short as a full disk does: a part is taken, and only the next write says why.
it.skipIf(process.platform === 'win32')(
  'refuses the commit that does not fit any more, and keeps all before it whole',
  async () => {
    const path = join(await scratch(), 'state.json');
    const shell = ['-c', 'ulimit -f 16 && exec "$0" "$@"', process.execPath, script, path];
    const { stdout } = await promisify(execFile)('/bin/sh', shell);
    const { kind, message, kept } = JSON.parse(stdout);
    expect(kind).toBe('unwritable');
    expect(message).toContain('Raise the file size limit (ulimit -f). (EFBIG)');
    expect(kept).toBeGreaterThan(3);
    expect((await readdir(dirname(path))).sort()).toEqual(['state.json', 'state.json.bak']);
    expect(await owedKeysIn(path)).toHaveLength(kept);
  },
);
