import type { Peer } from '../../peer.ts';

/** Asked by name: the statements are written already. */
export const questions: Peer['questions'] = {
  W1: { query: 'W1' },
  W2: { query: 'W2' },
  W3: { query: 'W3' },
  W3h: { query: 'W3h' },
  W4: { query: 'W4' },
  W4c: { query: 'W4c' },
  W5: { query: 'W5' },
  W6: { query: 'W6' },
  W7: { query: 'W7' },
  W8: { query: 'W8' },
  W9: { query: 'W9' },
  W11: { cannot: 'no statement is written by hand for a question never seen before' },
  W12: { query: 'W12' },
};
