import "server-only";
import { cookies } from "next/headers";
import type { AuthOptions } from "next-auth";
import { encode } from "next-auth/jwt";
import type { Locale } from "@/messages/messages";
import { environment, type OidcSettings } from "./env";
import { LOCALE_COOKIE } from "./locale";
import { logLine } from "./log";
import { admit } from "./oidc-sign-in";
import { SESSION_SECONDS, type SessionToken } from "./session-row";

declare module "next-auth" {
  interface Session {
    token?: SessionToken;
  }
  interface User {
    token?: SessionToken;
  }
}
declare module "next-auth/jwt" {
  interface JWT extends Partial<SessionToken> {}
}

/** How next-auth signs in: its token is a reference to our session row, whoever vouched for the person. */
export function authOptions(): AuthOptions {
  const { oidc, secret } = environment();
  return {
    secret,
    session: { strategy: "jwt", maxAge: SESSION_SECONDS },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    providers: oidc ? [provider(oidc)] : [],
    logger: {
      error: (code, fault) => logLine(`sign-in failed (${code}): ${why(fault)}`),
      warn: (code) => logLine(`sign-in: ${code}`),
      debug: () => undefined,
    },
    callbacks: {
      async signIn({ user, account, profile }) {
        if (!oidc || !account || !profile) return false;
        const admission = await admit(oidc, profile as Record<string, unknown>, new Date());
        if ("refused" in admission) return `/sign-in?error=${admission.refused}`;
        user.token = admission.token;
        await setLocaleCookie(admission.locale);
        return true;
      },
      // At sign-in the new session's token replaces next-auth's own, which would carry name and e-mail in the cookie.
      jwt: ({ token, user }) => (user?.token ? { ...user.token } : token),
      session: ({ session, token: { sid, employerId, personId } }) =>
        sid && employerId && personId
          ? { expires: session.expires, token: { sid, employerId, personId } }
          : { expires: session.expires },
      redirect: ({ url, baseUrl }) =>
        baseUrl + ownPath(url.startsWith(baseUrl) ? url.slice(baseUrl.length) : url),
    },
  };
}

function provider(oidc: OidcSettings): AuthOptions["providers"][number] {
  return {
    id: "oidc",
    name: oidc.name ?? new URL(oidc.issuer).host,
    type: "oauth",
    // Read at each sign-in and never before: the portal starts also while the identity provider is down.
    wellKnown: `${oidc.issuer}/.well-known/openid-configuration`,
    clientId: oidc.clientId,
    clientSecret: oidc.clientSecret,
    authorization: { params: { scope: "openid profile email" } },
    idToken: true,
    checks: ["pkce", "state", "nonce"],
    profile: (claims: { sub: string }) => ({ id: claims.sub }),
  };
}

/** The path when it is one of ours, else the start page: a link in a mail must not lead out through the sign-in. */
export function ownPath(wished: string | null | undefined): string {
  if (!wished?.startsWith("/") || wished.startsWith("/api/")) return "/";
  // Browsers read a backslash as a slash and leave out tabs and line breaks, so both could hide another host.
  const base = "http://portal.invalid";
  const url = URL.canParse(wished, base) ? new URL(wished, base) : null;
  return url?.origin === base && !url.pathname.startsWith("//") ? url.pathname + url.search + url.hash : "/";
}

/** Gives the browser the cookie that next-auth would have set, so that getServerSession reads it. */
export async function setSessionCookie(token: SessionToken): Promise<void> {
  const { secret } = environment();
  const jar = await cookies();
  jar.set(sessionCookie(), await encode({ token, secret, maxAge: SESSION_SECONDS }), {
    httpOnly: true,
    sameSite: "lax",
    path: "/",
    secure: isHttps(),
    maxAge: SESSION_SECONDS,
  });
}

/** Where next-auth keeps its own token against forged requests, named as it names it. */
export function csrfCookie() {
  return {
    name: `${isHttps() ? "__Host-" : ""}next-auth.csrf-token`,
    options: { httpOnly: true, sameSite: "lax", path: "/", secure: isHttps() } as const,
  };
}

/** Takes the cookie back; the row is the caller's. */
export async function clearSessionCookie(): Promise<void> {
  const jar = await cookies();
  for (const { name } of jar.getAll())
    if (name.startsWith(sessionCookie())) jar.delete({ name, path: "/", secure: isHttps() });
}

/** Remembers the language for the pages that are drawn without a session. */
export async function setLocaleCookie(locale: Locale): Promise<void> {
  const jar = await cookies();
  jar.set(LOCALE_COOKIE, locale, {
    httpOnly: true,
    sameSite: "lax",
    path: "/",
    secure: isHttps(),
    maxAge: 365 * 24 * 60 * 60,
  });
}

const isHttps = () => environment().origin.startsWith("https://");
const sessionCookie = () => `${isHttps() ? "__Secure-" : ""}next-auth.session-token`;

function why(fault: unknown): string {
  const inner = fault !== null && typeof fault === "object" && "error" in fault ? fault.error : fault;
  return inner instanceof Error ? inner.message : String(inner);
}
