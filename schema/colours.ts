import type { NounName } from './spec.ts';

/** How a kind of thing is told from others wherever it is drawn: a fill, and the colour of text that can be read on it. */
export interface Colour {
  readonly fill: string;
  readonly text: string;
}

const LIGHT = '#ffffff';
const DARK = '#1f2430';

export const nounColours: Readonly<Record<NounName, Colour>> = {
  Reform: { fill: '#b8402a', text: LIGHT },
  Law: { fill: '#2b5f8f', text: LIGHT },
  Provision: { fill: '#9cc3e4', text: DARK },
  Institution: { fill: '#2f7350', text: LIGHT },
  Official: { fill: '#79509b', text: LIGHT },
  Event: { fill: '#e2ab35', text: DARK },
  Place: { fill: '#7d5a3a', text: LIGHT },
  Topic: { fill: '#d6cdbb', text: DARK },
  Figure: { fill: '#f3dc8f', text: DARK },
  SourceDocument: { fill: '#5b6472', text: LIGHT },
};
