import "server-only";
import { z } from "zod";

// An empty value is said to be missing, and nothing more: each rule after that lets it pass.
const text = z.string().trim();
/** What is empty in .env counts as not set. */
const optional = text.optional().transform((value) => value || undefined);
const address = (name: string) =>
  text
    .min(1, `${name} is not set.`)
    .refine(
      (value) => value === "" || (/^https?:\/\/[^/]/.test(value) && URL.canParse(value)),
      `${name} must be an address that begins with http:// or https://.`,
    );

const OIDC = ["OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET", "OIDC_EMPLOYER"] as const;

const variables = z
  .object({
    DATABASE_URL: text
      .min(
        1,
        "DATABASE_URL is not set: the web's login to Postgres, postgresql://login:password@host:5432/database.",
      )
      .refine(
        (value) => value === "" || /^postgres(ql)?:\/\//.test(value),
        "DATABASE_URL must begin with postgresql://.",
      ),
    NEXTAUTH_URL: address("NEXTAUTH_URL").refine(
      (value) => !URL.canParse(value) || new URL(value).pathname === "/",
      "NEXTAUTH_URL must be an address without a path: the portal lives at the top of its host.",
    ),
    NEXTAUTH_SECRET: text.min(
      32,
      "NEXTAUTH_SECRET must have at least 32 characters (openssl rand -base64 32).",
    ),
    DEMO_SIGN_IN: optional.refine(
      (value) => value === undefined || value === "embedded-database" || value === "outside-database",
      "DEMO_SIGN_IN is either not set or outside-database (npm start sets embedded-database itself).",
    ),
    OIDC_ISSUER: optional.refine(
      (value) => value === undefined || (/^https?:\/\//.test(value) && URL.canParse(value)),
      "OIDC_ISSUER must be an address that begins with https://.",
    ),
    OIDC_CLIENT_ID: optional,
    OIDC_CLIENT_SECRET: optional,
    OIDC_EMPLOYER: optional,
    OIDC_NAME: optional,
    OIDC_ROLES_CLAIM: optional,
    OIDC_NUMBER_CLAIM: optional,
  })
  .superRefine((value, ctx) => {
    const missing = OIDC.filter((name) => !value[name]);
    if (missing.length > 0 && missing.length < OIDC.length)
      ctx.addIssue({
        code: "custom",
        message: `Sign-in by OpenID Connect is half set up: ${missing.join(", ")} is missing. Set all of ${OIDC.join(", ")}, or none.`,
      });
  });

/** How employees sign in through their employer's identity provider. */
export type OidcSettings = {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** Slug of the one employer whose people come this way. */
  employer: string;
  /** What the button says; null: the issuer's host is named. */
  name: string | null;
  rolesClaim: string;
  numberClaim: string;
};

export type Environment = {
  databaseUrl: string;
  /** Origin that people type, without a path: "https://omstallning.example.se". */
  origin: string;
  secret: string;
  demoSignIn: boolean;
  oidc: OidcSettings | null;
};

/** What is wrong with the environment, a line each. */
export class BadEnvironment extends Error {
  readonly faults: readonly string[];
  constructor(faults: readonly string[]) {
    super(`The environment is not complete:\n${faults.map((fault) => `- ${fault}`).join("\n")}`);
    this.name = "BadEnvironment";
    this.faults = faults;
  }
}

/** Reads the settings out of environment variables. Refuses (BadEnvironment) with a plain list of all that is wrong. */
export function readEnvironment(from: Record<string, string | undefined>): Environment {
  const asked = Object.fromEntries(
    Object.keys(variables.shape).map((name) => [name, from[name] ?? (name in REQUIRED ? "" : undefined)]),
  );
  const parsed = variables.safeParse(asked);
  if (!parsed.success)
    throw new BadEnvironment([...new Set(parsed.error.issues.map((issue) => issue.message))]);
  const value = parsed.data;
  return {
    databaseUrl: value.DATABASE_URL,
    origin: new URL(value.NEXTAUTH_URL).origin,
    secret: value.NEXTAUTH_SECRET,
    demoSignIn: value.DEMO_SIGN_IN !== undefined,
    oidc:
      value.OIDC_ISSUER && value.OIDC_CLIENT_ID && value.OIDC_CLIENT_SECRET && value.OIDC_EMPLOYER
        ? {
            issuer: value.OIDC_ISSUER.replace(/\/$/, ""),
            clientId: value.OIDC_CLIENT_ID,
            clientSecret: value.OIDC_CLIENT_SECRET,
            employer: value.OIDC_EMPLOYER,
            name: value.OIDC_NAME ?? null,
            rolesClaim: value.OIDC_ROLES_CLAIM ?? "roles",
            numberClaim: value.OIDC_NUMBER_CLAIM ?? "employee_number",
          }
        : null,
  };
}

const REQUIRED = { DATABASE_URL: true, NEXTAUTH_URL: true, NEXTAUTH_SECRET: true };

let known: Environment | undefined;

/** The settings of this process, read once. */
export function environment(): Environment {
  known ??= readEnvironment(process.env);
  return known;
}
