import type { Tx } from "@/server/db";

/** Who took part in a completed initiative, by occupation; women, men and unstated. */
export type ParticipantRow = {
  initiativeId: string;
  /** Null: nobody said which. */
  occupation: string | null;
  aid: string | null;
  women: number;
  men: number;
  unstated: number;
};

/**
 * Who took part in the completed ones of some initiatives. What was counted without groups has no occupation and stands
 * as unstated, so that the people always add up to those who were counted. Ask only for initiatives in the actor's sight.
 */
export async function participantsOf(tx: Tx, initiativeIds: readonly string[]): Promise<ParticipantRow[]> {
  return tx.$queryRaw<ParticipantRow[]>`
    WITH done AS (
      SELECT id, took_part FROM initiative
      WHERE id = ANY(${[...initiativeIds]}::uuid[]) AND took_part IS NOT NULL AND status IN ('completed', 'settled', 'followedUp')
    ), said AS (
      SELECT g.initiative_id, g.occupation, g.aid, g.women, g.men, g.unstated FROM initiative_group g JOIN done ON done.id = g.initiative_id
    ), unsaid AS (
      SELECT done.id, done.took_part - coalesce((SELECT sum(women + men + unstated) FROM said WHERE said.initiative_id = done.id), 0)::int AS people FROM done
    )
    SELECT initiative_id AS "initiativeId", occupation, aid, women, men, unstated FROM said
    UNION ALL
    SELECT id, NULL, NULL, 0, 0, people FROM unsaid WHERE people > 0
    ORDER BY 1, 2, 3`;
}
