import type { GraphProblem } from '../src/load/check-graph.ts';
import type { EdgeOf } from '../src/loaders/values.ts';
import { builder } from './builder.ts';
import { connectionType, nodesBy, pageArguments } from './connection.ts';
import { passage } from './passage.ts';
import { fileCodes, type RuleCode, ruleCodes } from './rule-codes.ts';
import { thing } from './thing.ts';

const rule = builder.enumType('DataQualityRule', {
  description:
    'What may be wrong with data. The load refuses a seed under the same codes, where a file can break them.',
  values: Object.fromEntries(
    (Object.entries(ruleCodes) as [RuleCode, string][])
      .filter(([code]) => !fileCodes.includes(code))
      .map(([code, meaning]) => [code, { description: `${meaning[0]?.toUpperCase()}${meaning.slice(1)}.` }]),
  ),
});

const problem = builder.objectRef<GraphProblem>('DataProblem').implement({
  description: 'Something wrong in the graph.',
  fields: (t) => ({
    code: t.field({
      type: rule,
      nullable: false,
      description: 'The rule it breaks.',
      resolve: ({ rule: code }) => code as never,
    }),
    message: t.exposeString('message', { nullable: false, description: 'What is wrong, and what was found.' }),
    hint: t.exposeString('hint', { nullable: false, description: 'What to do about it in the data.' }),
    thing: t.field({
      type: thing,
      description: 'The thing it is about; of a claim, where that starts. Null for what is no thing.',
      resolve: (value, _, { load }) => load.thingOfProblem(value),
    }),
    claimId: t.id({
      description: 'The claim it is about; null for what is no claim, or has no id.',
      resolve: ({ about }) => about.claimId ?? null,
    }),
    passage: t.field({
      type: passage,
      description: 'The passage it is about.',
      resolve: ({ about }, _, { load }) => (about.passage === undefined ? null : load.passage(about.passage, {})),
    }),
  }),
});

const connection = connectionType({
  name: 'DataProblemConnection',
  description: 'Problems in the order of their codes, then of the ids they are about.',
  edge: builder.objectRef<EdgeOf<GraphProblem>>('DataProblemEdge').implement({
    description: 'A problem in a list.',
    fields: (t) => ({
      cursor: t.exposeString('cursor', { nullable: false, description: 'Its place in the list.' }),
      node: t.field({
        type: problem,
        nullable: false,
        description: 'The problem.',
        resolve: ({ node }) => node,
      }),
    }),
  }),
});

builder.objectField(connection, 'nodes', (t) =>
  t.field({
    type: [problem],
    nullable: { list: false, items: false },
    description: 'The problems of the page.',
    resolve: nodesBy(({ node }) => node),
  }),
);

builder.queryField('dataQuality', (t) =>
  t.field({
    type: connection,
    nullable: false,
    description:
      'What is wrong in the graph by the rules under which a load is refused, and with the keys that only the loader writes; empty after a load. Costly: it reads the whole graph, a statement for every 500 nodes, for one request at a time, and keeps what it found until somebody writes. Where that takes longer than a question may, ask again a little later: the reading goes on.',
    args: {
      rules: t.arg({ type: [rule], description: 'Only problems under these codes.' }),
      ...pageArguments(t.arg),
    },
    resolve: (_, args, { load }) => load.dataQuality(args),
  }),
);
