import { randomBytes } from "node:crypto";
import { type NextRequest, NextResponse } from "next/server";
import { translator } from "@/messages/translator";
import { LOCALE_COOKIE, localeFrom } from "@/server/locale";
import { isOwnOrigin } from "@/server/own-origin";
import { PATH_HEADER } from "@/server/request-path";

export const config = {
  // Files of the build are named after what is in them and change nothing; everything else gets its policy here.
  matcher: ["/((?!_next/static/).*)"],
};

/**
 * Before every request: the content policy with its nonce, and the refusal of what another site sends. No lock: every
 * action and every query authorises itself.
 */
export default function proxy(request: NextRequest): NextResponse {
  const nonce = randomBytes(16).toString("base64");
  const policy = contentPolicy(nonce);
  const changes = !["GET", "HEAD", "OPTIONS"].includes(request.method);
  if (
    changes &&
    !isOwnOrigin(
      request.headers.get("origin"),
      request.headers.get("x-forwarded-host") ?? request.headers.get("host"),
    )
  )
    return foreignOrigin(request, nonce, policy);

  const headers = new Headers(request.headers);
  // Next reads the nonce for its own scripts out of the request's policy.
  headers.set("content-security-policy", policy);
  headers.set("x-nonce", nonce);
  headers.set(PATH_HEADER, request.nextUrl.pathname + request.nextUrl.search);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  return response;
}

function contentPolicy(nonce: string): string {
  const development = process.env.NODE_ENV === "development";
  return [
    "default-src 'self'",
    // React's development build reconstructs server stacks with eval.
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    `style-src 'self' ${development ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "img-src 'self' data:",
    "connect-src 'self'",
    "frame-ancestors 'none'",
    // The identity provider need not stand here: the sign-in leaves by a page of its own, not by the form's redirect.
    "form-action 'self'",
    "base-uri 'none'",
    "object-src 'none'",
  ].join("; ");
}

/** A page of our own making: the request has not come as far as anything that could draw one. */
function foreignOrigin(request: NextRequest, nonce: string, policy: string): NextResponse {
  const locale = localeFrom(
    request.cookies.get(LOCALE_COOKIE)?.value,
    request.headers.get("accept-language"),
  );
  const t = translator(locale);
  const html = `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${t("app.pageTitle", { title: t("app.foreignOrigin.title") })}</title>
<style nonce="${nonce}">:root{color-scheme:light dark}body{font:1rem/1.5 system-ui,sans-serif;max-width:40rem;margin:10vh auto;padding:0 1.25rem}</style></head>
<body><main><h1>${t("app.foreignOrigin.title")}</h1><p>${t("refusals.foreignOrigin")}</p><p><a href="/">${t("app.refused.home")}</a></p></main></body></html>`;
  return new NextResponse(html, {
    status: 403,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": policy,
      "cache-control": "no-store",
    },
  });
}
