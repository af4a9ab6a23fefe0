/** Tiers that a circuit can be created with (API 2026-01-01 knows Basic and MultiCloud too; nobody sells those). */
export const tiers = ['Local', 'Standard', 'Premium'] as const;

export const families = ['MeteredData', 'UnlimitedData'] as const;

/** A family as the portal's billing model names it; one that is not known is shown as it came. */
export function billingModel(family: string): string {
  switch (family) {
    case 'MeteredData':
      return 'Metered';
    case 'UnlimitedData':
      return 'Unlimited';
    default:
      return family;
  }
}
