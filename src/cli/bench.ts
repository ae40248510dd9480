// Measures what was promised of speed and memory, in ratios to an anchor of the same run. Started by bench.mjs, which
// has made the databases' frames and the servers; `fill` makes a world, `measure` looks at it.
import pg from "pg";
import { dayOf } from "@/domain/day";
import { ROUNDS } from "./bench/measure";
import { measureMoney } from "./bench/money";
import { measureExports, measurePages, type Server, signedIn } from "./bench/pages";
import { makeRaces } from "./bench/race";
import { asTable } from "./bench/report";
import { makeWorld } from "./bench/world";

/** What bench.mjs tells: addresses of the owner's and the web's logins, servers, and where files may lie. */
type Wish = {
  owner: { small: string; large: string; race: string };
  web: { race: string };
  servers: { bare: Server; small: Server; large: Server };
  secret: string;
  folder: string;
};

const [what = "", given = ""] = process.argv.slice(2);
if (what === "fill") await fill(JSON.parse(given));
else if (what === "measure") await measure(JSON.parse(given));
else throw new Error("Started by npm run bench.");

async function fill(it: { owner: string; cases: number; races: boolean }): Promise<void> {
  await withOwner(it.owner, async (client) => {
    await makeWorld(client, { cases: it.cases }, dayOf(new Date()));
    if (it.races) await makeRaces(client, ROUNDS);
  });
}

async function measure(it: Wish): Promise<void> {
  const figures = await withOwner(it.owner.large, async (large) => {
    const cookie = await signedIn(large, it.secret);
    return [
      ...(await measurePages(it.servers, cookie)),
      ...(await measureExports(it.servers.large, cookie, large, it.folder)),
    ];
  });
  figures.push(...(await withOwner(it.owner.race, (race) => measureMoney(race, it.web.race))));
  const missed = figures.filter(({ met }) => !met).length;
  console.log(`\n${asTable(figures)}\n`);
  console.log(
    `${figures.length - missed} of ${figures.length} met. Medians of ${ROUNDS} rounds, each thing in its turn.`,
  );
}

async function withOwner<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
