import type { Actor } from "@/domain/actor";
import { roundMoney } from "@/messages/format";
import { fundForecast } from "./forecast-case-queries";
import { ForecastCases } from "./forecast-cases";
import { ForecastChart } from "./forecast-chart";
import { ForecastFigures } from "./forecast-figures";
import { silentUnits } from "./forecast-unit-queries";
import { SilentUnitsSection } from "./forecast-units";
import { FundWaterfall } from "./forecast-waterfall";
import { ageSentence } from "./forecast-words";
import type { Saying } from "./fund-words";
import type { FundWithTotals } from "./queries";

/**
 * The fund ahead: burn-down and forecast, what will be lost and which cases can still save it, how the frame was used,
 * and who never applied. Reads for itself; stands anywhere on a page about one fund.
 */
export async function ForecastSection({
  actor,
  fund,
  saying,
}: {
  actor: Actor;
  fund: FundWithTotals;
  saying: Saying;
}) {
  const { t, locale, today } = saying;
  if (fund.totals.frame === 0n) return null;
  const { forecast, cases, together } = await fundForecast(actor, fund.id, today);
  const silent = forecast.isOpen ? await silentUnits(actor, today) : null;
  const age = ageSentence(forecast, saying);
  return (
    <>
      {forecast.isOpen ? (
        <section className="section">
          {age ? (
            <p>
              {age}{" "}
              <span className="note">
                {t("money.forecast.ageNote", { yearly: roundMoney(forecast.yearly ?? 0n, locale) })}
              </span>
            </p>
          ) : null}
          <ForecastChart it={forecast} saying={saying} />
          {together ? <p className="note">{t("money.forecast.together")}</p> : null}
          <ForecastFigures it={forecast} saying={saying} />
        </section>
      ) : null}
      {cases && (forecast.isOpen || (forecast.losing?.amount ?? 0n) > 0n) ? (
        <ForecastCases it={forecast} cases={cases} saying={saying} />
      ) : null}
      <section className="section">
        <FundWaterfall fund={fund} saying={saying} />
      </section>
      {silent ? <SilentUnitsSection silent={silent} frame={fund.totals.frame} saying={saying} /> : null}
    </>
  );
}
