import { z } from 'zod';
import { startChild } from '../../bench/measure/child.ts';
import { createControl } from '../../support/control.ts';

/** A sandbox in a process of its own. */
export async function startDayWorld() {
  const child = startChild(new URL('sandbox-program.ts', import.meta.url));
  const [, url = '', environment = ''] = await child.line(/^sandbox at (\S+) (.+)$/u);
  return {
    control: createControl(url),
    environment: z.record(z.string(), z.string()).parse(JSON.parse(environment)),
    stop: child.stop,
  };
}

export type DayWorld = Awaited<ReturnType<typeof startDayWorld>>;
