import { coldShape } from '../../cold-shapes.ts';
import type { Question } from '../../peer.ts';
import { printShape } from '../../print-shape.ts';

/** An act may be adopted by an official too. */
const narrowed = { adoptedBy: 'Institution' };

/** The at-th of the questions that are asked once. */
export const cold = (at: number): Question => ({ query: printShape(coldShape(at), narrowed) });
