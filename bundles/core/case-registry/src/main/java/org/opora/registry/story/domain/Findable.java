package org.opora.registry.story.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.opora.api.text.Title;
import org.opora.registry.shared.domain.StoredTitle;

/** Something that can be found by words. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "FINDABLE")
public class Findable {
  @Id private UUID id;

  @Embedded private Source source;

  @Column(updatable = false)
  private UUID subject;

  @Column(updatable = false)
  private String permission;

  @Embedded private StoredTitle title;

  @Column(updatable = false)
  private String href;

  protected Findable() {}

  public Findable(
      UUID id,
      Source source,
      UUID subject,
      String permission,
      Title title,
      String href) {
    this.id = id;
    this.source = source;
    this.subject = subject;
    this.permission = permission;
    this.title = new StoredTitle(title);
    this.href = href;
  }

  public UUID id() {
    return id;
  }

  public Source source() {
    return source;
  }

  public UUID subject() {
    return subject;
  }

  public String permission() {
    return permission;
  }

  public Title title() {
    return title.title();
  }

  public String href() {
    return href;
  }
}
