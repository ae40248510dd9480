import NextLink from "next/link";
import type { ComponentProps } from "react";

/**
 * A link within the portal. Not fetched beforehand: every page is made for its reader,
 * and a list of fifty links would have the server render fifty pages that nobody opens.
 */
export function Link(props: ComponentProps<typeof NextLink>) {
  return <NextLink prefetch={false} {...props} />;
}
