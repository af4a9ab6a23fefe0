import { readFile, writeFile } from 'node:fs/promises';

const [begin, end] = ['<!-- npm run day -->', '<!-- end of the day -->'];

/** Puts the text between the page's two marks. */
export async function intoPage(path: URL, text: string): Promise<void> {
  const page = await readFile(path, 'utf8');
  const [before, rest] = page.split(begin);
  const [, after] = rest?.split(end) ?? [];
  if (before === undefined || after === undefined)
    throw new Error(`${path.pathname} has no place for the day`);
  await writeFile(path, `${before}${begin}\n${text}\n${end}${after}`);
}
