import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { ReformgraphError } from '../errors.ts';

const text = z.string().nullish();

const act = z.object({
  actCode: text,
  requisite: text,
  number: text,
  adoptedOn: text,
  officialUrl: text,
  notes: text,
  versions: z.array(z.object({ date: z.string() })).nullish(),
});

const article = z.object({ actCode: text, article: z.string() });

export type Act = z.infer<typeof act>;
export type Article = z.infer<typeof article>;

/** The metadata of acts, one JSON object a line; a file that is no such thing is refused with the line. */
export const readActs = (file: string): readonly Act[] => readJsonLines(file, act);
export const readArticles = (file: string): readonly Article[] => readJsonLines(file, article);

function readJsonLines<T>(file: string, shape: z.ZodType<T>): readonly T[] {
  if (!existsSync(file)) throw new ReformgraphError('BAD_USER_INPUT', `There is no file "${file}".`);
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line, index) => {
      if (line.trim() === '') return [];
      try {
        return shape.parse(JSON.parse(line));
      } catch (cause) {
        const message = `${file}:${index + 1} is no such record; each line is one JSON object.`;
        throw new ReformgraphError('BAD_USER_INPUT', message, { cause });
      }
    });
}
