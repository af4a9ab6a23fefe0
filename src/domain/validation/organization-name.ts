/** Words that say what kind of company it is. Registries have them, people leave them out. */
const legalForms = new Set(
  'ab ag aps as bv co company corp corporation gmbh inc incorporated kg limited llc llp ltd nv oy oyj plc pte pty sa sarl sas se spa srl'.split(
    ' ',
  ),
);

/**
 * Whether two names are one organisation's: casing, punctuation and legal forms aside. A part of a name is not enough:
 * "Contoso Hosting" may well be somebody else.
 */
export function isSameOrganization(a: string, b: string): boolean {
  const folded = foldName(a);
  return folded !== '' && folded === foldName(b);
}

function foldName(name: string): string {
  const words = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/(?<=\p{L})\.(?=\p{L})/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  const telling = words.filter((word) => !legalForms.has(word));
  return (telling.length > 0 ? telling : words).join(' ');
}
