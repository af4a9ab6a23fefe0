import { AzureFault } from '../../usecases/ports.ts';
import type { ArmClient } from '../arm-client.ts';
import { PageWire } from '../circuit-wire.ts';
import { parseJson } from '../parse-json.ts';

const pageLimit = 100;

/** Every item of a list, all pages. Complete or thrown. `what`: the list's name for people. */
export async function readValues(
  arm: ArmClient,
  firstUrl: string,
  what: string,
): Promise<readonly unknown[]> {
  const values: unknown[] = [];
  let url: string | undefined = firstUrl;
  for (let page = 0; page < pageLimit; page++) {
    const { success, data } = PageWire.safeParse(parseJson(await arm.getText(url)));
    if (!success) throw new AzureFault('unreadable', `Azure's list of ${what} could not be understood`);
    values.push(...data.value);
    url = data.nextLink || undefined;
    if (url === undefined) return values;
  }
  throw new AzureFault('unreadable', `Azure's list of ${what} did not end after ${pageLimit} pages`);
}
