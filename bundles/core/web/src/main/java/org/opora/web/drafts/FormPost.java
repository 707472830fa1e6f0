package org.opora.web.drafts;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/**
 * A form that went through, and where it led: the same form again leads there again and does
 * nothing else.
 */
@Entity
@Table(schema = "WEB", name = "FORM_POST")
public class FormPost {
  @Id private UUID id;
  private UUID staff;
  private String location;

  @Column(name = "POSTED_AT")
  private Instant postedAt;

  protected FormPost() {}

  FormPost(UUID id, UUID staff, String location, Instant postedAt) {
    this.id = id;
    this.staff = staff;
    this.location = location;
    this.postedAt = postedAt;
  }

  UUID staff() {
    return staff;
  }

  String location() {
    return location;
  }
}
