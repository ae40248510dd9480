import { readiness } from "@/server/health";

/**
 * Whether people can be sent here: the database answers and has every migration that this build needs. How the nightly
 * jobs fare stands beside it and decides nothing.
 */
export async function GET(): Promise<Response> {
  const { ready, ...parts } = await readiness(new Date());
  return Response.json(parts, { status: ready ? 200 : 503, headers: { "cache-control": "no-store" } });
}

export const dynamic = "force-dynamic";
