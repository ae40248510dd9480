import { whyNotAct, whyNotSee } from "@/domain/access";
import { NOT_FOUND, Refusal, refuseIf } from "@/domain/reason";
import { sieFile } from "@/features/reports/sie-file";
import { isAsked, sieSearch } from "@/features/reports/sie-schema";
import { downloadRoute } from "@/server/download";
import { writeSie } from "@/server/sie-write";

/** The vouchers of a fund's month for the accounting system. Refused, with its reason, as long as one coding is faulty. */
export const GET = downloadRoute(async ({ actor, t, today, search }) => {
  refuseIf(whyNotAct(actor, "report.export") ?? whyNotSee(actor, "reports"));
  const asked = sieSearch.parse(search);
  if (!isAsked(asked)) throw new Refusal(NOT_FOUND);
  const { file, whyNot } = await sieFile(actor, asked, today, t);
  refuseIf(whyNot);
  return {
    name: `${t("exports.sie.file")}-${asked.month}`,
    kind: "sie",
    async *bytes(onRows) {
      onRows(file.vouchers.length);
      yield writeSie(file);
    },
  };
});
