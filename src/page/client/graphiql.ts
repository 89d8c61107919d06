import { flatten, toCsv } from '../csv.ts';

/** What GraphiQL does not show itself: its gallery, what an answer cost, and the answer as a table to take away. */

const gallery = document.querySelector<HTMLSelectElement>('#question');
const figures = document.querySelector<HTMLOutputElement>('#figures');
const take = document.querySelector<HTMLButtonElement>('#csv');
/** Stands for the data of the last answer that had some. */
let shown: unknown;

gallery?.addEventListener('change', () => {
  const { query, variables } = gallery.selectedOptions[0]?.dataset ?? {};
  if (query) location.search = String(new URLSearchParams({ query, ...(variables ? { variables } : {}) }));
});

take?.addEventListener('click', () => {
  const address = URL.createObjectURL(new Blob([toCsv(flatten(shown))], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = 'answer.csv';
  link.click();
  URL.revokeObjectURL(address);
});

interface Answer {
  readonly data?: unknown;
  readonly extensions?: { readonly cost?: number };
}

async function show(response: Response): Promise<void> {
  const [, statements] = /statements;desc=(\d+)/.exec(response.headers.get('Server-Timing') ?? '') ?? [];
  const text = await response.text();
  const { data, extensions } = JSON.parse(text) as Answer;
  shown = data;
  if (take) take.disabled = data == null;
  if (!figures) return;
  figures.value = [
    extensions?.cost === undefined ? '' : counted(extensions.cost, 'point'),
    statements === undefined ? '' : counted(Number(statements), 'statement'),
    `${(new Blob([text]).size / 1_000).toFixed(1)} kB`,
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

const counted = (count: number, noun: string): string =>
  `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;

// GraphiQL asks through this; what it asks for itself, the contract, is nobody's answer.
const ask = window.fetch;
window.fetch = async (...request) => {
  const response = await ask(...request);
  const body = request[1]?.body;
  if (typeof body === 'string' && !body.includes('__schema')) show(response.clone()).catch(() => undefined);
  return response;
};
