export interface Instruction {
  readonly instruction: string;
  readonly text: string;
}

/** The instructions of each stage; the first of each is its FROM. */
export function readDockerfile(text: string): readonly (readonly Instruction[])[] {
  const stages: Instruction[][] = [];
  const lines = text
    .replace(/^\s*#.*\n/gm, '')
    .replace(/\\\n/g, ' ')
    .split('\n');
  for (const line of lines) {
    const [, instruction, text] = /^([A-Z]+)\s+(.*?)\s*$/.exec(line) ?? [];
    if (!instruction || text === undefined) {
      if (line.trim() === '') continue;
      throw new Error(`This is no instruction of a Dockerfile: ${line}`);
    }
    if (instruction === 'FROM') stages.push([]);
    const stage = stages.at(-1);
    if (!stage) throw new Error(`A Dockerfile begins with FROM, not with: ${line}`);
    stage.push({ instruction, text });
  }
  return stages;
}
