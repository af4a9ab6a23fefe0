import type { RegistryLoss } from '../../../domain/validation/registration/registry-loss.ts';
import { joinMd, type Mrkdwn, md, nothing } from '../mrkdwn.ts';
import { listed } from './units.ts';

/** After the prefix: `is RPKI-invalid`. */
export function lossTitle(loss: RegistryLoss): string {
  switch (loss.kind) {
    case 'route-gone':
      return 'lost its route object';
    case 'origin-changed':
      return 'has another origin AS in the registries';
    case 'rpki-invalid':
      return 'is RPKI-invalid';
    case 'roa-gone':
      return 'lost its ROA';
    case 'certificate-gone':
      return 'lost its certificate in the registry';
  }
}

/** What the registries say now, in a sentence without its full stop. */
export function lossEvidence(loss: RegistryLoss, asn: number): Mrkdwn {
  switch (loss.kind) {
    case 'route-gone':
      return loss.isCovered
        ? md`${listed(loss.sources)} has no route object with AS ${asn} for exactly this prefix any more, only for a larger network`
        : md`No route object with AS ${asn} is left; ${listed(loss.sources)} had one`;
    case 'origin-changed': {
      const now = loss.routes.map(({ origin, source }) => md`AS ${origin} (${source})`);
      return md`The route object names ${joinMd(now, ', ')} instead of AS ${asn} (${listed(loss.sources)})`;
    }
    case 'rpki-invalid': {
      const roas = loss.vrps.map(
        ({ prefix, maxLength, asn: allowed }) => md`AS ${allowed} for ${prefix} up to /${maxLength}`,
      );
      return md`No ROA allows AS ${asn} to originate it, only ${joinMd(roas, ', ')}`;
    }
    case 'roa-gone':
      return md`The ROA that allowed AS ${asn} is gone, and no other covers it`;
    case 'certificate-gone':
      return md`The certificate that signed for it is not in the registry record${loss.handle === undefined ? nothing : md` ${loss.handle}`} any more`;
  }
}

/** Who must do what. */
export function lossTodo(loss: RegistryLoss, asn: number): Mrkdwn {
  switch (loss.kind) {
    case 'route-gone':
      return md`*You*: have the route object with origin AS ${asn} put back in ${listed(loss.sources)}. Leave the peering as it is until then: a change of it may be validated anew.`;
    case 'origin-changed':
      return md`*You*: find out who changed it; have the route object with origin AS ${asn} put back in ${listed(loss.sources)}. Leave the peering as it is until then: a change of it may be validated anew.`;
    case 'rpki-invalid':
      return md`*You*: have whoever holds the addresses publish a ROA for AS ${asn}, or take the contradicting one back. Other networks may drop the prefix already.`;
    case 'roa-gone':
      return md`*You*: ask whoever holds the addresses whether the ROA for AS ${asn} was meant to go, and have it published again.`;
    case 'certificate-gone':
      return md`*You*: have the certificate put back into the record's remarks or comments. Leave the peering as it is until then: a change of it may be validated anew.`;
  }
}
