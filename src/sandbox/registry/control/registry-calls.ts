import { z } from 'zod';
import { bitsOf, type Prefix, parsePrefix } from '../world/prefix.ts';
import { addressRegistries, irrSources } from '../world/records.ts';

const prefix = z.string().transform((text, context): Prefix => {
  const parsed = parsePrefix(text);
  if (parsed && text.includes('/')) return parsed;
  context.addIssue(`'${text}' is no prefix: write it like 203.0.113.0/24, without host bits`);
  return z.NEVER;
});

const asn = z.union([z.int(), z.string()]).transform((written, context): number => {
  const [, digits] = /^(?:AS)?(\d{1,10})$/iu.exec(String(written)) ?? [];
  if (digits !== undefined && Number(digits) <= 4_294_967_295) return Number(digits);
  context.addIssue(`'${written}' is no AS number: write 64496 or AS64496`);
  return z.NEVER;
});

const oneOf = <Word extends string>(words: readonly Word[], what: string) =>
  z.string().transform((text, context): Word => {
    const found = words.find((word) => word === text.toUpperCase());
    if (found) return found;
    context.addIssue(`there is no ${what} '${text}': use one of ${words.join(', ')}`);
    return z.NEVER;
  });

const present = z.boolean().default(true);
const line = z.string().min(1, 'must not be empty').max(200);

export const RouteCall = z.strictObject({
  prefix,
  origin: asn,
  source: oneOf(irrSources, 'routing registry'),
  present,
  maintainers: z.array(line).optional(),
});

export const VrpCall = z
  .strictObject({
    prefix,
    asn,
    maxLength: z.int().optional(),
    ta: line.toLowerCase().default('ripe'),
    present,
  })
  .superRefine(({ prefix: block, maxLength = block.length }, context) => {
    if (maxLength >= block.length && maxLength <= bitsOf(block)) return;
    const message = `must be from ${block.length} to ${bitsOf(block)}`;
    context.addIssue({ code: 'custom', path: ['maxLength'], message });
  });

export const HolderCall = z.strictObject({
  prefix,
  organization: line.optional(),
  handle: line.optional(),
  name: line.optional(),
  country: line.optional(),
  type: line.optional(),
  remarks: z.array(z.string().max(20_000)).default([]),
  registry: oneOf(addressRegistries, 'address registry').default('RIPE'),
  present,
});

export const RemarkCall = z.strictObject({
  prefix,
  text: z.string().min(1, 'must not be empty').max(20_000),
  present,
});
