import { headers } from "next/headers";

/** Under this name the proxy tells a page which address was asked, because Next does not. A browser's own is replaced. */
export const PATH_HEADER = "x-portal-path";

/** The path and query that were asked for. */
export async function requestPath(): Promise<string> {
  return (await headers()).get(PATH_HEADER) ?? "/";
}
