import type { WriteStep } from '../../domain/operation/step.ts';

/** The step of one kind. */
export type StepOf<K extends WriteStep['kind']> = Extract<WriteStep, { readonly kind: K }>;
