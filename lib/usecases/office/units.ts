/** Units and the joint meeting's directory: the system administrator's deeds. */
import type { RecordDirectoryInput, RecordUnitInput, RegisterUnitInput, RenameUnitInput } from '#lib/schemas/office'
import { askOffice, type OfficeDesk, type OfficeDone } from './office-desk.ts'

export const registerUnit = (desk: OfficeDesk, { formKey, ...unit }: RegisterUnitInput): OfficeDone =>
  askOffice(desk, { type: 'RegisterUnit', unit: { unitId: desk.newId(), ...unit } }, formKey)

export const renameUnit = (desk: OfficeDesk, unitId: string, { formKey, ...name }: RenameUnitInput): OfficeDone =>
  askOffice(desk, { type: 'RenameUnit', unitId, ...name }, formKey)

export const recordUnit = (desk: OfficeDesk, unitId: string, { formKey, ...facts }: RecordUnitInput): OfficeDone =>
  askOffice(desk, { type: 'RecordUnit', unitId, ...facts }, formKey)

export const recordDirectory = (desk: OfficeDesk, unitId: string, { formKey, ...entry }: RecordDirectoryInput): OfficeDone =>
  askOffice(desk, { type: 'RecordDirectory', entry: { entryId: desk.newId(), unitId, ...entry } }, formKey)
