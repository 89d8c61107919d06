import type { ClientFiles } from './client-files.ts';

export function buildClient(): Promise<ClientFiles>;
