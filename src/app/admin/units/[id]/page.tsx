import { portalPage } from "@/app/portal-page";
import { AdminFormPage } from "@/features/people/admin-form-page";
import { ChangeUnitForm, EndUnitForm, MovePeopleForm, MoveUnitForm } from "@/features/people/unit-forms";
import { getUnit } from "@/features/people/unit-queries";
import { longDay } from "@/messages/format";
import { ButtonLink } from "@/ui/button";
import { Callout } from "@/ui/callout";
import { Obstacles } from "@/ui/obstacles";
import { Section } from "@/ui/section";

export default portalPage(
  { see: "administration", title: (t) => t("administration.units.title"), dense: true },
  async ({ actor, t, locale, today, params }) => {
    const unit = await getUnit(actor, params.id ?? "", today);
    const ended = unit.until !== null && unit.until < today;
    return (
      <AdminFormPage
        trail={[{ href: "/admin/units", label: t("administration.units.title") }]}
        title={unit.name}
        sentence={
          unit.parentName
            ? t("administration.units.changeSentence", { name: unit.name, parent: unit.parentName })
            : t("administration.units.changeTop", { name: unit.name })
        }
      >
        {unit.until ? (
          <Callout
            tone={ended ? "open" : "warn"}
            title={t(ended ? "administration.units.hasEnded" : "administration.units.willEnd", {
              day: longDay(unit.until, locale),
            })}
          >
            {unit.successorName ? (
              <p>{t("administration.units.mergedInto", { unit: unit.successorName })}</p>
            ) : null}
          </Callout>
        ) : (
          <p>
            <ButtonLink href={`/admin/units/new?under=${unit.id}`}>
              {t("administration.units.add")}
            </ButtonLink>
          </p>
        )}
        {unit.until && unit.people > 0 ? (
          <Section id="people" finding={t("administration.units.peopleFinding", { count: unit.people })}>
            {unit.successorName ? (
              <MovePeopleForm unit={unit} successor={unit.successorName} t={t} />
            ) : (
              <Obstacles items={[{ tone: "warn", text: t("administration.units.rules.noSuccessor") }]} />
            )}
          </Section>
        ) : null}
        <div className="columns columns-even">
          <Section id="facts" finding={t("administration.units.facts")}>
            <ChangeUnitForm unit={unit} t={t} />
          </Section>
          {unit.isTop ? null : (
            <div className="stack-l">
              <Section id="move" finding={t("administration.units.moveFinding")}>
                <MoveUnitForm unit={unit} t={t} />
              </Section>
              <Section id="end" finding={t("administration.units.endFinding")}>
                {unit.openChildren > 0 ? (
                  <Obstacles
                    items={[
                      {
                        tone: "stop",
                        text: t("administration.units.rules.openChildren", { count: unit.openChildren }),
                      },
                    ]}
                  />
                ) : (
                  <EndUnitForm unit={unit} t={t} />
                )}
              </Section>
            </div>
          )}
        </div>
      </AdminFormPage>
    );
  },
);
