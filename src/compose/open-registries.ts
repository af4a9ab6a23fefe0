import type { Config } from '../config.ts';
import { registryDoorOf } from '../doors.ts';
import { createRegistries } from '../registry/create-registries.ts';
import type { Log, Now } from '../usecases/ports.ts';
import type { Registries } from '../usecases/validation/registries.ts';
import type { Undo } from './undo.ts';

/** The public registries, until the bot stops. */
export function openRegistries(
  config: Config,
  { now, log, undo }: { readonly now: Now; readonly log: Log; readonly undo: Undo },
): Registries {
  const registries = createRegistries({ ...registryDoorOf(config), now, log });
  undo.push(registries.stop);
  return registries;
}
