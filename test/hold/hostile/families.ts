import { bodies } from './bodies.ts';
import { documents } from './documents.ts';
import type { Family } from './request.ts';
import { transport } from './transport.ts';
import { values } from './values.ts';

/** Every kind of hostile request, each made anew from numbers that are the same for the same seed. */
export const families: readonly Family[] = [...documents, ...values, ...bodies, ...transport];
