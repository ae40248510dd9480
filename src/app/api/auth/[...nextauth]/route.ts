import { type NextRequest, NextResponse } from "next/server";
import { finishSignIn, startSignIn } from "@/server/oidc-flow";

type Context = { params: Promise<{ nextauth: string[] }> };

/** Only what sign-in needs of next-auth: its own pages, its session in JSON and its sign-out stay closed. */
export async function GET(request: NextRequest, context: Context): Promise<Response> {
  const [action] = (await context.params).nextauth;
  return action === "callback" || action === "signin" || action === "error"
    ? finishSignIn(request, context)
    : nothingHere();
}

/** The button on /sign-in: a plain form, so that it works without JavaScript. */
export async function POST(request: NextRequest, context: Context): Promise<Response> {
  const { nextauth } = await context.params;
  return nextauth.join("/") === "signin/oidc" ? startSignIn(request, context) : nothingHere();
}

function nothingHere(): Response {
  return new NextResponse(null, { status: 404 });
}
