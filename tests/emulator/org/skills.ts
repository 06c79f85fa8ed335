/** What a call may ask of whoever takes it. */
export interface Skill {
  readonly id: string
  readonly name: string
}

export interface OwnSkill extends Skill {
  /** 0 to 5: how well. */
  readonly proficiency: number
}

/** A person's skills by name, and how well. */
export type SkillPlan = Readonly<Partial<Record<SkillName, number>>>

const names = ['Contracts', 'Heating', 'Invoices', 'Spanish', 'Warranty'] as const
type SkillName = (typeof names)[number]

/** The same in every organisation, in the order of their names: none of their ids is drawn by chance. */
export const skills: readonly (Skill & { readonly name: SkillName })[] = names.map(
  (name, index) => ({ id: `d41f7a06-8c25-4e9b-b3d7-${String(200_000_000_000 + index)}`, name }),
)

export function ownSkills(plan: SkillPlan = {}): OwnSkill[] {
  return skills.flatMap(({ id, name }) => {
    const proficiency = plan[name]
    return proficiency === undefined ? [] : [{ id, name, proficiency }]
  })
}
