/** Dates that things carry themselves, with what each tells of the thing: its beginning or its end. */
export const ownDates: Readonly<Record<string, { readonly kind: 'BEGIN' | 'END'; readonly says: string }>> = {
  foundedOn: { kind: 'BEGIN', says: 'was founded' },
  adoptedOn: { kind: 'BEGIN', says: 'was adopted' },
  inForceFrom: { kind: 'BEGIN', says: 'came into force' },
  startedOn: { kind: 'BEGIN', says: 'took place or began' },
  publishedOn: { kind: 'BEGIN', says: 'was published' },
  endedOn: { kind: 'END', says: 'had its last day' },
  ceasedOn: { kind: 'END', says: 'ceased to be in force' },
  dissolvedOn: { kind: 'END', says: 'no longer existed' },
};
