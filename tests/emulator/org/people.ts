import type { SystemPresence } from '../presence/definitions'
import { leadPermissions } from './grants'
import type { SkillPlan } from './skills'

export interface Person {
  readonly name: string
  readonly title: string
  readonly department: string
  readonly presence: SystemPresence
  /** Queues by name; a star marks a queue the person belongs to without having joined it. */
  readonly queues: readonly string[]
  /** Beyond those of every agent. */
  readonly permissions?: readonly string[]
  readonly skills?: SkillPlan
}

/** The agents of the default organisation. The first is whom tests and newcomers sign in as. */
export const people: readonly Person[] = [
  {
    name: 'Ana Ruiz',
    title: 'Customer Advisor',
    department: 'Billing',
    presence: 'Available',
    queues: ['Billing', 'Sales', 'Returns', '*Enterprise'],
    skills: { Invoices: 4, Spanish: 5, Warranty: 3 },
  },
  {
    name: 'Ben Okafor',
    title: 'Repair Technician',
    department: 'Repairs',
    presence: 'Available',
    queues: ['Repairs'],
    skills: { Heating: 4, Warranty: 2 },
  },
  {
    name: 'Chloé Lefèvre-Montgomery',
    title: 'Senior Repair Technician',
    department: 'Repairs',
    presence: 'Available',
    queues: ['Repairs', '*Returns'],
  },
  {
    name: 'Dmitri Volkov',
    title: 'Customer Advisor',
    department: 'Billing',
    presence: 'Available',
    queues: ['Billing'],
    skills: { Contracts: 2.5, Invoices: 5 },
  },
  {
    name: 'Emeka Nwachukwu',
    title: 'Account Executive',
    department: 'Sales',
    presence: 'Busy',
    queues: ['Sales', 'Enterprise', 'Loyalty'],
  },
  {
    name: 'Fatima Al-Zahra Benjelloun',
    title: 'Team Lead',
    department: 'Billing',
    presence: 'Meeting',
    queues: ['Billing', '*Repairs'],
    permissions: leadPermissions,
  },
  {
    name: 'Giulia Bianchi',
    title: 'Returns Clerk',
    department: 'Returns',
    presence: 'Meal',
    queues: ['Returns'],
  },
  {
    name: 'Hans-Jürgen Brückner',
    title: 'Repair Technician',
    department: 'Repairs',
    presence: 'Away',
    queues: ['Repairs', 'Returns'],
    skills: { Heating: 5 },
  },
  {
    name: 'Ingrid Sørensen',
    title: 'Account Executive',
    department: 'Sales',
    presence: 'Offline',
    queues: ['Sales'],
  },
  {
    name: 'Li Wei',
    title: 'Quality Analyst',
    department: 'Operations',
    presence: 'Available',
    queues: [],
  },
  {
    name: 'Maximiliana Konstantinopoulou-Featherstonehaugh',
    title: 'Director of Customer Relations',
    department: 'Enterprise',
    presence: 'Training',
    queues: ['Enterprise'],
  },
  {
    name: 'Zoë O’Brien',
    title: 'Customer Advisor',
    department: 'Billing',
    presence: 'Break',
    queues: ['Billing', 'Sales'],
  },
]
