import { z } from 'zod'
import { contract, EVERYONE } from '../../http/contract.ts'
import { moment } from '../../http/shapes.ts'

const field = z.object({
  name: z.enum([
    'name',
    'email',
    'phone',
    'company',
    'role',
    'employees',
    'country',
    'message',
    'wantsCall',
    'heardFrom',
  ]),
  label: z.string().max(200),
  isRequired: z.boolean(),
})

/** A purpose people may agree to on the form, beside a box that nobody ticked beforehand. */
const consent = z.object({ purpose: z.string().max(60), isRequired: z.boolean() })

export const form = z
  .object({
    slug: z.string().regex(/^[a-z0-9-]{1,60}$/),
    title: z.string().min(1).max(200),
    intro: z.string().max(2_000),
    fields: z.array(field).min(1).max(20),
    consents: z.array(consent).max(10).default([]),
    channel: z.string().max(200).nullable(),
    campaign: z.string().max(200).nullable(),
    isPublished: z.boolean(),
  })
  .meta({ id: 'Form' })

const WRITERS = ['admin', 'manager', 'marketer'] as const

export const listForms = contract({
  id: 'listForms',
  method: 'GET',
  url: '/api/forms',
  summary: 'Hosted lead forms with their address and how many people sent them.',
  roles: EVERYONE,
  response: z.object({ forms: z.array(form.extend({ address: z.string(), sent: z.int(), createdAt: moment })) }),
})

export const saveForm = contract({
  id: 'saveForm',
  method: 'PUT',
  url: '/api/forms/:slug',
  summary: 'Creates or changes a hosted form.',
  roles: WRITERS,
  params: z.object({ slug: z.string().regex(/^[a-z0-9-]{1,60}$/) }),
  body: form.omit({ slug: true }),
  response: form,
})

export const removeForm = contract({
  id: 'removeForm',
  method: 'DELETE',
  url: '/api/forms/:slug',
  summary: 'Removes a form; what it brought stays.',
  roles: WRITERS,
  params: z.object({ slug: z.string().max(60) }),
  response: null,
  status: 204,
})

export const showForm = contract({
  id: 'showForm',
  method: 'GET',
  url: '/f/:slug',
  summary: 'The hosted form as a page; works without script, in English and French.',
  roles: 'public',
  params: z.object({ slug: z.string().max(60) }),
  produces: 'text/html',
})

export const sendForm = contract({
  id: 'sendForm',
  method: 'POST',
  url: '/f/:slug',
  summary: 'Receives the form (urlencoded or JSON) and answers with a page.',
  roles: 'public',
  params: z.object({ slug: z.string().max(60) }),
  produces: 'text/html',
})
