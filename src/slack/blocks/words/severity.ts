import type { Severity } from '../../../domain/alert/severity.ts';

/** A sign beside the words: traffic lost or blind; something broken; good to know. */
export const severitySigns: Readonly<Record<Severity, string>> = {
  critical: ':rotating_light:',
  warning: ':red_circle:',
  info: ':large_blue_circle:',
};
