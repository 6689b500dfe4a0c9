/** Whom to ask at the sender: as they stood in the letter. */
import { Card } from '#app/_ui/card'
import type { TransferPage } from '#app/(desk)/transfers/_track/open'

export function Contact({
  page: {
    t,
    names,
    track: { snapshot },
  },
}: {
  page: TransferPage
}) {
  return (
    <Card title={t.receiving.contact}>
      <p>{names.of(snapshot.from)}</p>
      {snapshot.handlers.map(({ name, phone }) => (
        <p key={name + phone}>
          {name} <span className="nw">{phone}</span>
        </p>
      ))}
    </Card>
  )
}
