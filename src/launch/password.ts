import { randomInt } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ReformgraphError } from '../errors.ts';
import { explainFileError } from './explain-failure.ts';

export const passwordFile = (home: string): string => join(home, 'password');

/** Makes the folder for everything local, readable by its owner only. */
export function prepareHome(home: string): void {
  try {
    if (!existsSync(home)) mkdirSync(home, { mode: 0o700 });
    // A file in its place fails here.
    readdirSync(home);
    chmodSync(home, 0o700);
  } catch (error) {
    throw explainFileError(error, home);
  }
}

/** The password kept in `home`, or undefined when there is none. */
export function readPassword(home: string): string | undefined {
  try {
    const password = readFileSync(passwordFile(home), 'utf8').trim();
    return password === '' ? undefined : password;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw explainFileError(error, home);
  }
}

/**
 * The password of the local databases, made at the first call and kept.
 * @param databaseExists a database that already has a password: then a lost file cannot be replaced.
 */
export function ensurePassword(home: string, databaseExists: boolean): string {
  const kept = readPassword(home);
  if (kept) return kept;
  if (databaseExists) {
    throw new ReformgraphError(
      'START_FAILED',
      `There is a local database, but the file with its password (${passwordFile(home)}) is missing or empty. ` +
        'Put the file back, or run "npm run reset" to delete the local data and start again.',
    );
  }
  const password = generatePassword();
  try {
    writeFileSync(passwordFile(home), `${password}\n`, { mode: 0o600 });
    chmodSync(passwordFile(home), 0o600);
  } catch (error) {
    throw explainFileError(error, home);
  }
  return password;
}

/** Five of 256 words: 40 bits, and easy to type once into Neo4j Browser. */
export function generatePassword(): string {
  return Array.from({ length: 5 }, () => WORDS[randomInt(WORDS.length)]).join('-');
}

export const WORDS: readonly string[] = `
acorn actor agent alarm album amber anchor angle apple april apron arch arrow atlas autumn award bacon badge baker
bamboo banner barrel basin basket beach beacon bean bear bell bench berry birch bird biscuit blanket bloom boat bonus
book border bottle boulder bowl branch brass bread breeze brick bridge broom brush bucket butter button cabin cable cactus
cake camel camera canal candle canoe canvas canyon carbon cargo carpet carrot castle cedar cellar chain chair chalk cherry
chess chest circle citrus clay cliff clock cloud clover coach coast cobalt coffee comet copper coral corner cotton cradle
crane crayon creek cricket crown crystal curtain cycle daisy dance delta desert desk diamond dolphin donkey door dragon
drum eagle earth easel echo elbow elm ember engine envelope fabric falcon farmer feather fence ferry field finger flag
flame flute forest fossil fountain fox frost garden garlic gate ginger glass globe glove grape grass gravel guitar hammer
harbor harvest hazel helmet hill honey horizon horse island ivory jacket jasmine jewel jungle kettle kitchen kite ladder
lagoon lake lamp lantern lemon library lilac linen lion lizard lotus magnet mango maple marble market meadow melon meteor
mirror mountain museum napkin needle nest noodle oasis ocean olive onion opal orange orchard organ otter oyster paddle
palm panda paper parrot pasta pearl pencil pepper piano pillow pilot pine planet plum pocket pond poplar potato puzzle
quartz rabbit radio rain raven ribbon river robin rocket saddle salmon saturn shadow silver spoon spruce tulip velvet
violin wagon walnut walrus water whale willow window winter wolf yogurt zebra zinc
`
  .trim()
  .split(/\s+/);
