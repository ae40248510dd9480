/** Whether an Origin header names the host that was asked. */
export function isOwnOrigin(origin: string | null, host: string | null): boolean {
  if (!origin || origin === "null" || !host) return false;
  return URL.canParse(origin) && new URL(origin).host === host;
}
