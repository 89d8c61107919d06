import { nounColours } from '../../schema/colours.ts';
import { nounNames } from '../../schema/nouns.ts';
import type { NounName, TieSpec } from '../../schema/spec.ts';
import { ties } from '../../schema/ties.ts';
import { linkTypes } from '../graph/model.ts';

/** Selector → what it sets. Later ones win, so a node's own label stands after the one that all things bear. */
export type Style = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Pixels: what a picture is about is larger than what qualifies it. */
const DIAMETERS: Readonly<Record<NounName, number>> = {
  Reform: 80,
  Law: 80,
  Provision: 60,
  Institution: 80,
  Official: 80,
  Event: 70,
  Place: 60,
  Topic: 60,
  Figure: 60,
  SourceDocument: 70,
};

const DEED = { color: '#5b6472', 'text-color-internal': '#ffffff', 'shaft-width': '2px' } as const;
const STATE = { color: '#9aa1ac', 'text-color-internal': '#1f2430', 'shaft-width': '1px' } as const;
const LINK = { color: '#c6cad1', 'text-color-internal': '#1f2430', 'shaft-width': '1px' } as const;

interface Look {
  readonly fill: string;
  readonly text: string;
  readonly diameter: number;
  readonly caption: string;
}

/** Nodes that are no things. A passage is at a line of a text or at a place in an act, never both. */
const OTHERS: Readonly<Record<string, Look>> = {
  Passage: { fill: '#d8dce2', text: '#1f2430', diameter: 40, caption: '{line}{locator}' },
  Comparison: { fill: '#a8275c', text: '#ffffff', diameter: 80, caption: '{name}' },
  Name: { fill: '#eceef1', text: '#1f2430', diameter: 50, caption: '{text}' },
  Identifier: { fill: '#eceef1', text: '#1f2430', diameter: 50, caption: '{value}' },
  Measure: { fill: '#eceef1', text: '#1f2430', diameter: 50, caption: '{measure}' },
  Merged: { fill: '#eceef1', text: '#1f2430', diameter: 50, caption: '{id}' },
  GraphRelease: { fill: '#eceef1', text: '#1f2430', diameter: 50, caption: '{title}' },
};

const LINK_CAPTIONS: Readonly<Partial<Record<(typeof linkTypes)[number], string>>> = {
  MENTIONS: '{as}',
  SIDE: '{says}',
};

function nodeRule({ fill, text, diameter, caption }: Look): Record<string, string> {
  return {
    color: fill,
    'border-color': fill,
    'text-color-internal': text,
    diameter: `${diameter}px`,
    caption,
  };
}

/** How Neo4j Browser draws the graph, made of the tables of nouns and ties. */
export function browserStyle(): Style {
  return {
    node: {
      ...nodeRule({ fill: '#6a7280', text: '#ffffff', diameter: 60, caption: '{name}' }),
      'border-width': '2px',
      'font-size': '10px',
    },
    relationship: {
      ...STATE,
      'font-size': '9px',
      padding: '3px',
      'text-color-external': '#1f2430',
      caption: '<type>',
    },
    // Without a rule of its own the Browser would give this label one, after all others and so before them in standing.
    'node.Thing': nodeRule({ fill: '#6a7280', text: '#ffffff', diameter: 60, caption: '{name}' }),
    ...Object.fromEntries(
      nounNames.map((noun) => [
        `node.${noun}`,
        nodeRule({ ...nounColours[noun], diameter: DIAMETERS[noun], caption: '{name}' }),
      ]),
    ),
    ...Object.fromEntries(Object.entries(OTHERS).map(([label, look]) => [`node.${label}`, nodeRule(look)])),
    ...Object.fromEntries(ties.map((tie) => [`relationship.${tie.type}`, tieRule(tie)])),
    ...Object.fromEntries(
      linkTypes.map((type) => [`relationship.${type}`, { ...LINK, caption: LINK_CAPTIONS[type] ?? '<type>' }]),
    ),
  };
}

/** A tie that always says how or as what is called by that; the others by their type. What was done is drawn darker than what lasts. */
function tieRule({ lasts, properties = {} }: TieSpec): Record<string, string> {
  const says = Object.entries(properties).find(
    ([, { type, required }]) => required && typeof type === 'object' && 'enum' in type,
  );
  return {
    ...(lasts === 'DEED' ? DEED : STATE),
    caption: says ? `{${says[0]}}` : '<type>',
  };
}

/** The style as a `.grass` file. */
export function grassText(style: Style = browserStyle()): string {
  return Object.entries(style)
    .map(([selector, rule]) => {
      const lines = Object.entries(rule).map(
        ([key, value]) => `  ${key}: ${key === 'caption' ? `"${value}"` : value};`,
      );
      return `${selector} {\n${lines.join('\n')}\n}\n`;
    })
    .join('\n');
}
