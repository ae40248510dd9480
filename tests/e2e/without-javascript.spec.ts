import { randomUUID } from "node:crypto";
import { expect, test } from "@playwright/test";
import { lookAtEveryPage } from "./axe";
import { signInAs, t } from "./people";
import * as step from "./steps";

// A region's need goes from idea to the unions' answers in browsers that run no script: every form posts, folds open and
// comes back filled by itself.

test.use({ javaScriptEnabled: false });

test("an idea is handed in, endorsed and answered by the unions without JavaScript", async ({
  page,
  browser,
}) => {
  test.setTimeout(480_000);
  const mark = randomUUID().slice(0, 8);
  const title = `Yrkessvenska på vårdavdelningen ${mark}`;
  const room = `Rum ${mark}`;
  const beside = await browser.newContext({ javaScriptEnabled: true });
  await lookAtEveryPage(page, await beside.newPage());

  await test.step("a form that is refused comes back with every word, and says at the field what is missing", async () => {
    await signInAs(page, "Emma Törn");
    await step.follow(page, page.getByRole("navigation").getByRole("link", { name: t("app.nav.newIdea") }));
    await step.field(page, t("ideas.form.what")).fill(title);
    await step.field(page, t("ideas.form.why")).fill("Nya kollegor ska våga fråga.\nPå svenska, i arbetet.");
    await step.button(page, t("ideas.form.toManager", { name: "Mats Ljung" })).click();
    await expect(page.getByRole("alert")).toContainText(t("ideas.form.needAudience"));
    await expect(step.field(page, t("ideas.form.what"))).toHaveValue(title);
    await expect(step.field(page, t("ideas.form.why"))).toHaveValue(
      "Nya kollegor ska våga fråga.\nPå svenska, i arbetet.",
    );
  });

  await test.step("the employee hands in the idea with the manager", async () => {
    const idea = { title, why: "Nya kollegor ska våga fråga.", howMany: 9 };
    await step.handInIdea(page, idea, "Mats Ljung");
    await step.follow(page, page.getByRole("link", { name: t("ideas.receipt.toIdea") }));
    await step.expectBallWith(page, "Mats Ljung");
  });

  await test.step("the manager endorses it", async () => {
    await signInAs(page, "Mats Ljung");
    await step.takeTask(page, "endorseIdea", title);
    await step.endorseIdea(page, "");
  });

  await test.step("the coordinator writes the case and calls the unions", async () => {
    await signInAs(page, "Gunilla Hedlund");
    await step.takeTask(page, "takeUpIdea", title);
    await step.makeCaseOfIdea(page, "tlo");
    await step.writeCase(page, {
      need: "Undersköterskor med annat modersmål får fler uppgifter.",
      initiative: "Språkstöd två timmar i veckan under ett halvår.",
      beyondOrdinary: "Det leder till nya uppgifter och är ingen introduktion.",
      risk: "Avdelningen är en person kort under passen.",
      group: { occupation: "Undersköterskor", aid: "207009", takingPart: 9, covering: 18 },
      provider: { kind: t("words.providers.ownRegime"), name: "Regionservice" },
      from: step.today(),
      until: step.today(),
      costs: [{ kind: t("words.costTypes.supervision"), text: "", amount: "64 000" }],
      ownCost: "",
    });
    await step.nameOwner(page, "Mats Ljung");
    await step.submitCase(page);
    await step.prepareCase(page);
    await step.planMeetingToday(page, room);
    await step.putOnAgenda(page, title);
    await step.callMeeting(page);
  });

  await test.step("each union answers", async () => {
    await signInAs(page, "Ulla Brandt");
    await step.takeTask(page, "answerVoice", title);
    await step.giveStatement(page, "noObjection");
    await signInAs(page, "Roger Falk");
    await step.openMeeting(page, room);
    await step.giveStatement(page, "remarks", "Handledarna behöver egen tid i schemat.");
    await expect(
      page.getByText(t("consultations.answer.said", { answer: t("consultations.answers.remarks") })),
    ).toBeVisible();
  });

  await beside.close();
});
