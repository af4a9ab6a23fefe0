import { z } from 'zod';
import { AzureFault } from '../../usecases/ports.ts';
import type { ArmClient } from '../arm-client.ts';
import { parseJson } from '../parse-json.ts';

const Page = z.object({ data: z.array(z.unknown()), $skipToken: z.string().nullish() });

/** Far more rows than the estates that Trunkline is for: an answer that goes on is going round in circles. */
const pageLimit = 100;

/**
 * The rows of a Resource Graph query over these subscriptions, all pages. The query must project `id`, or Resource Graph
 * does not page. It is seconds behind: good to choose from, not to rest a deletion on (facts/azure.md 3.3).
 */
export async function askGraph<T>(
  arm: ArmClient,
  subscriptions: readonly string[],
  stages: readonly string[],
  row: z.ZodType<T>,
): Promise<readonly T[]> {
  // No subscription at all would mean: every one of the tenant.
  if (subscriptions.length === 0) return [];
  const rows: T[] = [];
  let $skipToken: string | undefined;
  for (let page = 0; page < pageLimit; page++) {
    const options = { resultFormat: 'objectArray', $top: 1_000, ...($skipToken ? { $skipToken } : {}) };
    const body = { subscriptions, query: ['resources', ...stages].join(' | '), options };
    const text = await arm.postJson(
      '/providers/Microsoft.ResourceGraph/resources?api-version=2022-10-01',
      body,
    );
    const answer = readPage(text, row);
    rows.push(...answer.rows);
    $skipToken = answer.next;
    if (!$skipToken) return rows;
  }
  throw new AzureFault('unreadable', `Azure's Resource Graph did not end after ${pageLimit} pages`);
}

function readPage<T>(text: string, row: z.ZodType<T>) {
  const page = Page.safeParse(parseJson(text));
  const rows = z.array(row).safeParse(page.data?.data);
  if (!page.success || !rows.success) {
    throw new AzureFault('unreadable', "The answer of Azure's Resource Graph could not be understood");
  }
  return { rows: rows.data, next: page.data.$skipToken ?? undefined };
}

/** As text of the query language. */
export function quoted(text: string): string {
  return `'${text.replace(/\\/gu, '\\\\').replace(/'/gu, "\\'")}'`;
}
