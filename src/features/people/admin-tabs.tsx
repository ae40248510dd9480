import type { T } from "@/messages/translator";
import { Tabs } from "@/ui/tabs";

const PLACES = [
  ["setup", "/admin"],
  ["units", "/admin/units"],
  ["people", "/admin/people"],
  ["unions", "/admin/unions"],
  ["claims", "/admin/claims"],
  ["agreements", "/admin/agreements"],
  ["jobs", "/admin/jobs"],
  ["settings", "/admin/settings"],
] as const;

/** The parts of the administration, each its own address. */
export function AdminTabs({ current, t }: { current: (typeof PLACES)[number][0]; t: T }) {
  return (
    <Tabs
      label={t("administration.tabs.label")}
      tabs={PLACES.map(([name, href]) => ({
        href,
        label: t(`administration.tabs.${name}`),
        current: name === current,
      }))}
    />
  );
}
