import { whyNotSee } from "@/domain/access";
import type { Role } from "@/domain/actor";
import type { MessageKey } from "@/messages/messages";
import type { T } from "@/messages/translator";
import type { Visitor } from "@/server/session";
import type { NavItem } from "@/ui/navigation";

type Place = {
  href: string;
  label: MessageKey;
  see?: Parameters<typeof whyNotSee>[1];
  roles?: readonly Role[];
};

/** Who comes once a year gets few places along the top. */
const FOR_EMPLOYEES: readonly Place[][] = [
  [
    { href: "/", label: "app.nav.home" },
    { href: "/ideas/new", label: "app.nav.newIdea" },
    { href: "/ideas", label: "app.nav.myIdeas" },
    { href: "/guide", label: "app.nav.mayWe" },
    { href: "/ideas/outcomes", label: "app.nav.outcomes" },
  ],
];

/** The rest gets the noun lists at the side: work, money and accounts, the employer's own set-up. */
const FOR_THE_REST: readonly Place[][] = [
  [
    { href: "/", label: "app.nav.overview" },
    { href: "/ideas", label: "app.nav.ideas", see: "ideas", roles: ["manager", "coordinator", "hr"] },
    { href: "/pre-registrations", label: "app.nav.cases", see: "preRegistrations" },
    { href: "/consultations", label: "app.nav.consultations", see: "consultations" },
    { href: "/initiatives", label: "app.nav.initiatives", see: "initiatives" },
    { href: "/requisitions", label: "app.nav.requisitions", see: "requisitions" },
  ],
  [
    { href: "/funds", label: "app.nav.funds", see: "funds" },
    { href: "/ledger", label: "app.nav.ledger", see: "funds", roles: ["coordinator", "hr"] },
    { href: "/alarms", label: "app.nav.alarms", see: "alarms" },
    { href: "/prioritise", label: "app.nav.prioritise", roles: ["coordinator"] },
    { href: "/reconciliation", label: "app.nav.reconciliation", see: "reconciliation" },
    { href: "/coding", label: "app.nav.codings", see: "codings" },
    { href: "/reports", label: "app.nav.reports", see: "reports" },
  ],
  [
    { href: "/admin/units", label: "app.nav.units", see: "administration" },
    { href: "/admin/people", label: "app.nav.people", see: "administration" },
    { href: "/admin/unions", label: "app.nav.unions", see: "administration" },
    { href: "/admin/agreements", label: "app.nav.agreements", see: "administration" },
    { href: "/admin/settings", label: "app.nav.settings", see: "administration" },
  ],
];

/** The places of the acting role, in groups, with the one that the address lies in marked. */
export function navOf({ actor, employer }: Visitor, path: string, t: T): NavItem[][] {
  const groups = actor.role === "employee" ? FOR_EMPLOYEES : FOR_THE_REST;
  const open = groups
    .map((group) =>
      group.filter(
        ({ see, roles }) => (!see || !whyNotSee(actor, see)) && (!roles || roles.includes(actor.role)),
      ),
    )
    .filter((group) => group.length > 0);
  const here = path.split("?")[0] ?? "/";
  const current = open
    .flat()
    .map(({ href }) => href)
    .filter((href) => here === href || (href !== "/" && here.startsWith(`${href}/`)))
    .sort((a, b) => b.length - a.length)[0];
  return open.map((group) =>
    group.map(({ href, label }) => ({
      href,
      label: t(label, { scheme: employer.scheme }),
      current: href === current,
    })),
  );
}
