package org.opora.modulekit.broken;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.opora.api.ids.CaseFileId;

/** Sample of an entity that does not fit its table. */
@Entity
@Table(schema = "BROKEN", name = "GUEST")
public class Guest {
  @Id private UUID id;
  private UUID child;

  @Column(name = "CAME_FROM")
  private UUID origin;

  private byte[] words;
  private String nick;

  protected Guest() {}

  public void called(String name) {
    nick = name;
  }

  public String nick() {
    return nick;
  }

  public CaseFileId origin() {
    return new CaseFileId(origin);
  }
}
