const PATHS = {
  search: "M8.5 3a5.5 5.5 0 1 0 0 11a5.5 5.5 0 1 0 0-11Zm4.5 10 4.5 4.5",
  menu: "M3 6h14M3 10h14M3 14h14",
  down: "m5 7.5 5 5 5-5",
  right: "M4 10h12m-4.5-4.5L16 10l-4.5 4.5",
  save: "M10 3v9m-4-4 4 4 4-4M4 16.5h12",
  people:
    "M7.5 4a3 3 0 1 0 0 6a3 3 0 1 0 0-6ZM2 16.5c.3-3.3 2.4-5 5.5-5s5.2 1.7 5.5 5M13 4.3a3 3 0 0 1 0 5.4M15 12c1.8.7 2.8 2.2 3 4.5",
};

export type IconName = keyof typeof PATHS;

/** The six symbols there are. Always beside words, so never read aloud. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 20 20" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
