import { z } from 'zod';
import { oneOf, someText } from './body.ts';
import { findProblem, findService } from './catalog.ts';
import { contactBody, contactChange } from './contact-body.ts';

const severity = oneOf(['Minimal', 'Moderate', 'Critical', 'HighestCriticalImpact']);
const yesOrNo = oneOf(['Yes', 'No']);
const secondaryConsent = z.array(z.object({ userConsent: yesOrNo, type: someText }));

const properties = z
  .object({
    title: someText,
    description: someText,
    serviceId: someText,
    problemClassificationId: someText,
    severity,
    advancedDiagnosticConsent: yesOrNo,
    contactDetails: contactBody,
    require24X7Response: z.boolean().default(false),
    technicalTicketDetails: z
      .object({ resourceId: z.string().regex(/^\/subscriptions\/[^/]+\/.+/i, 'is not the id of a resource') })
      .optional(),
    problemStartTime: z.iso.datetime({ offset: true }).optional(),
    problemScopingQuestions: z.string().optional(),
    secondaryConsent: secondaryConsent.optional(),
    supportPlanId: z.string().optional(),
    fileWorkspaceName: someText.optional(),
  })
  .superRefine(({ serviceId, problemClassificationId }, context) => {
    const service = findService(serviceId);
    if (!service) {
      context.addIssue({ code: 'custom', path: ['serviceId'], message: `'${serviceId}' is no service` });
    } else if (!findProblem(service, problemClassificationId)) {
      const message = `'${problemClassificationId}' is no problem classification of ${service.displayName}`;
      context.addIssue({ code: 'custom', path: ['problemClassificationId'], message });
    }
  });

/** PUT of a ticket. */
export const ticketBody = z.object({ properties });

/** PATCH: the fields stand in the body itself, not below `properties` as in a PUT. */
export const ticketChange = z.strictObject({
  severity: severity.optional(),
  status: z.enum(['open', 'closed', 'Open', 'Closed']).optional(),
  contactDetails: contactChange.optional(),
  advancedDiagnosticConsent: yesOrNo.optional(),
  secondaryConsent: secondaryConsent.optional(),
});
