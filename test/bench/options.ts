import { Command, InvalidArgumentError } from 'commander';
import { positive } from './node-count.ts';
import { PEER_NAMES } from './peers.ts';
import { workloads } from './workloads.ts';

const someOf =
  (known: readonly string[]) =>
  (text: string): readonly string[] => {
    const words = text.split(',');
    const unknown = words.find((word) => !known.includes(word));
    if (unknown !== undefined) throw new InvalidArgumentError(`"${unknown}" is none of ${known.join(', ')}.`);
    return words;
  };

interface Given {
  readonly quick?: true;
  readonly nodes: number;
  readonly rounds?: number;
  readonly seconds?: number;
  readonly cold?: number;
  readonly only?: readonly string[];
  readonly peers?: readonly string[];
}

const options = new Command('npm run bench --')
  .description(
    'Sets our server beside its peers on one throw-away Neo4j. Answers are compared before anything is timed.',
  )
  .option('--quick', '10,000 nodes, 3 rounds, 100 cold texts, short cells: within 20 minutes')
  .option('--nodes <size>', '10k, 100k, 1m or a number', positive, 10_000)
  .option('--rounds <number>', 'rounds; 5 without --quick', positive)
  .option('--seconds <number>', 'length of a cell; 3 without --quick', positive)
  .option('--cold <number>', 'texts never seen before; 1000 without --quick', positive)
  .option('--only <workloads>', 'for instance W1,W3,W11', someOf([...workloads.map(({ name }) => name), 'W11']))
  .option('--peers <names>', `of ${PEER_NAMES.join(', ')}`, someOf(PEER_NAMES))
  .parse()
  .opts<Given>();

const { quick, only } = options;

/** What a run of the bench is asked for on the command line. */
export const asked = {
  nodes: options.nodes,
  rounds: options.rounds ?? (quick ? 3 : 5),
  seconds: options.seconds ?? (quick ? 0.5 : 3),
  coldTexts: only && !only.includes('W11') ? 0 : (options.cold ?? (quick ? 100 : 1_000)),
  specs: workloads.filter(({ name }) => !only || only.includes(name)),
  peers: options.peers ?? PEER_NAMES,
};
