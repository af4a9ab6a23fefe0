import { z } from 'zod';
import { severities } from '../../domain/alert/severity.ts';

export const Severity = z.enum(severities);
