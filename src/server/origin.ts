import "server-only";
import { headers } from "next/headers";
import type { Reason } from "@/domain/reason";

/** Why a state-changing request is not ours: its Origin is missing, "null" or another site's. */
export async function whyForeignOrigin(): Promise<Reason | null> {
  const sent = await headers();
  return isOwnOrigin(sent.get("origin"), sent.get("x-forwarded-host") ?? sent.get("host")) ? null : { key: "refusals.foreignOrigin" };
}

/** Whether an Origin header names the host that was asked. */
export function isOwnOrigin(origin: string | null, host: string | null): boolean {
  if (!origin || origin === "null" || !host) return false;
  try {
    return new URL(origin).host === host;
  } catch {
    return false;
  }
}
