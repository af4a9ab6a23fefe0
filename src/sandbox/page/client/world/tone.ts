const tones: Readonly<Record<string, string>> = {
  provisioned: 'good',
  succeeded: 'good',
  configured: 'good',
  enabled: 'good',
  direct: 'quiet',
  notprovisioned: 'quiet',
  notconfigured: 'quiet',
  disabled: 'quiet',
  provisioning: 'busy',
  deprovisioning: 'busy',
  deprovisioned: 'busy',
  updating: 'busy',
  configuring: 'busy',
  connected: 'good',
  connecting: 'busy',
  notconnected: 'bad',
  starting: 'busy',
  running: 'busy',
  stopping: 'busy',
  failed: 'bad',
  validationneeded: 'bad',
  open: 'busy',
  closed: 'quiet',
};

/** The colour beside a state's own word; a state that is not known has none. */
export const toneOf = (state: string): string => tones[state.toLowerCase()] ?? 'odd';
