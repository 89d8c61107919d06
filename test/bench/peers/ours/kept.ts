import type { Peer } from '../../peer.ts';
import { questions as ours } from './questions.ts';

const cannot = 'an answer that is kept costs the same, whatever was asked';

/** Our server with its kept answers, which it has none of elsewhere in the bench. */
export const questions: Peer['questions'] = {
  ...ours,
  ...Object.fromEntries(
    (['W2', 'W3h', 'W4', 'W4c', 'W5', 'W6', 'W7', 'W8', 'W9', 'W12'] as const).map((name) => [name, { cannot }]),
  ),
  W11: { cannot: 'nothing is kept of what nobody has asked' },
};

export const settles = true;
export const env = { KEPT_ANSWERS_MB: '64' };
