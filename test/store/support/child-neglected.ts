/**
 * Starts a process that holds the store at the path given, and tells its number. Its parent is a `cat`, which never
 * asks how its children ended: killed, it stays in the table of processes, as under a container's careless first one.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const [, , path = ''] = process.argv;
const script = fileURLToPath(new URL('child-commits.ts', import.meta.url));
const shell = ['-c', '"$0" "$@" & exec cat', process.execPath, script, path];
const parent = spawn('/bin/sh', shell, { stdio: [process.stdin, 'pipe', 'inherit'] });
await once(createInterface({ input: parent.stdout }), 'line');
process.stdout.write(`${JSON.parse(await readFile(`${path}.lock`, 'utf8')).pid}\n`);
