import type { Ore } from "@/domain/money";
import { money as kronor, roundMoney } from "@/messages/format";
import { MoneyThread } from "@/ui/money-thread";
import type { ThreadSegment } from "@/ui/thread-layout";
import type { Saying } from "./home-frame";
import type { HomeMoney } from "./home-money-queries";

/**
 * The fund as one thread. What is on its way takes from what is left, at most all of it. For a role that reaches only
 * some units what is on its way is a part, so that nothing is said of what has no proposal.
 */
export function FundThread({ money, saying }: { money: HomeMoney; saying: Saying }) {
  const { t, locale } = saying;
  const { fund, thread, whole } = money;
  if (thread.frame === 0n) return null;
  const segment = (
    key: "paid" | "granted" | "booked" | "onItsWay" | "left" | "noProposal",
    amount: Ore,
    kind: ThreadSegment["kind"],
    length = amount,
  ): ThreadSegment => ({
    label: t(`tasks.home.coordinator.${key}`),
    value: kronor(amount, locale),
    short: roundMoney(amount, locale),
    share: Number(length) / Number(thread.frame),
    kind,
  });
  const ahead = thread.onItsWay < thread.available ? thread.onItsWay : thread.available;
  const segments = [
    segment("paid", thread.paid, "paid"),
    segment("granted", thread.granted, "granted"),
    segment("booked", thread.booked, "booked"),
    ...(whole
      ? [
          segment("onItsWay", thread.onItsWay, "loose", ahead),
          // Frayed is lost: only money that goes back when its day has passed.
          segment("noProposal", thread.noProposal, fund.reverts ? "frayed" : "loose"),
        ]
      : [segment("left", thread.available, fund.reverts ? "frayed" : "loose")]),
  ];
  return (
    <MoneyThread
      caption={t("tasks.home.coordinator.thread", { fund: fund.name, frame: kronor(thread.frame, locale) })}
      segments={segments}
    />
  );
}
