import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { ACCESS, type Act, SEES, whyNotAct, whyNotSee } from "./access";
import { MANDATES, type MandateKind, ROLES, type Role } from "./actor";

// Who may do what, written out by hand from the design: a change of the table in access.ts must be made here too.
// e employee · m manager · c coordinator · u unionRep · h hr · a admin | S authorisedSender · D decisionMaker ·
// G jointGroupMember · P safetyRep. A dot: not.
const MAY: Record<Act, string> = {
  "role.choose": "emcuha ....",
  "locale.choose": "emcuha ....",
  "draft.save": "emcuha ....",
  "substitute.name": "emcuha ....",

  "idea.save": "em.... ....",
  "idea.submit": "em.... ....",
  "idea.support": "em.... ....",
  "idea.endorse": ".m.... ....",
  "idea.return": ".m.... ....",
  "idea.takeUp": "..c... ....",
  "idea.decline": "..c... ....",
  "idea.park": "..c... ....",

  "preRegistration.prepare": "..c... ....",
  "preRegistration.submit": "..c... ....",
  "preRegistration.endorse": ".m.... ....",
  "preRegistration.return": ".mc... ....",
  "preRegistration.prioritise": "..c... ....",
  "preRegistration.park": "..c... ....",
  "preRegistration.withdraw": "..c... ....",

  "consultation.plan": "..c... ....",
  "consultation.call": "..c... ....",
  "consultation.recordMinutes": "..c... ....",
  "consultation.concludeSilent": "..c... ....",
  "consultation.concludeCentral": "..c... ....",
  "consultation.approveMinutes": "...u.. ....",
  "consultation.requestCentral": "...u.. ....",
  "statement.give": "...u.. ....",

  "approval.decide": "...... .D..",
  "approval.recordGroup": "..c... ....",

  "filing.prepare": "..c... ....",
  "filing.send": "...... S...",
  "filing.recordAnswer": "..c... ....",

  "initiative.plan": "..c... ....",
  "initiative.carryOut": "emc... ....",
  "initiative.cancel": "..c... ....",

  "requisition.prepare": "..c.h. ....",
  "requisition.send": "...... S...",
  "requisition.recordPayment": "..c.h. ....",
  "requisition.reconcile": "....h. ....",

  "fund.open": "..c.h. ....",
  "fund.provide": "..c.h. ....",
  "fund.transfer": "..c.h. ....",
  "fund.reverse": "....h. ....",

  "fund.distribute": "..c.h. ....",
  "provisionRate.save": "....ha ....",

  "coding.save": "....ha ....",
  "coding.correct": "..c.h. ....",

  "reconciliation.import": "....h. ....",
  "reconciliation.explain": "....h. ....",
  "reconciliation.closeMonth": "....h. ....",

  "alarm.handle": "..c.ha ....",

  "report.save": "..c.h. ....",
  "report.export": "..c.ha ....",

  "employer.settings": ".....a ....",
  "unit.save": ".....a ....",
  "person.save": ".....a ....",
  "role.save": ".....a ....",
  "mandate.save": ".....a ....",
  "union.save": ".....a ....",
  "agreement.save": ".....a ....",
};

const LETTER: Record<Role | MandateKind, string> = {
  employee: "e",
  manager: "m",
  coordinator: "c",
  unionRep: "u",
  hr: "h",
  admin: "a",
  authorisedSender: "S",
  decisionMaker: "D",
  jointGroupMember: "G",
  safetyRep: "P",
};
const held = (kind: MandateKind) => ({
  id: kind,
  kind,
  paragraph: null,
  amountLimit: null,
  side: null,
  until: null,
});
const acts = Object.keys(ACCESS) as Act[];

describe("who may do what", () => {
  it("is asked of every act, role and mandate", () => {
    expect(Object.keys(MAY)).toEqual(acts);
    for (const row of Object.values(MAY)) expect(row).toMatch(/^[emcuha.]{6} [SDGP.]{4}$/);
  });

  it.each(acts)("%s", (act) => {
    const roles = ROLES.map((role) => (whyNotAct({ role, mandates: [] }, act) ? "." : LETTER[role]));
    // A mandate gives its right in whatever role; the role that has least is asked.
    const least = ROLES.find((role) => whyNotAct({ role, mandates: [] }, act));
    const mandates = MANDATES.map((kind) =>
      least && whyNotAct({ role: least, mandates: [held(kind)] }, act) === null ? LETTER[kind] : ".",
    );
    expect(`${roles.join("")} ${mandates.join("")}`).toBe(MAY[act]);
  });

  it("is refused with a sentence that fits: a missing mandate is not a wrong role", () => {
    expect(whyNotAct({ role: "admin", mandates: [] }, "approval.decide")).toEqual({
      key: "refusals.noMandate",
    });
    expect(whyNotAct({ role: "admin", mandates: [held("authorisedSender")] }, "approval.decide")).toEqual({
      key: "refusals.noMandate",
    });
    expect(whyNotAct({ role: "admin", mandates: [] }, "idea.submit")).toEqual({ key: "refusals.noRight" });
  });
});

