import type { Day } from "@/domain/day";
import { longDay } from "@/messages/format";
import type { Locale } from "@/messages/messages";
import type { T } from "@/messages/translator";
import { Link } from "@/ui/link";
import type { UnitRow } from "./unit-queries";

type Saying = { t: T; locale: Locale; today: Day };
type Branch = { unit: UnitRow; below: Branch[] };

/** Rows in reading order, each with its depth, as branches. */
function branches(rows: readonly UnitRow[]): Branch[] {
  const top: Branch[] = [];
  const open: Branch[] = [];
  for (const unit of rows) {
    const branch: Branch = { unit, below: [] };
    open.length = unit.depth;
    (open.at(-1)?.below ?? top).push(branch);
    open.push(branch);
  }
  return top;
}

/** The tree of units as a nested list, which is also how it is read aloud. */
export function UnitTree({ rows, saying }: { rows: UnitRow[]; saying: Saying }) {
  return <Branches of={branches(rows)} saying={saying} top />;
}

function Branches({ of, saying, top }: { of: Branch[]; saying: Saying; top?: boolean }) {
  return (
    <ul className={top ? "list-none p-0" : "list-none border-l border-hairline pl-s5"}>
      {of.map(({ unit, below }) => (
        <li key={unit.id} className="pt-s2">
          <UnitLine unit={unit} saying={saying} />
          {below.length > 0 ? <Branches of={below} saying={saying} /> : null}
        </li>
      ))}
    </ul>
  );
}

function UnitLine({ unit, saying: { t, locale, today } }: { unit: UnitRow; saying: Saying }) {
  const notes = [
    unit.kind,
    ...(unit.code ? [unit.code] : []),
    t("administration.units.people", { count: unit.people }),
  ];
  if (unit.from > today) notes.push(t("administration.units.beginsOn", { day: longDay(unit.from, locale) }));
  if (unit.until)
    notes.push(
      t(unit.until < today ? "administration.units.endedOn" : "administration.units.endsOn", {
        day: longDay(unit.until, locale),
      }),
    );
  if (unit.successorName) notes.push(t("administration.units.into", { unit: unit.successorName }));
  return (
    <span className="row">
      <Link href={`/admin/units/${unit.id}`}>{unit.name}</Link>
      <span className="note">{notes.join(" · ")}</span>
    </span>
  );
}
