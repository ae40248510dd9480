import type { T } from "@/messages/translator";
import { Link } from "@/ui/link";
import { Obstacles } from "@/ui/obstacles";
import type { SetupStep } from "./employer-queries";

const WHERE: Record<
  SetupStep["step"],
  { href: string; tab: "units" | "people" | "unions" | "agreements" } | null
> = {
  units: { href: "/admin/units", tab: "units" },
  people: { href: "/admin/people", tab: "people" },
  managers: { href: "/admin/people", tab: "people" },
  coordinator: { href: "/admin/people", tab: "people" },
  hr: { href: "/admin/people", tab: "people" },
  unions: { href: "/admin/unions", tab: "unions" },
  reps: { href: "/admin/people", tab: "people" },
  agreement: { href: "/admin/agreements", tab: "agreements" },
  decider: { href: "/admin/people", tab: "people" },
  sender: { href: "/admin/people", tab: "people" },
  // Not the administrator's to do.
  fund: null,
};

/** What a new employer still needs, and where it is put in; what is in place stands there too. */
export function SetupList({ steps, scheme, t }: { steps: SetupStep[]; scheme: "tlo" | "lom"; t: T }) {
  return (
    <Obstacles
      items={[...steps]
        .sort((a, b) => Number(a.done) - Number(b.done))
        .map(({ step, done }) => {
          const where = WHERE[step];
          return {
            tone: done ? ("done" as const) : ("open" as const),
            text: t(`administration.setup.steps.${step}`, { scheme }),
            ask: done ? undefined : (
              <>
                {t(`administration.setup.asks.${step}`, { scheme })}{" "}
                {where ? (
                  <Link href={where.href}>
                    {t("administration.setup.go", { place: t(`administration.tabs.${where.tab}`) })}
                  </Link>
                ) : null}
              </>
            ),
          };
        })}
    />
  );
}
