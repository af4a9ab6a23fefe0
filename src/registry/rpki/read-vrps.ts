import { z } from 'zod';
import type { Instant } from '../../domain/instant.ts';
import { SourceFault } from '../source-fault.ts';
import { packPrefix } from './packed-prefix.ts';
import { createRoaScanner } from './roa-scanner.ts';
import { createVrpTable, type VrpEntry, type VrpTable } from './vrp-table.ts';

export type VrpListing = { readonly table: VrpTable; readonly builtAt?: Instant };

/** The largest lists are 80 MB with 700,000 entries. */
const limits = { bytes: 268_435_456, entries: 4_000_000 } as const;
/** A list with more entries than this in a thousand that cannot be read is not believed. */
const oddPerMille = 10;

/**
 * The list of rpki-client, Routinator or stayrtr, read as it comes. Throws SourceFault: it cannot be read, is empty, cut
 * off or larger than is read.
 */
export async function readVrps(chunks: AsyncIterable<Uint8Array>): Promise<VrpListing> {
  const table = createVrpTable();
  let odd = 0;
  let builtAt: Instant | undefined;
  const scanner = createRoaScanner({
    roas: (entries) => {
      for (const entry of entries) {
        const read = readEntry(entry);
        if (read) table.add(read);
        else odd += 1;
      }
      if (table.size + odd > limits.entries) throw tooLarge();
    },
    metadata: (value) => {
      builtAt = builtAtIn(value);
    },
  });
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.length;
    if (bytes > limits.bytes) throw tooLarge();
    scanner.write(chunk);
  }
  scanner.end();
  if (odd * 1_000 > (table.size + odd) * oddPerMille) {
    throw new SourceFault('unreadable', `${odd} entries of the list of ROAs could not be read.`);
  }
  if (table.size === 0) throw new SourceFault('unreadable', 'The list of ROAs is empty.');
  return { table: table.build(), ...(builtAt === undefined ? {} : { builtAt }) };
}

const Roa = z.object({
  asn: z.union([z.int(), z.string()]),
  prefix: z.string(),
  maxLength: z.int().optional(),
  ta: z.string().optional().catch(undefined),
  expires: z.int().nonnegative().max(0xffff_ffff).optional().catch(undefined),
});

function readEntry(entry: unknown): VrpEntry | undefined {
  const { data } = Roa.safeParse(entry);
  const prefix = data && packPrefix(data.prefix);
  if (!prefix) return undefined;
  const asn = typeof data.asn === 'number' ? data.asn : Number(/^AS(\d{1,10})$/iu.exec(data.asn)?.[1] ?? -1);
  const maxLength = data.maxLength ?? prefix.length;
  const isWhole = asn >= 0 && asn <= 0xffff_ffff;
  if (!isWhole || maxLength < prefix.length || maxLength > 32 * prefix.words.length) return undefined;
  return { prefix, asn, maxLength, anchor: (data.ta ?? '').toLowerCase(), expires: data.expires ?? 0 };
}

const seconds = z.number().transform((value) => value * 1_000);
const time = z
  .string()
  .transform((text) => (/^\d+$/u.test(text) ? Number(text) * 1_000 : Date.parse(text)))
  .refine((at) => !Number.isNaN(at));
const moment = z.union([seconds, time]).optional().catch(undefined);
/** rpki-client and stayrtr say `buildtime`, Routinator `generatedTime` and, in seconds, `generated`. */
const Metadata = z.object({ buildtime: moment, generatedTime: moment, generated: moment });

function builtAtIn(value: unknown): Instant | undefined {
  const { data } = Metadata.safeParse(value);
  return data?.buildtime ?? data?.generatedTime ?? data?.generated;
}

function tooLarge(): SourceFault {
  return new SourceFault('unreadable', 'The list of ROAs is larger than is read.');
}
