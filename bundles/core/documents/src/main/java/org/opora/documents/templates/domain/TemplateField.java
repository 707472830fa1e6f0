package org.opora.documents.templates.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.opora.api.ids.Ids;

/** A name that a version of a template uses. */
@Entity
@Table(schema = "DOCUMENTS", name = "TEMPLATE_FIELD")
public class TemplateField {
  @Id private UUID id;

  @Column(name = "OF_VERSION", updatable = false)
  private UUID version;

  @Column(updatable = false)
  private String name;

  protected TemplateField() {}

  public TemplateField(UUID version, String name) {
    this.id = Ids.next();
    this.version = version;
    this.name = name;
  }
}
