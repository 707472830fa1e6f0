package org.opora.registry.story.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** Something that can be found by words. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "FINDABLE")
public class Findable {
  @Id private UUID id;

  @Column(updatable = false)
  private String origin;

  @Column(updatable = false)
  private String kind;

  @Column(updatable = false)
  private UUID source;

  @Column(updatable = false)
  private UUID subject;

  @Column(updatable = false)
  private String permission;

  @Column(name = "TITLE_CS", updatable = false)
  private String cs;

  @Column(name = "TITLE_PL", updatable = false)
  private String pl;

  @Column(name = "TITLE_EN", updatable = false)
  private String en;

  @Column(updatable = false)
  private String href;

  protected Findable() {}

  public Findable(
      UUID id,
      String origin,
      String kind,
      UUID source,
      UUID subject,
      String permission,
      String cs,
      String pl,
      String en,
      String href) {
    this.id = id;
    this.origin = origin;
    this.kind = kind;
    this.source = source;
    this.subject = subject;
    this.permission = permission;
    this.cs = cs;
    this.pl = pl;
    this.en = en;
    this.href = href;
  }

  public UUID id() {
    return id;
  }

  public String origin() {
    return origin;
  }

  public String kind() {
    return kind;
  }

  public UUID source() {
    return source;
  }

  public UUID subject() {
    return subject;
  }

  public String permission() {
    return permission;
  }

  public String cs() {
    return cs;
  }

  public String pl() {
    return pl;
  }

  public String en() {
    return en;
  }

  public String href() {
    return href;
  }
}
