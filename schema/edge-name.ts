import type { TieEnd, TieSpec } from './spec.ts';

const pascal = (type: string): string =>
  type.toLowerCase().replace(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** `AffectsFromReform`: relationship type, whether the far node is its origin or its target, and the far noun. */
export function edgeStem(tie: TieSpec, direction: 'forward' | 'backward'): string {
  const far = direction === 'forward' ? tie.to : tie.from;
  return `${pascal(tie.type)}${direction === 'forward' ? 'To' : 'From'}${typeof far === 'string' ? far : 'Thing'}`;
}

/** Name of the GraphQL type of a tie seen from one end. */
export const edgeName = (tie: TieSpec, direction: 'forward' | 'backward'): string => `${edgeStem(tie, direction)}Edge`;

/** `AmendsLaw`: ties of a type with their far noun, whichever end that is; conditions on both are named so. */
export const pairName = (type: string, far: TieEnd): string =>
  `${pascal(type)}${typeof far === 'string' ? far : 'Thing'}`;

/** `AmendsEdge`: ties of a type, whatever they lead to. */
export const tieName = (type: string): string => `${pascal(type)}Edge`;
