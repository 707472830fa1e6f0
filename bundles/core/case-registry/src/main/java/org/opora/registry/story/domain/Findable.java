package org.opora.registry.story.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.opora.api.access.Subject;
import org.opora.api.access.Subject.Kind;
import org.opora.api.text.Title;
import org.opora.registry.shared.domain.StoredTitle;

/** Something that can be found by words. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "FINDABLE")
public class Findable {
  @Id private UUID id;

  @Embedded private Source source;

  @Enumerated(EnumType.STRING)
  @Column(name = "SUBJECT_KIND", updatable = false)
  private Kind subjectKind;

  @Column(updatable = false)
  private UUID subject;

  @Column(updatable = false)
  private String permission;

  @Embedded private StoredTitle title;

  @Column(updatable = false)
  private String href;

  protected Findable() {}

  /**
   * @param subject null for a thing about nobody
   */
  public Findable(
      UUID id, Source source, Subject subject, String permission, Title title, String href) {
    this.id = id;
    this.source = source;
    this.subjectKind = subject == null ? null : subject.kind();
    this.subject = subject == null ? null : subject.id();
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

  /** Null for a thing about nobody. */
  public Subject subject() {
    return subject == null ? null : new Subject(subjectKind, subject);
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
