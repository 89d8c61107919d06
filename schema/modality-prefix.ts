const prefixes: Readonly<Record<string, string>> = {
  PLAN: 'Planned: ',
  PROPOSAL: 'Proposed: ',
  EXPECTATION: 'Expected: ',
  OPINION: 'In the view of a source: ',
};

/** What is not a fact says so before anything else, in every sentence made of a claim. */
export const modalityPrefix = (modality: string): string => prefixes[modality] ?? '';
