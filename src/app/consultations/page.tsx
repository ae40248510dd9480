import { getMeetings, getSaidBefore } from "@/features/consultations/list-queries";
import { MeetingList } from "@/features/consultations/meetings";
import { FetchList } from "@/features/reports/fetch-list";
import { portalPage } from "../portal-page";

export default portalPage(
  { see: "consultations", title: (t) => t("consultations.title") },
  async ({ actor, t, locale, today, search }) => {
    const meetings = await getMeetings(actor, today, search.after);
    const said = await getSaidBefore(actor, null);
    const reader = actor.role === "unionRep" ? "unionRep" : "coordinator";
    return (
      <>
        <MeetingList
          meetings={meetings}
          reader={reader}
          said={said}
          paged={search.after !== undefined}
          saying={{ t, locale, today }}
        />
        <FetchList list="consultations" search={{}} actor={actor} t={t} />
      </>
    );
  },
);
