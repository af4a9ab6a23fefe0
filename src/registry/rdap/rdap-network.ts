import { z } from 'zod';

/** One odd field is as good as absent, and one odd element of a list does not hide the others. */
const text = z.string().optional().catch(undefined);

function listOf<T extends z.ZodType>(element: T) {
  const list = z.array(element.optional().catch(undefined));
  return list
    .transform((elements) => elements.filter((each) => each !== undefined))
    .catch(() => [])
    .default(() => []);
}

/** jCard (RFC 7095): name, parameters, type, and a value that may be several. */
const CardLine = z.tuple([z.string(), z.unknown(), z.unknown(), z.unknown()]).rest(z.unknown());
const Card = z
  .tuple([z.literal('vcard'), listOf(CardLine)])
  .optional()
  .catch(undefined);

const party = { handle: text, roles: listOf(z.string()), vcardArray: Card };
const Entity = z.object({ ...party, entities: listOf(z.object(party)) });
export type Entity = Pick<z.infer<typeof Entity>, keyof typeof party>;

const lines = z.union([z.string().transform((line) => [line]), listOf(z.string())]);
const Remark = z.object({ title: text, description: lines });
export type Remark = z.infer<typeof Remark>;

/** The registration of a range of addresses: RFC 9083, 5.4. Two levels of entities are read; there are no more. */
export const RdapNetwork = z.object({
  objectClassName: z.literal('ip network').optional(),
  handle: text,
  startAddress: z.string(),
  endAddress: z.string(),
  name: text,
  type: text,
  country: text,
  parentHandle: text,
  entities: listOf(Entity),
  remarks: listOf(Remark),
  /** Not in the standard; some servers write remarks so. */
  comments: listOf(Remark),
});
export type RdapNetwork = z.infer<typeof RdapNetwork>;
