import type { PrefixEvidence } from '../../src/domain/validation/evidence.ts';
import type { Registries } from '../../src/usecases/validation/registries.ts';
import { aPrefixEvidence } from './a-prefix-evidence.ts';

/** Registries that tell what is well of every prefix, or what is said here. `asked`: what they were asked, look by look. */
export function fakeRegistries(said: (prefix: string) => Partial<PrefixEvidence> = () => ({})) {
  const asked: (readonly string[])[] = [];
  const registries: Pick<Registries, 'look'> = {
    async look(prefixes) {
      asked.push(prefixes);
      return prefixes.map((prefix) =>
        aPrefixEvidence({ prefix, family: prefix.includes(':') ? 'ipv6' : 'ipv4', ...said(prefix) }),
      );
    },
  };
  return { registries, asked };
}

/** Registries that never answer, and end when they are told to. */
export function stuckRegistries(ended: () => void = () => {}): Pick<Registries, 'look'> {
  return {
    look: (_prefixes, signal) =>
      new Promise((_resolve, reject) => {
        signal?.addEventListener('abort', () => {
          ended();
          reject(new DOMException('aborted', 'AbortError'));
        });
      }),
  };
}
