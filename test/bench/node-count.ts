import { InvalidArgumentError } from 'commander';

const SIZES: Readonly<Record<string, number>> = { '10k': 10_000, '100k': 100_000, '1m': 1_000_000 };

/** Reads `10k`, `1m` or any number above 0. */
export function positive(text: string): number {
  const value = SIZES[text.toLowerCase()] ?? Number(text);
  if (!(value > 0)) throw new InvalidArgumentError('Write a number above 0.');
  return value;
}
