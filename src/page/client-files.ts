import { buildClient } from './build-client.mjs';

/** What browsers are sent, by name. */
export interface ClientFiles {
  readonly style: string;
  readonly script: string;
  /** The script of GraphiQL's page. */
  readonly graphiql: string;
  readonly texts: Readonly<Record<string, string>>;
}

/** In a bundle this file is replaced by one that holds what is built here, so that an installation needs no builder. */
export const clientFiles = (): Promise<ClientFiles> => buildClient();
