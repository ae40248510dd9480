import { expect, type Locator, type Page } from "@playwright/test";
import { dayOf } from "@/domain/day";
import type { MessageKey } from "@/messages/messages";
import { look } from "./axe";
import { t } from "./people";

// What people do with a case from the idea to the unions' answers, and what they then see. Every step ends on a page
// that has said what was done, so the next one never runs ahead.

type Place = Page | Locator;

/** The Swedish day that both the portal and the person at the screen call today. */
export const today = (): string => dayOf(new Date());

const quoted = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
/** Labels are followed by "(frivilligt)" and buttons by what they are about, for those who do not see the page. */
export const begins = (text: string) => new RegExp(`^${quoted(text)}`);

export const field = (place: Place, label: string) => place.getByRole("textbox", { name: begins(label) });
export const choice = (place: Place, label: string) => place.getByRole("radio", { name: label, exact: true });
export const button = (place: Place, name: string) => place.getByRole("button", { name: begins(name) });
export const form = (page: Page, name: string) => page.getByRole("form", { name, exact: true });

/** Chooses the option that begins with these words. */
export async function choose(place: Place, label: string, option: string): Promise<void> {
  const select = place.getByRole("combobox", { name: begins(label) });
  const value = await select
    .locator("option", { hasText: begins(option) })
    .first()
    .getAttribute("value");
  await select.selectOption(value);
}

/** Follows a link and looks at the page it leads to. */
export async function follow(page: Page, link: Locator): Promise<void> {
  const from = page.url();
  await link.click();
  await page.waitForURL((url) => url.href !== from);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await look(page);
}

/** What the portal says has just been done. */
export async function told(page: Page, said: string): Promise<void> {
  const words = t(`app.said.${said}` as MessageKey);
  await expect(page.getByRole("status").filter({ hasText: words })).toBeVisible();
  await look(page);
}

const HEADINGS = {
  idea: /^Idéer$/,
  case: /^(Föranmälningar|Ansökningar)$/,
  initiative: /^Insatser$/,
} as const;

/** Searches for a title as anyone would, and opens what was found under one of the headings. */
export async function find(page: Page, what: keyof typeof HEADINGS, title: string): Promise<void> {
  const box = page.getByRole("searchbox", { name: t("app.frame.search") });
  await box.fill(title);
  await box.press("Enter");
  await page.waitForURL((url) => url.pathname === "/search");
  const found = page.getByRole("region", { name: HEADINGS[what] });
  await follow(page, found.getByRole("link", { name: title, exact: true }));
}

/** Goes to "Mina uppgifter" and opens the task about this. */
export async function takeTask(page: Page, kind: string, about: string): Promise<void> {
  await follow(page, page.getByRole("link", { name: begins(t("app.frame.tasks")) }));
  const words = t(`tasks.kinds.${kind}` as MessageKey, { subject: about });
  await follow(page, page.getByRole("main").getByRole("link", { name: words, exact: true }));
}

/** Changes the acting role in the menu under one's name. */
export async function actAs(page: Page, role: string): Promise<void> {
  await page.locator(".role-switch summary").click();
  await button(page, role).click();
  await told(page, "roleChosen");
}

// ——— The employee

export type Idea = { title: string; why: string; howMany: number };

/** Four questions, whose answers promise money. */
export async function askWhetherMoneyMayBeUsed(page: Page, title: string): Promise<void> {
  await follow(page, page.getByRole("navigation").getByRole("link", { name: t("app.nav.mayWe") }));
  await field(page, t("ideas.guide.what")).fill(title);
  await choice(page, t("ideas.guide.choices.employed.yes")).first().check();
  await choice(page, t("ideas.guide.choices.leadsTo.newTasks")).check();
  await choice(
    page.getByRole("group", { name: begins(t("ideas.guide.questions.ordinary")) }),
    t("ideas.guide.choices.ordinary.no"),
  ).check();
  await choice(page, t("ideas.guide.choices.pays.courseFee")).check();
  await button(page, t("ideas.guide.submit")).click();
  await expect(page.getByText(t("ideas.guide.answers.yes"))).toBeVisible();
  await look(page);
}

/** Three fields, and to the manager by name or without one. */
export async function handInIdea(page: Page, idea: Idea, manager: string | null): Promise<void> {
  await field(page, t("ideas.form.what")).fill(idea.title);
  await field(page, t("ideas.form.why")).fill(idea.why);
  await choice(page, t("ideas.audience.some")).check();
  await field(page, t("ideas.form.howMany")).fill(String(idea.howMany));
  await button(page, manager ? t("ideas.form.toManager", { name: manager }) : t("ideas.form.alone")).click();
  await expect(page.getByText(t("ideas.receipt.title", { title: idea.title }))).toBeVisible();
  await look(page);
}

