import type { Actor } from "@/domain/actor";
import { ChangesTable } from "@/features/agreements/version-changes";
import { rowsBetween } from "@/features/agreements/version-words";
import { longDay } from "@/messages/format";
import { SubmitButton } from "@/ui/button";
import { Callout } from "@/ui/callout";
import { HiddenField } from "@/ui/fields";
import { Form } from "@/ui/form";
import { Link } from "@/ui/link";
import { moveCaseOverAction } from "./actions";
import type { Saying } from "./case-words";
import { getVersionNews } from "./version-queries";

/** What happened to the agreement under a case: what changed under a draft, or that a case must be moved over. */
export async function VersionNotice({
  actor,
  caseId,
  saying,
}: {
  actor: Actor;
  caseId: string;
  saying: Saying;
}) {
  const { t, locale } = saying;
  const news = await getVersionNews(actor, caseId, saying.today);
  if (!news) return null;
  if (news.kind === "draft")
    return (
      <Callout tone="warn" title={t("preRegistrations.version.draftTitle")}>
        <p>
          {t("preRegistrations.version.draftText")}{" "}
          <Link href={`/agreements/${news.now}`}>{t(`words.versions.${news.now}`)}</Link>
        </p>
        <ChangesTable rows={rowsBetween(news.before, news.now, saying)} saying={saying} />
      </Callout>
    );
  const { version, lastDay, to } = news;
  return (
    <Callout tone="stop" title={t("preRegistrations.version.endedTitle")}>
      <p>
        {t("preRegistrations.version.endedText", {
          version: t(`words.versions.${version}`),
          day: longDay(lastDay, locale),
        })}
      </p>
      {to ? (
        <>
          <ChangesTable rows={rowsBetween(version, to, saying)} saying={saying} />
          <Form action={moveCaseOverAction} className="stack-s">
            <HiddenField name="id" value={caseId} />
            <p>
              <SubmitButton tone="main">
                {t("preRegistrations.version.moveOver", { version: t(`words.versions.${to}`) })}
              </SubmitButton>
            </p>
          </Form>
          <p className="small">{t("preRegistrations.version.orWithdraw")}</p>
        </>
      ) : (
        <p>{t("preRegistrations.why.noVersion")}</p>
      )}
    </Callout>
  );
}
