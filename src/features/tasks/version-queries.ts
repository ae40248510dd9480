import { AGREEMENTS, versionsOf } from "@/domain/agreement";
import { endedVersion, VERSIONED_CASE } from "@/domain/agreement-changes";
import { casesVisibleTo } from "@/server/scope";
import { hasStatus } from "@/server/status-key";
import { addressOf } from "./addresses";
import { type Finder, found, OLDEST } from "./find-queries";

/** Cases whose version of the agreement ended before anything was filed, to move over or withdraw. [design 3] */
export const casesToMoveOver: Finder = async ({ tx, actor, scheme, today }) => {
  const ended = versionsOf(scheme).filter((version) => (AGREEMENTS[version].until ?? today) < today);
  if (ended.length === 0) return [];
  const rows = await tx.preRegistration.findMany({
    where: {
      AND: [
        casesVisibleTo(actor),
        {
          version: { in: ended },
          ...hasStatus(...VERSIONED_CASE),
          filings: { none: { status: { not: "draft" } } },
        },
      ],
    },
    ...OLDEST,
    select: { id: true, number: true, title: true, status: true, version: true },
  });
  return rows.flatMap(({ id, number, title, ...it }) => {
    const news = endedVersion({ ...it, filed: false }, today);
    return news
      ? found({
          kind: "moveCaseOver",
          id,
          href: addressOf.case(id),
          subject: title,
          place: number,
          since: news.lastDay,
        })
      : [];
  });
};
