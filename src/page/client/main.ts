import { completeNames } from './complete-names.ts';

for (const box of document.querySelectorAll<HTMLInputElement>('input[data-complete]')) completeNames(box);

const graph = document.querySelector<HTMLElement>('[data-graph]');
if (graph) void import('./graph.ts').then(({ drawGraph }) => drawGraph(graph));