/** Where the idea is now, in the page's first sentence. */
export async function expectBallWith(page: Page, who: string): Promise<void> {
  await expect(page.getByRole("main").locator(".sentence").first()).toContainText(who);
}

// ——— The manager

export async function returnIdea(page: Page, missing: string): Promise<void> {
  await page.getByText(t("ideas.answer.returnOpen"), { exact: true }).click();
  await field(page, t("ideas.answer.missing")).fill(missing);
  await button(page, t("ideas.answer.return")).click();
  await told(page, "ideaReturned");
}

/** Says yes for the unit, and what it pays itself. */
export async function endorseIdea(page: Page, ownCost: string): Promise<void> {
  await field(page, t("ideas.answer.ownCost")).fill(ownCost);
  await button(page, t("ideas.answer.endorse")).click();
  await told(page, "ideaEndorsed");
}

export async function endorseCase(page: Page): Promise<void> {
  await button(page, t("preRegistrations.case.endorse")).click();
  await told(page, "caseEndorsed");
}

// ——— The coordinator

/** Takes the idea up and begins a case with it. Returns the case's number. */
export async function makeCaseOfIdea(page: Page, scheme: "tlo" | "lom"): Promise<string> {
  await button(page, t("ideas.answer.takeUp")).click();
  await told(page, "ideaTakenUp");
  await follow(page, page.getByRole("link", { name: t("ideas.answer.makeCase", { scheme }) }));
  await button(page, t("preRegistrations.create.make")).click();
  await told(page, "caseCreated");
  const number = (await page.getByRole("main").innerText()).match(/\b\d{4}-\d{4}\b/)?.[0];
  if (!number) throw new Error("The new case shows no number.");
  return number;
}

export type CaseText = {
  need: string;
  initiative: string;
  beyondOrdinary: string;
  risk: string;
  group: { occupation: string; aid: string; takingPart: number; covering: number };
  provider: { kind: string; name: string };
  from: string;
  until: string;
  costs: { kind: string; text: string; amount: string }[];
  ownCost: string;
};

type Section = "groups" | "provider" | "period" | "owner" | "area" | "costs" | "units";
type TextSection = "need" | "initiative" | "beyondOrdinary" | "risk";

/** Opens one section of the task list, fills it in and saves it. */
async function fillIn(page: Page, section: Section | TextSection, fill: () => Promise<void>): Promise<void> {
  const title = t(`preRegistrations.edit.${section}.title`);
  await follow(page, page.getByRole("main").getByRole("link", { name: title, exact: true }));
  await fill();
  await button(page, t("preRegistrations.edit.save")).first().click();
  await told(page, "sectionSaved");
}

const row = (page: Page, number: number) =>
  page.getByRole("group", { name: t("preRegistrations.edit.rowNumber", { number }), exact: true });
const edit = "preRegistrations.edit" as const;

/** Everything but who answers for it after the decision. */
export async function writeCase(page: Page, it: CaseText): Promise<void> {
  for (const section of ["need", "initiative", "beyondOrdinary", "risk"] as const)
    await fillIn(page, section, () => field(page, t(`${edit}.${section}.label`)).fill(it[section]));
  await fillIn(page, "groups", async () => {
    await field(row(page, 1), t(`${edit}.groups.occupation`)).fill(it.group.occupation);
    await field(row(page, 1), t(`${edit}.groups.aid`)).fill(it.group.aid);
    await field(row(page, 1), t(`${edit}.groups.takingPart`)).fill(String(it.group.takingPart));
    await field(row(page, 1), t(`${edit}.groups.covering`)).fill(String(it.group.covering));
  });
  await fillIn(page, "provider", async () => {
    await choice(page, it.provider.kind).check();
    await field(page, t(`${edit}.provider.name`)).fill(it.provider.name);
  });
  await fillIn(page, "period", async () => {
    await field(page, t(`${edit}.period.from`)).fill(it.from);
    await field(page, t(`${edit}.period.until`)).fill(it.until);
  });
  await fillIn(page, "area", () => choice(page, t("words.areas.competence")).check());
  await fillIn(page, "costs", async () => {
    for (const [nth, line] of it.costs.entries()) {
      await choose(row(page, nth + 1), t(`${edit}.costs.costType`), line.kind);
      await field(row(page, nth + 1), t(`${edit}.costs.text`)).fill(line.text);
      await field(row(page, nth + 1), t(`${edit}.costs.amount`)).fill(line.amount);
    }
  });
  await fillIn(page, "units", () => field(row(page, 1), t(`${edit}.units.ownCost`)).fill(it.ownCost));
}

