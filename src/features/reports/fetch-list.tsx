import { whyNotAct, whyNotSee } from "@/domain/access";
import type { Actor } from "@/domain/actor";
import type { T } from "@/messages/translator";
import { FetchLinks } from "@/ui/fetch-links";
import { LIST_EXPORTS, type ListName } from "./list-exports";
import { LIST_KINDS } from "./list-file";

/** The files of a list, with the filter of its page; nothing for who may not take it home. */
export function FetchList({
  list,
  search,
  actor,
  t,
}: {
  list: ListName;
  search: Record<string, string | undefined>;
  actor: Actor;
  t: T;
}) {
  const { see } = { see: undefined, ...LIST_EXPORTS[list] };
  if (whyNotAct(actor, "report.export") ?? (see ? whyNotSee(actor, see) : null)) return null;
  const { after: _, said: __, ...filter } = search;
  const query = Object.entries(filter).filter((part): part is [string, string] => Boolean(part[1]));
  const name = t(`exports.lists.${list}.name`);
  const links = LIST_KINDS.map((kind) => ({
    href: `/exports/${list}?${new URLSearchParams([...query, ["format", kind]])}`,
    label: t(`exports.kinds.${kind}`),
    about: t("exports.about", { list: name, kind: t(`exports.kinds.${kind}`) }),
  }));
  const progress = { address: "/exports/progress", start: t("exports.progress.start") };
  return (
    <FetchLinks
      label={t("exports.fetch")}
      name={t("exports.fetchOf", { list: name })}
      links={links}
      progress={"copy" in LIST_EXPORTS[list] ? progress : undefined}
    />
  );
}
