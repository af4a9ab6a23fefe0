import type { Circuit } from '../model/circuit.ts';
import { circuitListItem } from '../wire/circuit.ts';
import { armError } from '../wire/error.ts';
import { toWireList } from '../wire/json.ts';
import { type ArmApp, type ArmContext, type ArmDeps, armBase, armText, showsPrefixInfo } from './arm-env.ts';

const circuitType = '/providers/microsoft.network/expressroutecircuits';

export function addCircuitLists(app: ArmApp, deps: ArmDeps): void {
  app.get(`/subscriptions/:s${circuitType}`, (context) => {
    return listPage(context, deps, deps.estate.circuits(context.var.names.subscription));
  });
  app.get(`/subscriptions/:s/resourcegroups/:g${circuitType}`, (context) => {
    const { subscription, group } = context.var.names;
    const wanted = group.toLowerCase();
    const circuits = deps.estate.circuits(subscription);
    return listPage(
      context,
      deps,
      circuits.filter(({ resourceGroup }) => resourceGroup.toLowerCase() === wanted),
    );
  });
}

/**
 * One page. The token names the last circuit's stag, which grows with every circuit that is made, so nothing is lost
 * or repeated when circuits come and go between two pages.
 */
function listPage(
  context: ArmContext,
  { settings, origin }: ArmDeps,
  circuits: readonly Circuit[],
): Response {
  const token = context.req.query('$skiptoken');
  const after = token === undefined ? -1 : Number(Buffer.from(token, 'base64url').toString());
  if (!Number.isInteger(after)) {
    return armError(400, { code: 'InvalidSkipToken', message: 'The skip token is not valid.' });
  }
  const first = after === -1 ? 0 : circuits.findIndex(({ stag }) => stag > after);
  const page = first === -1 ? [] : circuits.slice(first, first + settings.pageSize);
  const last = page.at(-1);
  const more = last !== undefined && last !== circuits.at(-1);
  const prefixInfo = showsPrefixInfo(context);
  return armText(
    200,
    toWireList(
      page.map((circuit) => circuitListItem(circuit, prefixInfo)),
      more ? nextLink(context, origin, last) : undefined,
    ),
  );
}

function nextLink(context: ArmContext, origin: () => string, last: Circuit): string {
  const token = Buffer.from(String(last.stag)).toString('base64url');
  const query = `api-version=${encodeURIComponent(context.var.apiVersion)}&$skiptoken=${token}`;
  return `${armBase(context, origin)}${context.var.path}?${query}`;
}
