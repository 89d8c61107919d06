import type { Rules } from './rule.ts';

const sameWords = (question: string): string => question.toLowerCase().replace(/\s+/g, ' ');

export const questionRules: Rules = {
  BAD_QUESTION: ({ things }, refuse) => {
    for (const { id, unstated } of things) {
      const seen = new Set<string>();
      for (const record of unstated) {
        const { question } = record;
        const key = sameWords(question);
        if (!question.endsWith('?')) {
          refuse(
            record,
            'question',
            `"${question}" of ${id} is no question`,
            'end it with "?"; a remark goes into note',
          );
        } else if (seen.has(key)) {
          refuse(record, 'question', `"${question}" is asked twice of ${id}`, 'leave one out');
        }
        seen.add(key);
      }
    }
  },
};
