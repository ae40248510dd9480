import type { faultyLines } from "@/domain/account-coding";
import type { CaseCostLine } from "@/domain/case-sections";
import type { Day } from "@/domain/day";
import { money } from "@/messages/format";
import type { Locale } from "@/messages/messages";
import { sentence, type T } from "@/messages/translator";
import { Callout } from "@/ui/callout";

export type Saying = { t: T; locale: Locale; today: Day };

/** "Konteringen: 3 rader har fel", each with its reasons. It stops nothing: coding is often done later. */
export function CodingFaults({
  faulty,
  saying: { t, locale },
}: {
  faulty: ReturnType<typeof faultyLines<CaseCostLine>>;
  saying: Saying;
}) {
  if (faulty.length === 0) return null;
  return (
    <Callout tone="warn" title={t("codings.faults.onCase", { count: faulty.length })} small>
      <ul className="stack-s">
        {faulty.map(({ line, nth, faults }) => (
          <li key={nth}>
            <strong>{line.text || t(`words.costTypes.${line.costType}`)}</strong> {money(line.amount, locale)}
            {". "}
            {faults.map((fault) => sentence(t, fault)).join(" ")}
          </li>
        ))}
      </ul>
      <p>{t("codings.faults.later")}</p>
    </Callout>
  );
}
