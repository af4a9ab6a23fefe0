import { execFileSync } from 'node:child_process';

/**
 * Whether a program of the operating system is here. Where it is not, its tests are skipped and the reason is printed;
 * continuous integration installs it.
 */
export function isInstalled(program: string): boolean {
  try {
    execFileSync('sh', ['-c', 'command -v "$1"', 'sh', program], { stdio: 'ignore' });
    return true;
  } catch {
    console.warn(`What needs ${program} is not tested: it is not installed (apt-get install ${program}).`);
    return false;
  }
}
