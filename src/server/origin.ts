import "server-only";
import { headers } from "next/headers";
import type { Reason } from "@/domain/reason";
import { isOwnOrigin } from "./own-origin";

/** Why a state-changing request is not ours: its Origin is missing, "null" or another site's. */
export async function whyForeignOrigin(): Promise<Reason | null> {
  const sent = await headers();
  return isOwnOrigin(sent.get("origin"), sent.get("x-forwarded-host") ?? sent.get("host"))
    ? null
    : { key: "refusals.foreignOrigin" };
}
