package org.opora.course.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.opora.api.ids.Ids;

/** A part that a recipient gets. */
@Entity
@Table(schema = "COURSE", name = "RECIPIENT_PART")
public class RecipientPart {
  @Id private UUID id;

  @Column(updatable = false)
  private UUID recipient;

  @Column(updatable = false)
  private UUID part;

  protected RecipientPart() {}

  public RecipientPart(UUID recipient, UUID part) {
    this.id = Ids.next();
    this.recipient = recipient;
    this.part = part;
  }

  public UUID recipient() {
    return recipient;
  }

  public UUID part() {
    return part;
  }
}
