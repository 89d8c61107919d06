import { type GraphQLSchema, isInterfaceType, isObjectType } from 'graphql';
import { MUTATION_ROLES, type MutationRoles } from '../../src/access.ts';
import { ROLES } from '../../src/http/identity.ts';

/** Who may be asking: nobody in particular, where tokens are off, and the roles of those who show one. */
export const ASKERS = ['none', ...ROLES] as const;

/**
 * A line for each type: who may read its fields, and the fields. Of a mutation, a line for each field, with those whom the table of
 * mutations names; one that it does not name has nobody.
 */
export function describeAccess(schema: GraphQLSchema, roles: MutationRoles = MUTATION_ROLES): string {
  const mutation = schema.getMutationType();
  const lines = Object.values(schema.getTypeMap()).flatMap((type) => {
    if (!isObjectType(type) && !isInterfaceType(type)) return [];
    const fields = Object.keys(type.getFields()).sort();
    if (type === mutation) {
      return fields.map((field) => `${type.name}.${field} [${(roles[field] ?? ['nobody']).join(' ')}]`);
    }
    return [`${type.name} [${ASKERS.join(' ')}] ${fields.join(' ')}`];
  });
  return `${lines.sort().join('\n')}\n`;
}
