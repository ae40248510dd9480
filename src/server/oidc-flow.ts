import "server-only";
import { createHash, randomBytes } from "node:crypto";
import { cookies } from "next/headers";
import { NextRequest, NextResponse } from "next/server";
import NextAuth from "next-auth";
import { translator } from "@/messages/translator";
import { authOptions, csrfCookie, ownPath } from "./auth";
import { environment } from "./env";
import { whyForeignOrigin } from "./origin";
import { localeOfRequest } from "./session";

type Context = { params: Promise<{ nextauth: string[] }> };

/**
 * Sends the browser to the identity provider. Our forms are known by their Origin, so next-auth's own token against
 * forged requests is made here and not asked of a page. The answer is a small page that leads on, not a redirect: the
 * content policy's form-action follows a form's redirects, and a provider may hand on to addresses that nobody can list.
 */
export async function startSignIn(request: NextRequest, context: Context): Promise<Response> {
  if (!environment().oidc) return toSignIn("noProvider");
  if (await whyForeignOrigin()) return toSignIn("foreignOrigin");
  const form = new URLSearchParams(await request.text());
  const csrfToken = randomBytes(32).toString("hex");
  const { name, options } = csrfCookie();
  const hash = createHash("sha256").update(`${csrfToken}${environment().secret}`).digest("hex");
  (await cookies()).set(name, `${csrfToken}|${hash}`, options);

  const body = new URLSearchParams({ csrfToken, callbackUrl: ownPath(form.get("to")) });
  const asked = new NextRequest(new URL("/api/auth/signin/oidc", environment().origin), {
    method: "POST",
    body,
    headers: { "content-type": "application/x-www-form-urlencoded" },
  });
  const answer: Response = await NextAuth(authOptions())(asked, context);
  const to = answer.headers.get("location");
  if (!to || new URL(to, environment().origin).origin === environment().origin) return answer;

  const headers = new Headers(answer.headers);
  headers.delete("location");
  headers.set("content-type", "text/html; charset=utf-8");
  headers.set("cache-control", "no-store");
  return new Response(await leadOn(to), { status: 200, headers });
}

/** What the identity provider sends back, and next-auth's own detours to /sign-in with an error. */
export async function finishSignIn(request: NextRequest, context: Context): Promise<Response> {
  if (!environment().oidc) return toSignIn("noProvider");
  if (request.nextUrl.searchParams.get("error") === "access_denied") return toSignIn("denied");
  return NextAuth(authOptions())(request, context);
}

function toSignIn(error: string): Response {
  return NextResponse.redirect(new URL(`/sign-in?error=${error}`, environment().origin), 303);
}

async function leadOn(to: string): Promise<string> {
  const locale = await localeOfRequest();
  const t = translator(locale);
  const href = to.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
  return `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><meta http-equiv="refresh" content="0;url=${href}">
<title>${t("app.pageTitle", { title: t("signIn.leadOn") })}</title></head>
<body><main><h1>${t("signIn.leadOn")}</h1><p><a href="${href}">${t("signIn.leadOnLink")}</a></p></main></body></html>`;
}
