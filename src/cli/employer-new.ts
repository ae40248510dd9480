// Makes an employer and its first administrator, by the owner's login: npm run employer:new -- --slug … --name … …
import { parseArgs } from "node:util";
import pg from "pg";
import { dayOf } from "@/domain/day";
import { holdsPersonalNumber } from "@/domain/person";
import { createEmployer, type NewEmployer, SlugTaken } from "./create-employer";

const USAGE = `npm run employer:new -- --slug sundhamn --name "Sundhamns stad" --scheme tlo --admin-given Ada --admin-family Ek
  --scheme            tlo (KOM-KR, municipalities and regions) or lom (state agencies)
  --admin-email       e-mail of the first administrator
  --admin-number      employee number of the first administrator: what the identity provider sends; never a personnummer
  --issuer, --subject how the identity provider names the first administrator (both or none)
  --headcount         number of employees
  --demo              invented people; allows sign-in without a password where DEMO_SIGN_IN does`;

/** Says what is wrong with the arguments, all of it at once. */
class BadArguments extends Error {}

function readArguments(args: string[]): NewEmployer {
  const text = { type: "string" } as const;
  let values: Record<string, string | boolean | undefined>;
  try {
    ({ values } = parseArgs({
      args,
      options: {
        slug: text,
        name: text,
        scheme: text,
        "admin-given": text,
        "admin-family": text,
        "admin-email": text,
        "admin-number": text,
        issuer: text,
        subject: text,
        headcount: text,
        demo: { type: "boolean" },
      },
    }));
  } catch (fault) {
    throw new BadArguments(fault instanceof Error ? fault.message : String(fault));
  }
  const faults: string[] = [];
  const word = (name: string) => String(values[name] ?? "").trim();
  const required = (name: string) => {
    if (!word(name)) faults.push(`--${name} is missing.`);
    return word(name);
  };
  const slug = required("slug");
  if (slug && !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug))
    faults.push("--slug takes lower-case letters a–z, digits and single hyphens.");
  const name = required("name");
  const scheme = required("scheme");
  if (scheme && scheme !== "tlo" && scheme !== "lom") faults.push("--scheme is tlo or lom.");
  const admin = {
    givenName: required("admin-given"),
    familyName: required("admin-family"),
    email: word("admin-email") || null,
    employeeNumber: word("admin-number") || null,
  };
  if (holdsPersonalNumber(word("admin-number")))
    faults.push(
      "--admin-number is a personal identity number. The portal keeps none; give the employee number.",
    );
  const [issuer, subject] = [word("issuer"), word("subject")];
  if (Boolean(issuer) !== Boolean(subject)) faults.push("--issuer and --subject come together.");
  const headcount = word("headcount");
  if (headcount && !/^[1-9]\d{0,6}$/.test(headcount)) faults.push("--headcount is a whole number.");
  if (faults.length > 0) throw new BadArguments(faults.join("\n"));
  return {
    slug,
    name,
    admin,
    scheme: scheme === "lom" ? "lom" : "tlo",
    demo: values.demo === true,
    headcount: headcount ? Number(headcount) : null,
    identity: issuer ? { issuer, subject } : null,
  };
}

async function run(): Promise<void> {
  const wish = readArguments(process.argv.slice(2));
  const connectionString = process.env.DATABASE_OWNER_URL;
  if (!connectionString)
    throw new BadArguments(
      "DATABASE_OWNER_URL is not set. Only the login that owns the database makes employers (see .env.example).",
    );
  const owner = new pg.Client({ connectionString });
  await owner.connect();
  try {
    const now = new Date();
    await createEmployer(owner, wish, now, dayOf(now));
  } finally {
    await owner.end();
  }
  console.log(
    `${wish.name} (${wish.slug}) is there. ${wish.admin.givenName} ${wish.admin.familyName} is its administrator.`,
  );
  console.log(
    "Next, signed in as administrator: units, people with their roles, the unions to hear. The page Administration says what is missing.",
  );
}

await run().catch((fault: unknown) => {
  if (fault instanceof BadArguments) console.error(`${fault.message}\n\n${USAGE}`);
  else console.error(fault instanceof SlugTaken ? fault.message : fault);
  process.exitCode = 1;
});
