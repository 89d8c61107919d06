import type { NounName } from './spec.ts';

/** A colour for each noun, the same wherever things are drawn; each stands out from white and from black alike. */
export const nounColours: Readonly<Record<NounName, string>> = {
  Reform: '#dc2626',
  Law: '#2563eb',
  Provision: '#0e7490',
  Institution: '#8b5cf6',
  Official: '#15803d',
  Event: '#b45309',
  Place: '#64748b',
  Topic: '#db2777',
  Figure: '#0d9488',
  SourceDocument: '#78716c',
};
