import { firstCodingFaults } from "@/features/codings/fault-queries";
import { type Finder, found, ONE_ABOVE } from "./find-queries";

/** Cost lines that cannot be booked as they are coded: one task for all of them, since they are put right in one place. */
export const codingToCorrect: Finder = async ({ tx, actor, today }) => {
  const faulty = await firstCodingFaults(tx, actor, today, ONE_ABOVE);
  const [first] = faulty;
  if (!first) return [];
  return [
    found({
      kind: "correctCoding",
      id: actor.employerId,
      href: "/coding/faults",
      subject: "",
      since: first.case.since,
      count: faulty.length,
    }),
  ];
};