describe("which screens a role has", () => {
  const SEEN: Record<keyof typeof SEES, string> = {
    ideas: "emcuha",
    preRegistrations: "emcuh.",
    consultations: "..cu..",
    initiatives: "emcuh.",
    requisitions: "..c.h.",
    funds: "..cuha",
    reports: "..c.h.",
    reconciliation: "....h.",
    codings: "....ha",
    codingFaults: "..c.h.",
    alarms: "..c.ha",
    administration: ".....a",
  };
  it.each(Object.entries(SEEN))("%s: %s", (screen, expected) => {
    expect(Object.keys(SEEN)).toEqual(Object.keys(SEES));
    const seen = ROLES.map((role) => (whyNotSee({ role }, screen as keyof typeof SEES) ? "." : LETTER[role]));
    expect(seen.join("")).toBe(expected);
  });
});

// ---------- what is reachable from outside ----------

const src = fileURLToPath(new URL("..", import.meta.url));
const sources = (readdirSync(src, { recursive: true, encoding: "utf8" }) as string[])
  .filter((path) => /\.tsx?$/.test(path) && !path.includes("generated") && !/\.test\.tsx?$/.test(path))
  .map((path) => ({ path: path.split(sep).join("/"), text: readFileSync(join(src, path), "utf8") }));
const actionFiles = sources.filter(({ text }) => /^\s*["']use server["'];?/m.test(text));

/** What a "use server" file lets the world call, and with which right. */
function exportsOf(text: string): { name: string; act: string | null }[] {
  const exported = [
    ...text.matchAll(/^export\s+(?!type\b|interface\b)([\s\S]*?)(?=^export\s|$(?![\s\S]))/gm),
  ];
  return exported.map(([, body = ""]) => {
    const action = /^const\s+(\w+)\s*=\s*(?:formAction|draftAction)\(\s*"([^"]+)"/.exec(body);
    const name =
      /^(?:default\s+)?(?:async\s+)?(?:function\*?|const|let|class)?\s*\{?\s*(\w+)/.exec(body)?.[1] ??
      body.slice(0, 40);
    return { name: action?.[1] ?? name, act: action?.[2] ?? null };
  });
}

describe("every server action", () => {
  // Before anybody is signed in there is no role to ask: these three, and no more.
  const BEFORE_SIGN_IN = { "app/sign-in/actions.ts": ["chooseLocaleSignedOut", "signInAsDemo", "signOut"] };

  it("is a formAction or a draftAction with an act of the table", () => {
    const strangers = actionFiles
      .filter(({ path }) => !(path in BEFORE_SIGN_IN))
      .flatMap(({ path, text }) =>
        exportsOf(text)
          .filter(({ act }) => act === null || !(act in ACCESS))
          .map(({ name }) => `${path}: ${name}`),
      );
    expect(strangers).toEqual([]);
    expect(actionFiles.length).toBeGreaterThan(3);
  });

  it("before sign-in is one of the three that are named", () => {
    for (const [path, names] of Object.entries(BEFORE_SIGN_IN)) {
      const file = actionFiles.find((it) => it.path === path);
      expect(
        exportsOf(file?.text ?? "")
          .map((it) => it.name)
          .sort(),
      ).toEqual(names);
    }
  });

  it("stands in a file of its own, never inside a component", () => {
    const inline = sources
      .filter(({ text }) => /^[ \t]+["']use server["']/m.test(text))
      .map(({ path }) => path);
    expect(inline).toEqual([]);
  });

  it("or a command that one calls asks for every act", () => {
    const used = new Set(actionFiles.flatMap(({ text }) => exportsOf(text).map((it) => it.act)));
    // A file to download is a route; and a form with two buttons does two things, whose commands ask each its act.
    for (const { path, text } of sources)
      if (/\/route\.ts$|commands\.ts$/.test(path))
        for (const [, act = ""] of text.matchAll(/whyNotAct\([^)]*?"([^"]+)"\s*\)/g)) used.add(act);
    expect(acts.filter((act) => !used.has(act))).toEqual([]);
  });

  it("would be found if it were made in another way", () => {
    const acts = (text: string) => exportsOf(text).map(({ name, act }) => `${name} ${act}`);
    expect(acts('export const a = formAction("idea.save", s, async () => ({ done: k }));\n')).toEqual([
      "a idea.save",
    ]);
    expect(acts('export const a = formAction(\n  "idea.save",\n  s,\n);\nexport const b = 1;\n')).toEqual([
      "a idea.save",
      "b null",
    ]);
    expect(acts("export async function c() {}\n")).toEqual(["c null"]);
    expect(acts("export default async function d() {}\n")).toEqual(["d null"]);
    expect(acts("const x = 1;\nexport { x };\n")).toEqual(["x null"]);
    expect(acts('export const e = wrap(formAction("idea.save", s));\n')).toEqual(["e null"]);
    expect(acts("export type T = string;\n")).toEqual([]);
  });
});
