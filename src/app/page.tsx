import { getMeetings, getSaidBefore } from "@/features/consultations/list-queries";
import { fundTotals } from "@/features/funds/queries";
import { guideFacts } from "@/features/ideas/form-queries";
import { outcomes } from "@/features/ideas/outcome-queries";
import { ideasWaitingFor, myIdeas } from "@/features/ideas/queries";
import { newestMonth } from "@/features/reconciliations/month-queries";
import { AdminHome } from "@/features/reports/home-admin";
import { readiness } from "@/features/reports/home-admin-queries";
import { CoordinatorHome } from "@/features/reports/home-coordinator";
import { EmployeeHome } from "@/features/reports/home-employee";
import { ideasToSupport } from "@/features/reports/home-employee-queries";
import { HrHome } from "@/features/reports/home-hr";
import { ManagerHome } from "@/features/reports/home-manager";
import { managerHome } from "@/features/reports/home-manager-queries";
import { coordinatorHome } from "@/features/reports/home-money-queries";
import { moneySharing } from "@/features/reports/home-sharing-queries";
import { UnionHome } from "@/features/reports/home-union";
import { listClaims, readClaimFilters, readyToRequisition } from "@/features/requisitions/list-queries";
import { portalPage } from "./portal-page";
import { myTasks } from "./task-count";

/** Each role has its own home; what waits for the person is the same in all of them. */
export default portalPage(
  { title: (t) => t("tasks.home.title") },
  async ({ actor, employer, visitor, t, locale, today }) => {
    const { scheme } = employer;
    const saying = { t, locale, today, scheme };
    const all = await myTasks(visitor, today);
    const { noAgreement } = await guideFacts(actor, scheme, today);
    const common = { all, noAgreement, saying };
    switch (actor.role) {
      case "employee": {
        const mine = await myIdeas(actor, today);
        const others = await ideasToSupport(actor, 3);
        return (
          <EmployeeHome
            {...common}
            reader={actor}
            mine={mine}
            others={others}
            outcomes={await outcomes(actor)}
          />
        );
      }
      case "manager": {
        const ideas = await ideasWaitingFor(actor, today);
        return <ManagerHome {...common} ideas={ideas} view={await managerHome(actor, scheme, today)} />;
      }
      case "coordinator": {
        return <CoordinatorHome {...common} view={await coordinatorHome(actor, scheme, today)} />;
      }
      case "unionRep": {
        const meetings = await getMeetings(actor, today, undefined);
        const said = await getSaidBefore(actor, null);
        return (
          <UnionHome {...common} meetings={meetings} said={said} sharing={await moneySharing(actor, today)} />
        );
      }
      case "hr": {
        const ready = await readyToRequisition(actor, today);
        const sent = await listClaims(actor, readClaimFilters({ show: "waiting" }));
        const paid = await listClaims(actor, readClaimFilters({ show: "reconcile" }));
        const month = await newestMonth(actor, today);
        return (
          <HrHome
            {...common}
            month={month}
            ready={ready}
            sent={sent}
            paid={paid}
            funds={await fundTotals(actor)}
          />
        );
      }
      case "admin":
        return (
          <AdminHome {...common} needs={await readiness(actor, scheme, today)} employer={employer.name} />
        );
    }
  },
);
