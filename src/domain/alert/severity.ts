/**
 * How much it matters, least first. `critical`: traffic is lost, or Trunkline is blind: told at any hour.
 * `warning`: something is broken and traffic still flows, or somebody must act in working hours. `info`: good to know.
 */
export const severities = ['info', 'warning', 'critical'] as const;
export type Severity = (typeof severities)[number];

export function isWorse(a: Severity, b: Severity): boolean {
  return severities.indexOf(a) > severities.indexOf(b);
}

export function worst(a: Severity, b: Severity): Severity {
  return isWorse(a, b) ? a : b;
}
