package org.opora.registry.directory.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.ids.BodyId;

/** What a body was called before. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "BODY_NAME")
public class BodyName {
  @Id private UUID id;

  @Column(updatable = false)
  private UUID body;

  @Column(updatable = false)
  private String name;

  @Column(name = "UNTIL_DAY", updatable = false)
  private LocalDate until;

  protected BodyName() {}

  /**
   * @param until last day on which it was called so
   */
  public BodyName(UUID id, BodyId body, String name, LocalDate until) {
    this.id = id;
    this.body = body.value();
    this.name = name;
    this.until = until;
  }

  public UUID id() {
    return id;
  }

  public UUID body() {
    return body;
  }

  public String name() {
    return name;
  }

  public LocalDate until() {
    return until;
  }
}
