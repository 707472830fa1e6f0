package org.opora.registry.safety.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.ids.PersonId;

/** Two who must not meet, as a record of some bundle says. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "KEPT_APART")
public class Apart {
  @Id private UUID id;

  @Column(updatable = false)
  private String origin;

  @Column(updatable = false)
  private UUID source;

  private UUID one;
  private UUID other;

  @Column(name = "SINCE_DAY")
  private LocalDate since;

  @Column(name = "UNTIL_DAY")
  private LocalDate until;

  protected Apart() {}

  public Apart(UUID id, String origin, UUID source) {
    this.id = id;
    this.origin = origin;
    this.source = source;
  }

  /**
   * @param lastDay null while it lasts
   */
  public void says(PersonId first, PersonId second, LocalDate firstDay, LocalDate lastDay) {
    one = first.value();
    other = second.value();
    since = firstDay;
    until = lastDay;
  }

  public PersonId one() {
    return new PersonId(one);
  }

  public PersonId other() {
    return new PersonId(other);
  }
}
