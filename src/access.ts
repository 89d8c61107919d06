import { defaultFieldResolver, GraphQLError, type GraphQLSchema } from 'graphql';
import { ReformgraphError } from './errors.ts';
import type { Role } from './http/identity.ts';
import type { Visit } from './seen/visit.ts';

/** Who may call a mutation, by its name. Reading is for everybody who is let in; writing for nobody who does not stand here. */
export type MutationRoles = Readonly<Record<string, readonly Role[]>>;

export const MUTATION_ROLES: MutationRoles = {};

const guarded = new WeakSet<GraphQLSchema>();

/** Refuses a schema with a mutation that no line of the table allows, and has each of the others ask who calls it. */
export function guardMutations(schema: GraphQLSchema, roles: MutationRoles = MUTATION_ROLES): void {
  if (guarded.has(schema)) return;
  for (const [name, field] of Object.entries(schema.getMutationType()?.getFields() ?? {})) {
    const allowed = roles[name];
    if (!allowed) {
      throw new ReformgraphError(
        'START_FAILED',
        `Nobody may call the mutation "${name}", for it has no line in MUTATION_ROLES. Say there which roles may, then run: npm run access`,
      );
    }
    const resolve = field.resolve ?? defaultFieldResolver;
    field.resolve = (source, args, context: { readonly visit?: Visit }, info) => {
      const role = context.visit?.identity?.role;
      if (!role || !allowed.includes(role)) {
        throw new GraphQLError(
          `"${name}" may be called by ${allowed.join(', ') || 'nobody'}; you are ${role ?? 'nobody we know'}. Ask with a token of such a role.`,
          { extensions: { code: 'FORBIDDEN' } },
        );
      }
      return resolve(source, args, context, info);
    };
  }
  guarded.add(schema);
}
