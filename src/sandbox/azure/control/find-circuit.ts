import type { Estate } from '../estate.ts';
import { type Circuit, circuitId } from '../model/circuit.ts';
import { refused } from './control-env.ts';
import { nearest } from './nearest.ts';

/** Answers from the circuit that `written` names, or refuses with the reason why there is no such one. */
export function withNamed(estate: Estate, written: string, answer: (circuit: Circuit) => Response): Response {
  const found = findCircuit(estate, written);
  return typeof found === 'string' ? refused(found) : answer(found);
}

/** The circuit that `written` names: a name, `group/name`, or a whole ARM id; or the sentence that says why not. */
function findCircuit(estate: Estate, written: string): Circuit | string {
  const wanted = written.toLowerCase();
  const circuits = estate.circuits();
  const found = circuits.filter(
    (circuit) =>
      circuit.name.toLowerCase() === wanted ||
      groupAndName(circuit).toLowerCase() === wanted ||
      circuitId(circuit).toLowerCase() === wanted,
  );
  const [only, ...others] = found;
  if (only && others.length === 0) return only;
  if (only) {
    return `'${written}' is the name of ${found.length} circuits: use ${found.map(groupAndName).join(' or ')} (URL-encoded).`;
  }
  const names = nearest(
    written,
    circuits.map(({ name }) => name),
  );
  return `There is no circuit '${written}'. The nearest names are ${names.join(', ')}.`;
}

function groupAndName({ resourceGroup, name }: Circuit): string {
  return `${resourceGroup}/${name}`;
}
