import { FORECAST_RULE } from "@/domain/forecast";
import type { T } from "@/messages/translator";

/** How the forecast is made, sentence by sentence. */
export function ForecastRule({ t }: { t: T }) {
  return (
    <div className="stack-s small">
      <p>
        <b>{t("money.forecast.ruleTitle")}</b>
      </p>
      <ul className="stack-s">
        {FORECAST_RULE.map((key) => (
          <li key={key}>{t(key)}</li>
        ))}
      </ul>
    </div>
  );
}
