import type { CircuitRef } from '../../circuit/changes.ts';
import { matchesRef } from '../../circuit/filter.ts';
import type { MaintenanceWindow } from '../quiet.ts';
import type { Scene } from './scene.ts';

/** The first window that is on for a circuit, of one effect or of any. */
export function windowOf(
  scene: Pick<Scene, 'audience' | 'now' | 'regionOf'>,
  circuit: CircuitRef | undefined,
  effect?: MaintenanceWindow['effect'],
): MaintenanceWindow | undefined {
  if (!circuit) return undefined;
  return scene.audience.windows.find(
    (window) =>
      window.from <= scene.now &&
      window.until > scene.now &&
      (effect === undefined || window.effect === effect) &&
      covers(window, circuit, scene.regionOf),
  );
}

function covers(
  { filter, source }: MaintenanceWindow,
  circuit: CircuitRef,
  regionOf: Scene['regionOf'],
): boolean {
  if (!matchesRef(filter, circuit)) return false;
  if (source.kind === 'person') return true;
  if (source.subscriptionId.toLowerCase() !== circuit.subscriptionId.toLowerCase()) return false;
  return source.regions.length === 0 || source.regions.includes(regionOf(circuit.id) ?? '');
}
