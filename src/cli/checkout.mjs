import { fileURLToPath } from "node:url";

/** The folder that was cloned, whatever folder the command was typed in. */
export const checkout = fileURLToPath(new URL("../..", import.meta.url)).replace(/[\\/]$/, "");

/**
 * A path inside the checkout.
 * @param {string} path
 */
export function inCheckout(path) {
  return `${checkout}/${path}`;
}
