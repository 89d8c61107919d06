/** A table of words: a line for each key, what is said of it after bars. */
export const wordLines = (text: string): readonly (readonly string[])[] =>
  text
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((part) => part.trim()));
