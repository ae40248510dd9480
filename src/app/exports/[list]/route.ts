import { whyNotAct, whyNotSee } from "@/domain/access";
import { NOT_FOUND, Refusal, refuseIf } from "@/domain/reason";
import { listAt } from "@/features/reports/list-exports";
import { LIST_KINDS, listFile } from "@/features/reports/list-file";
import { downloadRoute, kindAsked } from "@/server/download";

/** A list as a file: whoever may take lists home and sees the screen, with the filter of the address. */
export const GET = downloadRoute(async ({ actor, employer, roles, t, locale, today, params, search }) => {
  refuseIf(whyNotAct(actor, "report.export"));
  const found = listAt(params.list ?? "");
  if (!found) throw new Refusal(NOT_FOUND);
  refuseIf(found.list.see ? whyNotSee(actor, found.list.see) : null);
  // A file holds the whole selection, from whichever page it is fetched.
  const { format, after: _, said: __, ...filter } = search;
  const reader = { actor, roles, t, locale, today, scheme: employer.scheme, caseWord: employer.caseWord };
  return listFile(found, kindAsked(format, LIST_KINDS), reader, filter);
});
