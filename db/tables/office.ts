import type { Post, UnitKind } from '#lib/domain/result'
import type { Kit } from '../columns.ts'

export const office = ({ table, key, index, text, integer }: Kit) => ({
  unit: table(
    'unit',
    {
      unitId: text('unit_id'),
      kind: text('kind').$type<UnitKind>(),
      name: text('name'),
      nameEn: text('name_en'),
      code: text('code'),
      division: text('division'),
      superiorId: text('superior_id'),
      creditNo: text('credit_no'),
      onPaper: integer('on_paper'),
      from: text('from_day'),
      to: text('to_day'),
    },
    (t) => [key({ name: 'unit_key', columns: [t.unitId] })],
  ),
  unitName: table(
    'unit_name',
    {
      unitId: text('unit_id'),
      seq: integer('seq'),
      name: text('name'),
      nameEn: text('name_en'),
      from: text('from_day'),
      to: text('to_day'),
    },
    (t) => [key({ name: 'unit_name_key', columns: [t.unitId, t.seq] })],
  ),
  person: table(
    'person',
    {
      personId: text('person_id'),
      login: text('login'),
      name: text('name'),
      phone: text('phone'),
      from: text('from_day'),
      leftOn: text('left_on'),
    },
    (t) => [key({ name: 'person_key', columns: [t.personId] }), index('person_login').on(t.login)],
  ),
  post: table(
    'post',
    {
      postId: text('post_id'),
      personId: text('person_id'),
      unitId: text('unit_id'),
      post: text('post').$type<Post>(),
      from: text('from_day'),
      to: text('to_day'),
    },
    (t) => [key({ name: 'post_key', columns: [t.postId] }), index('post_person').on(t.personId), index('post_unit').on(t.unitId)],
  ),
  directory: table(
    'directory',
    {
      entryId: text('entry_id'),
      division: text('division'),
      unitId: text('unit_id'),
      liaisonId: text('liaison_id'),
      deputyId: text('deputy_id'),
      dutyPhone: text('duty_phone'),
      from: text('from_day'),
      to: text('to_day'),
    },
    (t) => [key({ name: 'directory_key', columns: [t.entryId] })],
  ),
})
