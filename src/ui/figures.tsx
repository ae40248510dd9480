import type { ReactNode } from "react";

/** A few numbers beside each other, each with its label and what it is measured against. */
export function Figures({
  items,
  ruled,
}: {
  items: { label: string; value: ReactNode; of?: ReactNode }[];
  ruled?: boolean;
}) {
  return (
    <dl className={ruled ? "figures figures-ruled" : "figures"}>
      {items.map((item) => (
        <div className="figure" key={item.label}>
          <dt>{item.label}</dt>
          <dd className="money">{item.value}</dd>
          {item.of ? <dd className="of">{item.of}</dd> : null}
        </div>
      ))}
    </dl>
  );
}
