import { getSaidBefore } from "@/features/consultations/list-queries";
import { Meeting } from "@/features/consultations/meeting";
import { getMeeting } from "@/features/consultations/meeting-queries";
import { AddToMeeting } from "@/features/pre-registrations/add-to-meeting";
import { getPreparedCases } from "@/features/pre-registrations/prepared-queries";
import { portalPage } from "../../portal-page";

export default portalPage(
  { see: "consultations", title: (t) => t("consultations.title"), dense: true },
  async ({ actor, t, locale, today, params, search }) => {
    const id = params.id ?? "";
    const meeting = await getMeeting(actor, id, today);
    const said = await getSaidBefore(actor, id);
    const saying = { t, locale, today };
    if (actor.role === "unionRep")
      return (
        <Meeting meeting={meeting} reader="unionRep" unfolded={search.item} said={said} saying={saying} />
      );
    const prepared =
      meeting.day >= today && !meeting.minutes?.approvedAt ? await getPreparedCases(actor, id) : null;
    return (
      <Meeting
        meeting={meeting}
        reader="coordinator"
        unfolded={search.item}
        said={[]}
        addCases={prepared ? <AddToMeeting meetingId={id} cases={prepared} saying={saying} /> : undefined}
        saying={saying}
      />
    );
  },
);
