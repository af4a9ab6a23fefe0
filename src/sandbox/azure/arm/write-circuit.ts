import { z } from 'zod';
import type { Circuit } from '../model/circuit.ts';
import { toWireCircuit } from '../wire/circuit.ts';
import { type ArmApp, type ArmDeps, armJson, showsPrefixInfo } from './arm-env.ts';
import { circuitBody } from './circuit-body.ts';
import { circuitPath, withUnlockedCircuit } from './circuit-scope.ts';
import { deleteCircuit } from './delete-circuit.ts';
import { staleRefusal, takenRefusal } from './precondition.ts';
import { putCircuit } from './put-circuit.ts';
import { withArmBody } from './request-body.ts';

const tagsBody = z.object({ tags: z.record(z.string(), z.string()).default({}) });

export function addCircuitWrites(app: ArmApp, deps: ArmDeps): void {
  // Bodies are read first: between the look at the lock and the change nothing may come.
  app.put(circuitPath, (context) =>
    withArmBody(context, circuitBody, (body) => {
      const { subscription: subscriptionId, group: resourceGroup, circuit: name } = context.var.names;
      const known = deps.estate.circuit({ subscriptionId, resourceGroup, name });
      if (!known) return staleRefusal(context) ?? putCircuit(context, deps, body);
      const replace = (before: Circuit) => putCircuit(context, deps, body, before);
      return takenRefusal(context) ?? withUnlockedCircuit(context, deps, replace);
    }),
  );
  // Tags alone are changed at once: no operation, no Updating.
  app.patch(circuitPath, (context) =>
    withArmBody(context, tagsBody, ({ tags }) =>
      withUnlockedCircuit(context, deps, (circuit) => {
        const tagged = deps.estate.updateCircuit(circuit, (old) => ({ ...old, tags }));
        return armJson(200, toWireCircuit(tagged ?? circuit, showsPrefixInfo(context)));
      }),
    ),
  );
  app.delete(circuitPath, (context) => {
    const { subscription: subscriptionId, group: resourceGroup, circuit: name } = context.var.names;
    // Azure answers 204 to the deletion of what is not there.
    if (!deps.estate.circuit({ subscriptionId, resourceGroup, name }))
      return new Response(null, { status: 204 });
    return withUnlockedCircuit(context, deps, (circuit) => deleteCircuit(context, deps, circuit));
  });
}
