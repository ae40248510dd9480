import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import Provider from "oidc-provider";

/** What the provider says of a person in the ID token. */
export type Account = { employee_number?: string; roles?: string | string[] };

export type IdentityProvider = {
  readonly issuer: string;
  /** By the name one types into its sign-in form; any password will do. May change between two sign-ins. */
  readonly accounts: Map<string, Account>;
  /** Begins to answer, for one portal. */
  serve(portal: { address: string; clientId: string; clientSecret: string }): void;
  stop(): Promise<void>;
};

/** A real OpenID provider on a port of its own, with its own sign-in form. Its address is known before it serves. */
export async function startIdentityProvider(): Promise<IdentityProvider> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const accounts = new Map<string, Account>();
  return {
    issuer,
    accounts,
    serve({ address, clientId, clientSecret }) {
      const provider = new Provider(issuer, {
        clients: [
          {
            client_id: clientId,
            client_secret: clientSecret,
            redirect_uris: [`${address}/api/auth/callback/oidc`],
          },
        ],
        claims: { openid: ["sub", "roles", "employee_number"] },
        // As Entra ID and AD FS do: what the portal needs stands in the ID token itself.
        conformIdTokenClaims: false,
        pkce: { required: () => true },
        cookies: { keys: ["only for this run"] },
        findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, ...accounts.get(id) }) }),
      });
      server.on("request", provider.callback());
    },
    stop: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