/** Names who sees to it that it comes about. */
export async function nameOwner(page: Page, name: string): Promise<void> {
  await fillIn(page, "owner", () => choose(page, t(`${edit}.owner.label`), name));
}

/** From the task list to the case, and in with it. */
export async function submitCase(page: Page): Promise<void> {
  await follow(page, page.getByRole("link", { name: t(`${edit}.check`) }));
  await button(page, t("preRegistrations.case.submit")).click();
  await told(page, "caseSubmitted");
}

export async function prepareCase(page: Page): Promise<void> {
  await button(page, t("preRegistrations.case.prepare")).click();
  await told(page, "casePrepared");
}

/** Moves the case one place up in the coordinator's order. */
export async function moveUpInOrder(page: Page, title: string): Promise<void> {
  await follow(page, page.getByRole("navigation").getByRole("link", { name: t("app.nav.prioritise") }));
  const place = async () =>
    Number(await page.getByRole("row", { name: title }).getByRole("cell").first().innerText());
  const before = await place();
  await page
    .getByRole("row", { name: title })
    .getByRole("button", { name: begins(t("preRegistrations.prioritise.up")) })
    .click();
  await expect.poll(place, { message: "its place in the order" }).toBe(before - 1);
  await look(page);
}

/** Plans a meeting for today: the rules allow it, since every union answers before it is minuted. */
export async function planMeetingToday(page: Page, place: string): Promise<void> {
  await follow(page, page.getByRole("navigation").getByRole("link", { name: t("app.nav.consultations") }));
  const folded = page.getByText(t("consultations.plan.choose"), { exact: true });
  if (await folded.isVisible()) await folded.click();
  await field(page, t("consultations.plan.day")).fill(today());
  await field(page, t("consultations.plan.place")).fill(place);
  await button(page, t("consultations.plan.submit")).click();
  await told(page, "meetingPlanned");
}

/** Puts the case on the agenda of the meeting that is open on the screen. */
export async function putOnAgenda(page: Page, title: string): Promise<void> {
  await page.getByRole("checkbox", { name: new RegExp(`${quoted(title)}$`) }).check();
  await button(page, t("consultations.add.submit")).click();
  await told(page, "caseSent");
}

/** Sends the case that is open on the screen to the meeting at this place. */
export async function sendToMeeting(page: Page, place: string): Promise<void> {
  const meetings = page.getByRole("combobox", { name: t("preRegistrations.case.meeting") });
  const value = await meetings.locator("option", { hasText: place }).getAttribute("value");
  await meetings.selectOption(value);
  await button(page, t("preRegistrations.case.consult")).click();
  await told(page, "caseSent");
}

/** Opens the meeting at this place from the list of meetings. */
export async function openMeeting(page: Page, place: string): Promise<void> {
  await follow(page, page.getByRole("navigation").getByRole("link", { name: t("app.nav.consultations") }));
  await follow(page, page.getByRole("row").filter({ hasText: place }).getByRole("link"));
}

export async function callMeeting(page: Page): Promise<void> {
  await button(page, t("consultations.call.submit")).click();
  await told(page, "meetingCalled");
}

export async function recordMinutes(page: Page, number: string, text: string): Promise<void> {
  await field(page, t("consultations.minutes.number")).fill(number);
  await field(page, t("consultations.minutes.text")).fill(text);
  await button(page, t("consultations.minutes.record")).click();
  await told(page, "minutesRecorded");
}

// ——— The union representative

/** Answers the item that stands open on the meeting's page. */
export async function giveStatement(page: Page, answer: "noObjection" | "remarks", text = ""): Promise<void> {
  await choice(page, t(`consultations.answers.${answer}`)).check();
  if (answer === "remarks") await field(page, t("consultations.answer.remarks")).fill(text);
  await button(page, t("consultations.answer.submit")).click();
  await told(page, "statementGiven");
}

export async function approveMinutes(page: Page): Promise<void> {
  await button(page, t("consultations.minutes.approve")).click();
  await told(page, "minutesApproved");
}
