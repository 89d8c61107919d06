import neo4j, { type Plan, type ProfiledPlan } from 'neo4j-driver';
import type { GraphAddress, Parameters, Statement } from './graph.ts';
import { parametersOf } from './keys.ts';

/** What Neo4j would do with a text, and what it warns of. */
export interface Explained {
  /** Operators from the result down to the leaves, without version suffix. */
  readonly operators: readonly string[];
  readonly notifications: readonly string[];
}

export interface Profiled {
  readonly hits: number;
  readonly rows: number;
}

/** EXPLAIN and PROFILE, for tests, benchmarks and `npm run cypher`; never on the way of a question. */
export interface Planner {
  explain(statement: Statement): Promise<Explained>;
  profile(statement: Statement, parameters: Parameters): Promise<Profiled>;
  close(): Promise<void>;
}

/** EXPLAIN runs without parameters; that alone is no finding. */
const PARAMETER_MISSING = 'Neo.ClientNotification.Statement.ParameterNotProvided';

export function openPlanner({ uri, user, password, database }: GraphAddress): Planner {
  const driver = neo4j.driver(uri, neo4j.auth.basic(user, password), {
    disableLosslessIntegers: true,
    telemetryDisabled: true,
  });

  async function summary(prefix: string, statement: Statement, parameters: Parameters) {
    const session = driver.session({ database });
    try {
      const result = await session.run(`${prefix} ${statement.text}`, parametersOf(statement, parameters));
      return result.summary;
    } finally {
      await session.close();
    }
  }

  return {
    async explain(statement) {
      const { plan, notifications } = await summary('EXPLAIN', statement, {});
      return {
        operators: plan ? operatorsOf(plan) : [],
        notifications: notifications
          .filter(({ code }) => code !== PARAMETER_MISSING)
          .map(({ code, description }) => `${code}: ${description}`),
      };
    },
    async profile(statement, parameters) {
      const { profile } = await summary('PROFILE', statement, parameters);
      return profile ? { hits: hitsOf(profile), rows: profile.rows } : { hits: 0, rows: 0 };
    },
    close: () => driver.close(),
  };
}

const operatorsOf = (plan: Plan): string[] => [
  plan.operatorType.replace(/@.*$/, ''),
  ...plan.children.flatMap(operatorsOf),
];

const hitsOf = (profile: ProfiledPlan): number =>
  profile.children.reduce((sum, child) => sum + hitsOf(child as ProfiledPlan), profile.dbHits);
