// The package brings no types; this is what the tests use of it.
declare module "oidc-provider" {
  import type { RequestListener } from "node:http";

  type Claims = { sub: string } & Record<string, unknown>;
  type Configuration = {
    clients: { client_id: string; client_secret: string; redirect_uris: string[] }[];
    claims: Record<string, string[]>;
    conformIdTokenClaims: boolean;
    pkce: { required: () => boolean };
    cookies: { keys: string[] };
    findAccount: (context: unknown, id: string) => { accountId: string; claims: () => Claims };
  };
  class Provider {
    constructor(issuer: string, configuration: Configuration);
    callback(): RequestListener;
  }
  export = Provider;
}
