import { completeNames } from './complete-names.ts';

for (const box of document.querySelectorAll<HTMLInputElement>('input[data-complete]')) completeNames(box);
