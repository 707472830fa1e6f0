package org.opora.modulekit.broken;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** Sample of an entity for which no script makes a table. */
@Entity
@Table(schema = "BROKEN", name = "GHOST")
public class Ghost {
  @Id private UUID id;

  protected Ghost() {}
}
