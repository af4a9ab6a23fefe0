import { readFile, writeFile } from 'node:fs/promises';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { beginning, formatLine, parseLine } from '../../../src/store/audit/line.ts';
import { verifyAudit } from '../../../src/store/verify-audit.ts';
import { auditEntry } from '../support/arbitrary-record.ts';
import { scratchFolders } from '../support/scratch.ts';
import { aTrail } from './a-trail.ts';

const scratch = scratchFolders();

/** Any trail of two entries or more, with ids of their own. */
const trails = fc
  .array(auditEntry, { minLength: 2, maxLength: 9 })
  .map((all) => all.map((entry, index) => ({ ...entry, id: `e-${index}` })));

/** A fresh trail for each run, tampered with by `tamper`, which tells what must be found. */
async function finds<T>(
  chosen: fc.Arbitrary<T>,
  tamper: (
    lines: readonly string[],
    choice: T,
  ) => { readonly left: readonly string[]; readonly found: object },
): Promise<void> {
  const folder = await scratch();
  await fc.assert(
    fc.asyncProperty(trails, chosen, async (all, choice) => {
      const trail = aTrail(folder);
      await writeFile(trail.path, '');
      await writeFile(trail.head, JSON.stringify(beginning));
      await trail.file.append(all);
      const { left, found } = tamper(await trail.lines(), choice);
      await trail.put(left);
      expect(await verifyAudit(trail.path)).toEqual(found);
    }),
    { numRuns: 60 },
  );
}

const any = fc.nat({ max: 1_000_000 });

it('nothing is found in a trail as it was written', async () => {
  await finds(fc.constant(0), (lines) => ({
    left: lines,
    found: { kind: 'whole', lines: lines.length, unconfirmed: 0 },
  }));
});

it('any lines that are removed are found, and named', async () => {
  await finds(fc.tuple(any, any), (lines, [a, b]) => {
    const [first = 0, last = 0] = [a % lines.length, b % lines.length].sort((one, other) => one - other);
    const [from, to] = [first + 1, last + 1];
    const left = lines.filter((_, index) => index < first || index > last);
    const isEnd = to === lines.length;
    return { left, found: isEnd ? { kind: 'cut-off', from, to } : { kind: 'removed', line: from, from, to } };
  });
});

it('any two lines that are swapped are found, and the first of them named', async () => {
  await finds(fc.tuple(any, any), (lines, [a, b]) => {
    const first = a % (lines.length - 1);
    const second = first + 1 + (b % (lines.length - 1 - first));
    const left = lines.with(first, lines[second] ?? '').with(second, lines[first] ?? '');
    return { left, found: { kind: 'moved', line: first + 1, seq: second + 1 } };
  });
});

it('any line that stands there twice is found, and named', async () => {
  await finds(fc.tuple(any, any), (lines, [a, b]) => {
    const [copied, after] = [a % lines.length, b % lines.length];
    const left = lines.toSpliced(after + 1, 0, lines[copied] ?? '');
    // A copy right before its original is taken for the original.
    const line = copied === after + 1 ? after + 3 : after + 2;
    return { left, found: { kind: 'moved', line, seq: copied + 1 } };
  });
});

it('any line whose content was changed and whose hash was made anew is found, and named', async () => {
  // Some forgers get the number wrong, too.
  await finds(fc.tuple(any, auditEntry, fc.nat({ max: 2 })), (lines, [a, other, off]) => {
    const index = a % lines.length;
    const { seq, hash } = parseLine(Buffer.from(lines[index - 1] ?? ''))?.link ?? beginning;
    const forged = formatLine({ ...other, id: 'forged' }, { seq: seq + off, hash }).text;
    return { left: lines.with(index, forged), found: { kind: 'changed', line: index + 1 } };
  });
});

it('any byte that was changed is found, and its line named', async () => {
  const folder = await scratch();
  await fc.assert(
    fc.asyncProperty(trails, any, fc.integer({ min: 1, max: 255 }), async (all, place, flip) => {
      const trail = aTrail(folder);
      await writeFile(trail.path, '');
      await writeFile(trail.head, JSON.stringify(beginning));
      await trail.file.append(all);
      const bytes = await readFile(trail.path);
      const at = place % bytes.length;
      const line = bytes.subarray(0, at).filter((byte) => byte === 0x0a).length + 1;
      bytes[at] = (bytes[at] ?? 0) ^ flip;
      await writeFile(trail.path, bytes);
      const isEnd = at === bytes.length - 1;
      expect(await verifyAudit(trail.path)).toEqual({ kind: isEnd ? 'unfinished' : 'changed', line });
    }),
    { numRuns: 200 },
  );
});
