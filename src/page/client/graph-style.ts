import type { StylesheetJson } from 'cytoscape';

/** How things and ties look, in colours of the style sheet. */
export const graphStyle = (colour: (name: string) => string): StylesheetJson => [
  {
    selector: 'node',
    style: {
      label: 'data(name)',
      'background-color': 'data(colour)',
      color: colour('text'),
      'font-size': 11,
      'text-wrap': 'wrap',
      'text-max-width': '120px',
      'text-valign': 'bottom',
      'text-margin-y': 4,
      'text-background-color': colour('ground'),
      'text-background-opacity': 0.85,
      width: 26,
      height: 26,
    },
  },
  {
    selector: 'edge',
    style: {
      label: 'data(label)',
      color: colour('quiet'),
      'font-size': 8,
      'text-wrap': 'wrap',
      'text-max-width': '90px',
      'text-rotation': 'autorotate',
      'text-background-color': colour('ground'),
      'text-background-opacity': 0.85,
      'line-color': colour('quiet'),
      'target-arrow-color': colour('quiet'),
      'target-arrow-shape': 'triangle',
      'arrow-scale': 0.8,
      'curve-style': 'bezier',
      width: 1.2,
    },
  },
  // What is no fact is not drawn as one.
  { selector: 'edge[modality != "FACT"]', style: { 'line-style': 'dashed' } },
  { selector: ':selected', style: { 'border-width': 4, 'border-color': colour('link') } },
  { selector: '.left-out', style: { display: 'none' } },
];
