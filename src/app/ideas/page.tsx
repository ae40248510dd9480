import { whyNotAct } from "@/domain/access";
import { CoordinatorIdeas } from "@/features/ideas/coordinator-ideas";
import { EmployeeIdeas } from "@/features/ideas/employee-ideas";
import { listIdeas, readIdeaFilters, unitsToFilter } from "@/features/ideas/list-queries";
import { ManagerIdeas } from "@/features/ideas/manager-ideas";
import { OwnIdeas } from "@/features/ideas/own-ideas";
import { ideasWaitingFor, myIdeas } from "@/features/ideas/queries";
import { FetchList } from "@/features/reports/fetch-list";
import { portalPage } from "../portal-page";

export default portalPage(
  { see: "ideas", title: (t) => t("ideas.title") },
  async ({ actor, employer, t, locale, today, search }) => {
    const saying = { t, locale, today, scheme: employer.scheme };
    const filters = readIdeaFilters(search);
    switch (actor.role) {
      case "employee": {
        const [mine, others] = [await myIdeas(actor, today), await listIdeas(actor, filters, true)];
        return <EmployeeIdeas mine={mine} others={others} filters={filters} reader={actor} saying={saying} />;
      }
      case "manager": {
        const [waiting, all] = [await ideasWaitingFor(actor, today), await listIdeas(actor, filters)];
        const units = await unitsToFilter(actor);
        return (
          <ManagerIdeas
            waiting={waiting}
            all={all}
            filters={filters}
            units={units}
            reader={actor}
            saying={saying}
          />
        );
      }
      case "coordinator":
      case "hr": {
        const [page, units] = [await listIdeas(actor, filters), await unitsToFilter(actor)];
        const waiting = actor.role === "coordinator" ? await ideasWaitingFor(actor, today) : null;
        const mayMakeCase = !whyNotAct(actor, "preRegistration.prepare");
        return (
          <>
            <CoordinatorIdeas
              waiting={waiting}
              page={page}
              filters={filters}
              units={units}
              mayMakeCase={mayMakeCase}
              saying={saying}
            />
            <FetchList list="ideas" search={search} actor={actor} t={t} />
          </>
        );
      }
      case "unionRep":
      case "admin":
        return <OwnIdeas mine={await myIdeas(actor, today)} reader={actor} saying={saying} />;
    }
  },
);
